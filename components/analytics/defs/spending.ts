import { monthsBetween, monthsOf, textAt, type Row } from '@/utils/analytics/chart-data'
import type { Reading } from '@/utils/analytics/columns'
import { customer } from '@/utils/analytics/customer'
import { fewSeries, ranked } from '@/utils/analytics/shape'
import { overlaid } from '@/utils/analytics/years'
import type { ChartDef, Context } from '../chart-def'

/** What a customer spent: what is due, else what a board calls the amount. */
export const spent: Reading = {
  name: 'spent',
  of: (row: Row) => textAt(row, 'amountDue') ?? textAt(row, 'amount') ?? textAt(row, 'amountPaid'),
}
const ofYear = ({ year }: Context) => [
  { name: `month ${year}`, reading: 'month', fits: (word: string) => word.startsWith(year) },
]
const chosen = ({ split = 'serviceName' }: Context): Reading =>
  split === 'customer' ? customer : split
/** How many services or customers a stack tells apart by colour and stripes. */
const mostSeries = 7
const base = { view: 'consumption', kind: 'consumption', money: true } as const
/** A month so many months before another. */
export function monthBefore(month: string, months: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const all = year * 12 + at - 1 - months
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
}

export const spendingCharts: readonly ChartDef[] = [
  {
    ...base,
    id: 'spend-trend',
    title: 'chart.spendTrend',
    shape: 'bars',
    axis: 'month',
    into: 'year',
    grain: '',
    split: ({ years = [] }) => ({ ...overlaid('month', years), amount: spent }),
  },
  {
    ...base,
    id: 'spend-measures',
    title: 'chart.spendMeasures',
    shape: 'lines',
    axis: 'month',
    into: 'measure',
    grain: '',
    keep: ofYear,
    split: ({ year }) => ({
      by: 'month',
      labels: monthsOf(year),
      measures: [
        'amountDue',
        'amountPaid',
        'amount',
        'discountAmount',
        'refundAmount',
        'couponAmount',
        'cashCouponAmount',
        'debtAmount',
      ],
    }),
  },
  {
    ...base,
    id: 'spend-split',
    title: 'chart.spendSplit',
    shape: 'stack',
    axis: 'month',
    into: 'split',
    grain: 'split',
    keep: ofYear,
    split: (context) => ({
      by: 'month',
      into: chosen(context),
      amount: spent,
      labels: monthsOf(context.year),
    }),
    after: (data) => fewSeries(data, mostSeries),
  },
  {
    ...base,
    id: 'distribution',
    title: 'chart.distribution',
    shape: 'rank',
    axis: 'split',
    grain: 'split',
    keep: ofYear,
    split: (context) => ({ by: chosen(context), keepUnsaid: true, amount: spent }),
    after: (data, { top }) => ranked(data, top),
  },
  {
    ...base,
    id: 'spend-compare',
    title: 'chart.spendCompare',
    shape: 'rank',
    axis: 'split',
    into: 'month',
    grain: 'split',
    keep: ({ lastMonth = '' }) => [
      { reading: 'month', fits: (word) => compared(lastMonth).includes(word) },
    ],
    split: (context) => ({
      by: chosen(context),
      keepUnsaid: true,
      into: 'month',
      amount: spent,
      series: compared(context.lastMonth ?? ''),
    }),
    after: (data, { top, lastMonth }) => {
      const { total: _, ...shown } = ranked(data, top, lastMonth)
      return shown
    },
  },
  {
    ...base,
    id: 'spend-customers',
    title: 'chart.spendCustomers',
    shape: 'rank',
    axis: 'customerName',
    grain: 'customer',
    keep: ofYear,
    split: () => ({ by: customer, keepUnsaid: true, amount: spent }),
    after: (data, { top }) => ranked(data, top),
  },
  {
    ...base,
    id: 'moves',
    title: 'moved',
    shape: 'moves',
    axis: 'month',
    into: 'customerName',
    grain: 'customer',
    split: ({ lastMonth = '' }) => ({
      by: 'month',
      into: customer,
      amount: spent,
      // Months that are over: the present one would always look like a fall.
      labels: lastMonth === '' ? [] : monthsBetween(monthBefore(lastMonth, 6), lastMonth),
    }),
  },
]
/** The last month, the one before, and the same month a year ago. */
const compared = (month: string) =>
  month === '' ? [] : [month, monthBefore(month, 1), monthBefore(month, 12)]
