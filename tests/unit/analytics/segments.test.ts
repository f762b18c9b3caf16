import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentOf } from '@/components/analysis/cache-segments'
import { dataOf, rowsBehind } from '@/components/analytics/chart-def'
import { chartDefs } from '@/components/analytics/chart-defs'
import { viewWork } from '@/components/analytics/useCharts'
import { guardedBills } from '@/utils/analytics/bills'
import { columnsOf } from '@/utils/analytics/columns'
import { restatementWork } from '@/utils/analytics/restatement'
import { rowsOfSegments, type Segment } from '@/utils/analytics/segments'
import { atOnce } from '@/utils/analytics/slices'
import { encode, type KeptRecord } from '@/utils/cache/columns'

const now = Date.UTC(2026, 2, 15)
const context = { year: '2026', years: ['2026', '2025'], currency: 'CNY', top: 3, now }
const word = (...words: string[]) => fc.constantFrom(...words)
const row = fc.record(
  {
    cycle: word('2025-12', '2026-01', '2026-02'),
    month: word('2025-12', '2026-01', '2026-02'),
    grain: word('customer+service', 'customer', '*'),
    amount: word('1.10', '-2.05', '3', '0.00001', '123456789012345.67'),
    amountDue: word('1.10', '7.25'),
    firstAmount: word('1.00', '3'),
    confirmedAmount: word('1.10', '4'),
    currency: word('CNY', 'CNY', 'USD'),
    status: word('paid', 'paying', 'pending', 'estimated'),
    customerId: word('c1', 'c2'),
    customerName: word('云**', '星**'),
    accountName: word('yun', 'xing'),
    serviceName: word('ECS', 'OBS'),
    productType: word('ECS', 'OBS', 'RDS'),
    // A field that is a number in one row and a text in another.
    planName: fc.oneof(word('P1', 'P2'), fc.integer({ max: 9 })),
    billId: word('B1', 'B2'),
    expiresAt: fc.constantFrom(now + 86_400_000, now + 40 * 86_400_000),
  },
  { requiredKeys: [] },
)
const envelope = fc.record(
  { customerRef: word('r1', 'r2'), goneAt: fc.constant(5) },
  { requiredKeys: [] },
)
const kept = fc.tuple(row, envelope)
const parts = fc.array(fc.array(kept, { maxLength: 12 }), { maxLength: 4 })

/** Each part as a segment of the cache, and the same rows that are still there as a list. */
function both(given: (readonly [object, { goneAt?: number }])[][]) {
  const all = given.map((part, own) =>
    part.map(([fields, more], at) => {
      const $ = { account: 'cn:a', key: `${own}-${at}`, source: 'api', observedAt: at, ...more }
      return { ...fields, $ } as KeptRecord
    }),
  )
  const rows = all.flat().filter(({ $ }) => $.goneAt === undefined)
  return { rows, list: rowsOfSegments(all.map((part) => segmentOf(encode(part, 'cn:a')))) }
}

describe('rows of segments', () => {
  it('are the rows the segments were made of', () => {
    fc.assert(
      fc.property(parts, fc.nat(40), (given, at) => {
        const { rows, list } = both(given)
        expect(list[at]).toEqual(rows[at])
        expect([...list]).toEqual(rows)
        expect(list.filter((each) => each.status === 'paid')).toEqual(
          rows.filter((each) => each.status === 'paid'),
        )
      }),
    )
  })

  it('make every chart what rows make it, with the same rows behind each bar', () => {
    fc.assert(
      fc.property(parts, (given) => {
        for (const def of chartDefs) {
          const { rows, list } = both(given)
          const data = dataOf(def, list, context)
          expect(data).toEqual(dataOf(def, rows, context))
          for (const label of data?.labels ?? [])
            for (const { id: series } of data?.series ?? []) {
              const place = { label, series }
              expect(rowsBehind(def, list, context, data!, place)).toEqual(
                rowsBehind(def, rows, context, data!, place),
              )
            }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('make the same restatement and the same bills', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { rows, list } = both(given)
        expect(atOnce(restatementWork(columnsOf(list), '2026'))).toEqual(
          atOnce(restatementWork(columnsOf(rows), '2026')),
        )
        const bills = [{ billId: 'B1', status: 'pending', amount: '5', currency: 'CNY' }]
        expect(guardedBills(bills, list)).toEqual(guardedBills(bills, rows))
      }),
    )
  })

  it('are not made for charts: only the customers that are named', async () => {
    const made = Array.from({ length: 500 }, (_, at) => ({
      cycle: `2026-0${1 + (at % 2)}`,
      amount: '1.00',
      currency: 'CNY',
      status: 'paid',
      customerName: `客户${at % 50}`,
      $: { account: 'cn:a', key: `I${at}`, source: 'api', observedAt: 1 },
    })) as unknown as KeptRecord[]
    const segment = segmentOf(encode(made))
    let looks = 0
    const counted: Segment = {
      ...segment,
      row: (at) => {
        looks++
        return segment.row(at)
      },
    }
    // As the page gets them: out of a promise, which asks what it is given whether it is one.
    const incentive = await Promise.resolve(rowsOfSegments([counted]))
    const rows = { incentive, incentiveBill: [] }
    const shown = atOnce(viewWork(rows, { view: 'incentives', top: 10 }, now))
    expect(shown?.charts.length).toBeGreaterThan(3)
    expect(looks).toBe(10)
  })
})
