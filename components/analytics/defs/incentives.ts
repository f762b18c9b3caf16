import { customer } from '@/utils/analytics/customer'
import { overlaid } from '@/utils/analytics/years'
import { ranked, running } from '@/utils/analytics/shape'
import { windowIn, windowLabels } from '@/utils/analytics/windows'
import { monthsOf } from '@/utils/analytics/chart-data'
import type { ChartDef, Context } from '../chart-def'
import type { Word } from '../texts'

export const ofYear = ({ year }: Pick<Context, 'year'>) => [
  { name: `cycle ${year}`, reading: 'cycle', fits: (word: string) => word.startsWith(year) },
]
const base = { view: 'incentives', kind: 'incentive', money: true } as const
const ranking = (id: string, title: Word, field: string): ChartDef => ({
  ...base,
  id,
  title,
  shape: 'rank',
  axis: field,
  keep: ofYear,
  split: () => ({ by: field, keepUnsaid: true, amount: 'amount' }),
  after: (data, { top }) => ranked(data, top),
})

export const incentiveCharts: readonly ChartDef[] = [
  {
    ...base,
    id: 'incentive-trend',
    title: 'chart.incentiveTrend',
    shape: 'bars',
    axis: 'month',
    into: 'year',
    split: ({ years = [] }) => ({ ...overlaid('cycle', years), amount: 'amount' }),
  },
  {
    ...base,
    id: 'incentive-status',
    title: 'chart.incentiveStatus',
    shape: 'stack',
    axis: 'month',
    into: 'status',
    keep: ofYear,
    split: ({ year }) => ({
      by: 'cycle',
      into: 'status',
      amount: 'amount',
      labels: monthsOf(year),
      series: ['paid', 'paying', 'pending', 'estimated'],
    }),
  },
  {
    ...base,
    id: 'incentive-cumulative',
    title: 'chart.cumulative',
    shape: 'lines',
    axis: 'month',
    into: 'year',
    split: ({ years = [] }) => ({ ...overlaid('cycle', years), amount: 'amount' }),
    after: running,
  },
  {
    ...ranking('incentive-customers', 'chart.incentiveCustomers', 'customerName'),
    split: () => ({ by: customer, keepUnsaid: true, amount: 'amount' }),
  },
  ranking('incentive-products', 'chart.incentiveProducts', 'productType'),
  ranking('incentive-associations', 'chart.incentiveAssociations', 'association'),
  ranking('incentive-plans', 'chart.incentivePlans', 'planName'),
  ranking('incentive-resellers', 'chart.incentiveResellers', 'resellerName'),
  ranking('incentive-reps', 'chart.incentiveReps', 'salesRep'),
  {
    id: 'bills',
    view: 'incentives',
    kind: 'incentiveBill',
    title: 'chart.bills',
    shape: 'bars',
    axis: 'window',
    money: true,
    keep: () => [{ reading: 'status', fits: (word) => word === 'pending' }],
    split: ({ now }) => ({
      by: windowIn('confirmBy', now),
      amount: 'amount',
      labels: windowLabels,
    }),
  },
]
