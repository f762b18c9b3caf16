import { monthOf, monthsBetween, type Row } from '@/utils/analytics/chart-data'
import type { Reading } from '@/utils/analytics/columns'
import { ranked } from '@/utils/analytics/shape'
import { ageIn, ageLabels, windowIn, windowLabels } from '@/utils/analytics/windows'
import type { AnalyticsKind } from '../api'
import type { ChartDef } from '../chart-def'
import type { Word } from '../texts'
import { monthBefore } from './spending'

const inUse = { reading: 'status', fits: (word: string) => word !== 'closed' }
/** Whether a resource renews itself: `auto`, `manual`, or not said. */
const renews: Reading = {
  name: 'renews',
  of: ({ expiryPolicy }) =>
    expiryPolicy === undefined ? undefined : expiryPolicy === 'auto-renew' ? 'auto' : 'manual',
}
const endMonth: Reading = {
  name: 'expiresAt:month-of',
  of: ({ expiresAt }) => (typeof expiresAt === 'number' ? monthOf(expiresAt) : undefined),
}
const base = { view: 'resources', kind: 'resource', money: false } as const
const counted = (
  id: string,
  title: Word,
  field: string,
  kind: AnalyticsKind = 'resource',
): ChartDef => ({
  ...base,
  id,
  kind,
  title,
  shape: 'rank',
  axis: field,
  split: () => ({ by: field, keepUnsaid: true }),
  after: (data, { top }) => ranked(data, top),
})

/** Resources that belong to one that was never seen, though others of its customer were. */
function orphans(resources: readonly Row[]): Row[] {
  const known = new Set(resources.map(({ resourceId }) => resourceId))
  return resources.filter(
    ({ mainResourceId, resourceId, status }) =>
      mainResourceId !== undefined &&
      mainResourceId !== resourceId &&
      status !== 'closed' &&
      !known.has(mainResourceId),
  )
}
/** Items of packages, each with how much of it is used, in fifths. */
const itemRows = (packages: readonly Row[]): Row[] =>
  packages.flatMap((each) => {
    if (each.status === 'expired' || each.status === 'unsubscribed') return []
    const items = Array.isArray(each.items) ? (each.items as Row[]) : []
    return items.flatMap((item) => {
      const [left, total] = [Number(item.remaining), Number(item.total)]
      // Taken off before it is divided: 1 - 0.8 would be a little less than a fifth.
      const fifths = (5 * (total - left)) / total
      return Number.isFinite(fifths) ? [{ ...each, usedShare: shareOf(fifths) }] : []
    })
  })
const shareOf = (fifths: number) => {
  if (fifths >= 5) return '100'
  const from = Math.max(0, Math.floor(fifths + 1e-9)) * 20
  return `${from}-${from + 20}`
}
export const shareLabels = ['0-20', '20-40', '40-60', '60-80', '80-100', '100']

export const resourceCharts: readonly ChartDef[] = [
  {
    ...base,
    id: 'resource-expiry',
    title: 'chart.resourceExpiry',
    shape: 'stack',
    axis: 'window',
    into: 'renews',
    keep: () => [inUse],
    split: ({ now }) => ({
      by: windowIn('expiresAt', now),
      into: renews,
      labels: windowLabels,
      series: ['manual', 'auto'],
    }),
  },
  {
    ...base,
    id: 'renewals',
    title: 'chart.renewals',
    shape: 'stack',
    axis: 'month',
    into: 'renews',
    keep: () => [inUse],
    split: ({ now }) => ({
      by: endMonth,
      into: renews,
      labels: monthsBetween(monthOf(now), monthBefore(monthOf(now), -11)),
      series: ['manual', 'auto'],
    }),
  },
  counted('resource-services', 'chart.resourceServices', 'serviceName'),
  counted('resource-regions', 'chart.resourceRegions', 'region'),
  counted('resource-status', 'chart.resourceStatus', 'status'),
  counted('resource-policies', 'chart.resourcePolicies', 'expiryPolicy'),
  {
    ...base,
    id: 'resource-ages',
    title: 'chart.resourceAges',
    shape: 'stack',
    axis: 'age',
    into: 'billing',
    keep: () => [inUse],
    split: ({ now }) => ({ by: ageIn('startedAt', now), into: 'billing', labels: ageLabels }),
  },
  {
    ...counted('orphans', 'chart.orphans', 'serviceName'),
    expand: orphans,
    note: 'note.orphans',
  },
  {
    ...base,
    id: 'packages',
    kind: 'resourcePackage',
    title: 'chart.packages',
    shape: 'bars',
    axis: 'window',
    split: ({ now }) => ({ by: windowIn('expiresAt', now), labels: windowLabels }),
  },
  {
    ...base,
    id: 'package-use',
    kind: 'resourcePackage',
    title: 'chart.packageUse',
    shape: 'bars',
    axis: 'usedShare',
    expand: itemRows,
    split: () => ({ by: 'usedShare', labels: shareLabels }),
    note: 'note.packageUse',
  },
]
