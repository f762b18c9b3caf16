import { monthOf, textAt, type Row } from '@/utils/analytics/chart-data'
import { currenciesOf, oneGrain } from '@/utils/analytics/filter'
import { Exact } from '@/utils/analytics/exact'
import type { AnalyticsKind, ViewName } from './api'
import type { Word } from './texts'

export interface Figure {
  word: Word
  view: ViewName
  /** Exact sums, one a currency; or a count. */
  money?: { currency: string; amount: string }[]
  count?: number
}
type Rows = Partial<Record<AnalyticsKind, readonly Row[]>>

function sums(rows: readonly Row[], field: (row: Row) => string | undefined) {
  return currenciesOf(rows).map((currency) => {
    const sum = new Exact()
    for (const row of rows) if (row.currency === currency) sum.add(field(row) ?? '')
    return { currency, amount: sum.toString() }
  })
}

/** The six numbers that matter on a Monday. */
export function startFigures(rows: Rows, now: number): Figure[] {
  const year = monthOf(now).slice(0, 4)
  const before = monthOf(Date.parse(`${monthOf(now)}-01T00:00:00+08:00`) - 1)
  const amount = (row: Row) => textAt(row, 'amount')
  const {
    incentive = [],
    incentiveBill = [],
    consumption = [],
    coupon = [],
    resource = [],
    exportTask = [],
  } = rows
  const soon = now + 30 * 86_400_000
  const ends = (row: Row) => (typeof row.expiresAt === 'number' ? row.expiresAt : undefined)
  return [
    {
      word: 'start.incentives',
      view: 'incentives',
      money: sums(
        incentive.filter((row) => textAt(row, 'cycle')?.startsWith(year)),
        amount,
      ),
    },
    {
      word: 'start.pending',
      view: 'incentives',
      money: sums(
        incentiveBill.filter(({ status }) => status === 'pending'),
        amount,
      ),
    },
    {
      word: 'start.consumption',
      view: 'consumption',
      money: sums(
        oneGrain(consumption.filter(({ month }) => month === before)),
        (row) => textAt(row, 'amountDue') ?? amount(row),
      ),
    },
    {
      word: 'start.coupons',
      view: 'coupons',
      money: sums(
        coupon.filter(({ holder, status }) => holder === 'issued' && status === 'usable'),
        (row) => textAt(row, 'balance'),
      ),
    },
    {
      word: 'start.expiring',
      view: 'resources',
      count: resource.filter((row) => {
        const end = ends(row)
        return end !== undefined && end >= now && end <= soon
      }).length,
    },
    {
      word: 'start.exports',
      view: 'work',
      count: exportTask.filter(
        (row) =>
          row.status === 'completed' &&
          row.downloadedAt === undefined &&
          (ends(row) ?? Infinity) > now,
      ).length,
    },
  ]
}
