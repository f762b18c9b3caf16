import { monthOf, type Row } from '@/utils/analytics/chart-data'
import type { Reading } from '@/utils/analytics/columns'
import { ageIn, ageLabels, windowIn, windowLabels } from '@/utils/analytics/windows'
import type { ChartDef } from '../chart-def'

/** What became of an export: fetched, opened, waiting for it, lapsed before it was. */
export function fateOf(
  { status, downloadedAt, openedAt, expiresAt }: Row,
  now: number,
): string | undefined {
  if (downloadedAt !== undefined) return 'downloaded'
  if (status === 'failed' || status === 'running') return status
  const over = status === 'expired' || (typeof expiresAt === 'number' && expiresAt <= now)
  if (over) return openedAt === undefined ? 'lapsed' : 'opened'
  return status === 'completed' ? (openedAt === undefined ? 'waiting' : 'opened') : undefined
}
const fateIn = (now: number): Reading => ({
  name: `fate:${now}`,
  of: (row) => fateOf(row, now),
})
const askedIn: Reading = {
  name: 'requestedAt:month-of',
  of: ({ requestedAt }) => (typeof requestedAt === 'number' ? monthOf(requestedAt) : undefined),
}
export const fates = ['downloaded', 'opened', 'waiting', 'running', 'failed', 'lapsed']
const states = ['open', 'doing', 'done', 'closed']
const stillOpen = { reading: 'status', fits: (word: string) => !['done', 'closed'].includes(word) }
const base = { view: 'work', money: false } as const

export const workCharts: readonly ChartDef[] = [
  {
    ...base,
    id: 'exports',
    kind: 'exportTask',
    title: 'chart.exports',
    shape: 'rank',
    axis: 'fate',
    split: ({ now }) => ({ by: fateIn(now), labels: fates }),
  },
  {
    ...base,
    id: 'export-months',
    kind: 'exportTask',
    title: 'chart.exportMonths',
    shape: 'stack',
    axis: 'month',
    into: 'fate',
    split: ({ now }) => ({ by: askedIn, into: fateIn(now), series: fates }),
  },
  {
    ...base,
    id: 'sales-tasks',
    kind: 'salesTask',
    title: 'chart.salesTasks',
    shape: 'rank',
    axis: 'status',
    split: () => ({ by: 'status', keepUnsaid: true }),
  },
  {
    ...base,
    id: 'sales-ages',
    kind: 'salesTask',
    title: 'chart.salesAges',
    shape: 'stack',
    axis: 'age',
    into: 'status',
    keep: () => [stillOpen],
    split: ({ now }) => ({
      by: ageIn('createdAt', now),
      into: 'status',
      labels: ageLabels,
      series: states,
    }),
  },
  {
    ...base,
    id: 'renewal-tasks',
    kind: 'renewalTask',
    title: 'chart.renewalTasks',
    shape: 'rank',
    axis: 'status',
    split: () => ({ by: 'status', keepUnsaid: true }),
  },
  {
    ...base,
    id: 'renewal-windows',
    kind: 'renewalTask',
    title: 'chart.renewalWindows',
    shape: 'stack',
    axis: 'window',
    into: 'status',
    keep: () => [stillOpen],
    split: ({ now }) => ({
      by: windowIn('expiresAt', now),
      into: 'status',
      labels: windowLabels,
      series: states,
    }),
  },
]
