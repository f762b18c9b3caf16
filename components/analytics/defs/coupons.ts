import { monthOf, textAt, type Row } from '@/utils/analytics/chart-data'
import type { Reading } from '@/utils/analytics/columns'
import { couponPartRows, couponParts, difference } from '@/utils/analytics/coupons'
import { customer } from '@/utils/analytics/customer'
import { ranked } from '@/utils/analytics/shape'
import { compareDecimals } from '@/utils/analytics/sums'
import { ageLabels, spanIn, windowIn, windowLabels } from '@/utils/analytics/windows'
import type { ChartDef, Context } from '../chart-def'

const usable = {
  reading: 'status',
  fits: (word: string) => !['expired', 'used', 'reclaimed'].includes(word),
}
const soon = ({ now }: Context) => ({
  reading: windowIn('expiresAt', now),
  fits: (word: string) => windowLabels.includes(word) && word !== 'later',
})
const day = 86_400_000
/** The month and the day (UTC+8) of a moment. */
const monthAt = (field: string): Reading => ({
  name: `${field}:month-of`,
  of: (row) => {
    const at = row[field]
    return typeof at === 'number' ? monthOf(at) : undefined
  },
})
const dayAt = (field: string): Reading => ({
  name: `${field}:day-of`,
  of: (row) => {
    const at = row[field]
    return typeof at === 'number' ? dayOf(at) : undefined
  },
})
const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
/** The days ahead that the calendar shows. */
const daysAhead = (now: number) => Array.from({ length: 92 }, (_, at) => dayOf(now + at * day))

/** What of a quota was given out, and what is left of it. */
const quotaRows = (quotas: readonly Row[]): Row[] =>
  quotas.flatMap((quota) => {
    const [value, left] = [textAt(quota, 'quotaValue'), textAt(quota, 'balance')]
    if (value === undefined || left === undefined) return []
    const parts = [
      { ...quota, part: 'given', partAmount: difference(value, left) },
      { ...quota, part: 'left', partAmount: left },
    ]
    return parts.filter(({ partAmount }) => compareDecimals(partAmount, '0') > 0)
  })
const base = { view: 'coupons', kind: 'coupon', money: true } as const

export const couponCharts: readonly ChartDef[] = [
  {
    ...base,
    id: 'coupon-days',
    title: 'chart.couponDays',
    shape: 'calendar',
    axis: 'day',
    keep: () => [usable],
    split: ({ now }) => ({ by: dayAt('expiresAt'), amount: 'balance', labels: daysAhead(now) }),
  },
  {
    ...base,
    id: 'coupon-windows',
    title: 'chart.couponWindows',
    shape: 'stack',
    axis: 'window',
    into: 'holder',
    keep: () => [usable],
    split: ({ now }) => ({
      by: windowIn('expiresAt', now),
      into: 'holder',
      amount: 'balance',
      labels: windowLabels,
    }),
  },
  {
    ...base,
    id: 'coupon-months',
    title: 'chart.couponMonths',
    shape: 'stack',
    axis: 'month',
    into: 'holder',
    keep: ({ now }) => [
      usable,
      { reading: windowIn('expiresAt', now), fits: (word) => word !== 'over' },
    ],
    split: () => ({ by: monthAt('expiresAt'), into: 'holder', amount: 'balance' }),
  },
  {
    ...base,
    id: 'coupon-risk',
    title: 'chart.couponRisk',
    shape: 'rank',
    axis: 'customerName',
    keep: (context) => [usable, soon(context)],
    split: () => ({ by: customer, keepUnsaid: true, amount: 'balance' }),
    after: (data, { top }) => ranked(data, top),
  },
  {
    ...base,
    id: 'coupon-types',
    title: 'chart.couponTypes',
    shape: 'rank',
    axis: 'type',
    keep: () => [usable],
    split: () => ({ by: 'type', keepUnsaid: true, amount: 'balance' }),
    after: (data, { top }) => ranked(data, top),
  },
  {
    id: 'quotas',
    view: 'coupons',
    kind: 'couponQuota',
    title: 'chart.quotas',
    shape: 'parts',
    axis: 'type',
    into: 'part',
    money: true,
    expand: quotaRows,
    split: () => ({
      by: 'type',
      keepUnsaid: true,
      into: 'part',
      amount: 'partAmount',
      series: ['given', 'left'],
    }),
    after: (data, { top }) => ranked(data, top),
  },
  {
    ...base,
    id: 'coupon-ladder',
    title: 'chart.couponLadder',
    shape: 'stack',
    axis: 'month',
    into: 'part',
    expand: couponPartRows,
    split: () => ({
      by: monthAt('validFrom'),
      into: 'part',
      amount: 'partAmount',
      series: couponParts,
    }),
  },
  {
    ...base,
    id: 'coupon-plans',
    title: 'chart.couponPlans',
    shape: 'parts',
    axis: 'planName',
    into: 'part',
    expand: couponPartRows,
    split: () => ({
      by: 'planName',
      keepUnsaid: true,
      into: 'part',
      amount: 'partAmount',
      series: couponParts,
    }),
    after: (data, { top }) => ranked(data, top),
  },
  {
    ...base,
    id: 'coupon-use-time',
    title: 'chart.couponUseTime',
    shape: 'stack',
    axis: 'span',
    into: 'holder',
    money: false,
    keep: () => [{ reading: 'status', fits: (word) => word === 'used' }],
    split: () => ({ by: spanIn('validFrom', 'usedAt'), into: 'holder', labels: ageLabels }),
    note: 'note.couponUseTime',
  },
  {
    id: 'coupon-operations',
    view: 'coupons',
    kind: 'couponOperation',
    title: 'chart.couponOperations',
    shape: 'stack',
    axis: 'month',
    into: 'operation',
    money: true,
    split: () => ({ by: monthAt('operatedAt'), into: 'operation', amount: 'amount' }),
  },
]
