import { monthOf } from '@/utils/analytics/chart-data'
import { columnsOf, type Reading, type Test } from '@/utils/analytics/columns'
import { oneGrainTest } from '@/utils/analytics/filter'
import { gridWork } from '@/utils/analytics/grid'
import type { Work } from '@/utils/analytics/slices'
import { windowIn } from '@/utils/analytics/windows'
import type { AnalyticsKind, ViewName } from './api'
import { fateOf } from './defs/work'
import { monthBefore, spent } from './defs/spending'
import type { Word } from './texts'
import type { RowsByKind } from './useRows'

export interface Figure {
  word: Word
  view: ViewName
  kind: AnalyticsKind
  /** Whether any row of the kind was seen. */
  seen: boolean
  /** Exact sums, one a currency; or a count. */
  money?: { currency: string; amount: string }[]
  count?: number
}
interface Asked {
  word: Word
  view: ViewName
  kind: AnalyticsKind
  /** Rows are counted without it. */
  amount?: Reading
  tests: Test[]
  oneGrain?: true
}
const is = (reading: Reading, ...words: string[]): Test => ({
  reading,
  fits: (word) => words.includes(word),
})

/** The six numbers that matter on a Monday. */
function asked(now: number): Asked[] {
  const present = monthOf(now)
  return [
    {
      word: 'start.incentives',
      view: 'incentives',
      kind: 'incentive',
      amount: 'amount',
      tests: [{ reading: 'cycle', fits: (word) => word.startsWith(present.slice(0, 4)) }],
    },
    {
      word: 'start.pending',
      view: 'incentives',
      kind: 'incentiveBill',
      amount: 'amount',
      tests: [is('status', 'pending')],
    },
    {
      word: 'start.consumption',
      view: 'consumption',
      kind: 'consumption',
      amount: spent,
      tests: [is('month', monthBefore(present, 1))],
      oneGrain: true,
    },
    {
      word: 'start.coupons',
      view: 'coupons',
      kind: 'coupon',
      amount: 'balance',
      tests: [
        is('holder', 'issued'),
        is('status', 'usable'),
        { reading: windowIn('expiresAt', now), fits: (word) => word !== 'over' },
      ],
    },
    {
      word: 'start.expiring',
      view: 'resources',
      kind: 'resource',
      tests: [
        is(windowIn('expiresAt', now), '7', '15', '30'),
        { reading: 'status', fits: (word) => word !== 'closed' },
      ],
    },
    {
      word: 'start.exports',
      view: 'work',
      kind: 'exportTask',
      tests: [is({ name: `fate:${now}`, of: (row) => fateOf(row, now) }, 'waiting')],
    },
  ]
}

export function* startWork(rows: RowsByKind, now: number): Work<Figure[]> {
  const figures: Figure[] = []
  for (const { word, view, kind, amount, tests, oneGrain } of asked(now)) {
    const columns = columnsOf(rows[kind] ?? [])
    const figure = { word, view, kind, seen: columns.rows.length > 0 }
    const grain = oneGrain ? [yield* oneGrainTest(columns)] : []
    const among = yield* columns.marks([...tests, ...grain])
    if (amount === undefined) {
      figures.push({ ...figure, count: among?.reduce((sum, mark) => sum + mark, 0) ?? 0 })
      continue
    }
    const split = { by: 'currency', keepUnsaid: true, amount, unit: { currency: '' } }
    const { labels, series } = yield* gridWork(columns, split, among)
    const money = labels.map((currency, at) => ({
      currency,
      amount: series[0]?.values[at] ?? '0.00',
    }))
    figures.push({ ...figure, money })
  }
  return figures
}
