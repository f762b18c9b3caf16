import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataOf, type Context } from '@/components/analytics/chart-def'
import { chartDefs } from '@/components/analytics/chart-defs'
import { others, type ChartData, type Row } from '@/utils/analytics/chart-data'
import { millionths, plainSums, type Part } from './plain-sums'

/* Each chart against an independent sum, over random rows: equal to the last place, and its parts are its whole. */

const day = 86_400_000
const now = Date.UTC(2026, 2, 15, 3)
const amount = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([minus, units, places]) => {
    const digits = units.toString().padStart(places + 1, '0')
    const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
    return minus ? `-${text}` : text
  })
const owned = amount.map((text) => text.replace('-', ''))
const moment = fc
  .oneof(fc.integer({ min: -500, max: 420 }), fc.integer({ min: -12, max: 95 }))
  .map((days) => now + days * day + 17)
const word = (...texts: string[]) => fc.constantFrom(...texts)
const months = word('2024-12', '2025-02', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03')
const status = {
  incentive: word('paid', 'paying', 'pending', 'estimated', 'disputed'),
  incentiveBill: word('pending', 'paid'),
  coupon: word('usable', 'used', 'expired', 'reclaimed'),
  resource: word('active', 'frozen', 'closed'),
  resourcePackage: word('active', 'expired'),
  exportTask: word('completed', 'running', 'failed', 'expired', 'queued'),
  salesTask: word('open', 'doing', 'done', 'closed'),
  renewalTask: word('open', 'doing', 'done', 'closed'),
} as Record<string, fc.Arbitrary<string>>
/** A row of any kind: each field may be missing, so that what rows do not say is met everywhere. */
const rowOf = (kind: string) =>
  fc.record(
    {
      cycle: months,
      month: months,
      grain: word('customer+service+chargeMode', 'customer', 'service+manager', '*'),
      amount,
      amountDue: amount,
      amountPaid: amount,
      discountAmount: amount,
      couponAmount: amount,
      faceValue: owned,
      balance: owned,
      quotaValue: owned,
      currency: word('CNY', 'CNY', 'CNY', 'USD'),
      status: status[kind] ?? word('normal'),
      customerId: word('c1', 'c2', 'c3'),
      customerName: word('云**', '星**'),
      productType: word('ECS', 'OBS', 'RDS', 'ELB'),
      serviceName: fc.integer({ min: 1, max: 12 }).map((at) => `S${at}`),
      chargeMode: word('subscription', 'on-demand'),
      association: word('resale', 'referral'),
      manager: word('张', '李'),
      planName: word('P1', 'P2', 'P3'),
      resellerName: word('R1', 'R2'),
      salesRep: word('E1', 'E2'),
      holder: word('own', 'issued'),
      type: word('voucher', 'cash', 'discount'),
      operation: word('issue', 'reclaim'),
      region: word('北京四', '上海一'),
      billing: word('subscription', 'on-demand'),
      expiryPolicy: word('auto-renew', 'grace', 'delete'),
      resourceId: word('r1', 'r2', 'r3', 'r4'),
      mainResourceId: word('r1', 'r3', 'r9'),
      items: fc.array(
        fc.integer({ min: 0, max: 100 }).map((left) => ({ total: '100', remaining: `${left}` })),
        { maxLength: 3 },
      ),
      confirmBy: moment,
      createdAt: moment,
      downloadedAt: moment,
      expiresAt: moment,
      openedAt: moment,
      operatedAt: moment,
      requestedAt: moment,
      startedAt: moment,
      usedAt: moment,
      validFrom: moment,
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Row>
const wishes = fc.record({
  top: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
  split: word('serviceName', 'chargeMode', 'association', 'manager', 'customer'),
})
const contextOf = ({ top, split }: { top?: number | undefined; split: string }): Context => ({
  year: '2026',
  years: ['2026', '2025', '2024'],
  currency: 'CNY',
  split,
  lastMonth: '2026-02',
  now,
  ...(top === undefined ? {} : { top }),
})

const sum = (units: readonly bigint[]) => units.reduce((all, each) => all + each, 0n)
const cells = (data: ChartData) =>
  data.series.flatMap(({ id, values }) =>
    values.flatMap((value, at) =>
      value === undefined ? [] : [{ id, label: data.labels[at]!, units: millionths(value) }],
    ),
  )
/** What plain sums say of a cell; the rest of a ranking or of the series is what is not named. */
function saidOf(parts: readonly Part[], data: ChartData, label: string, id: string): bigint {
  const series = new Set(data.series.map((each) => each.id))
  const labels = new Set(data.labels)
  const fits = (own: string, wanted: string, named: ReadonlySet<string>) =>
    wanted === others ? !named.has(own) : own === wanted
  const own = parts.filter(
    (part) => fits(part.place, label, labels) && fits(part.line ?? '', id, series),
  )
  return sum(own.map(({ units }) => units))
}
/** Values added to those before them, as values of each place again. */
const steps = (data: ChartData): ChartData => ({
  ...data,
  series: data.series.map((each) => ({
    ...each,
    values: each.values.map((value, at) => {
      const before = at === 0 ? '0' : each.values[at - 1]!
      if (value === undefined) return undefined
      const units = millionths(value) - millionths(before)
      const digits = (units < 0n ? -units : units).toString().padStart(7, '0')
      return `${units < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`
    }),
  })),
})

it('knows what every chart must add up to', () =>
  expect(Object.keys(plainSums).sort()).toEqual(chartDefs.map(({ id }) => id).sort()))

describe.each(chartDefs.map((def) => [def.id, def] as const))('%s', (id, def) => {
  it('is equal to plain sums in every cell and as a whole: 1,000 random sets', () => {
    let shown = 0
    fc.assert(
      fc.property(
        fc.array(rowOf(def.kind), { maxLength: 30, size: 'max' }),
        wishes,
        (rows, wished) => {
          const context = contextOf(wished)
          const parts = plainSums[id]!(rows, context)
          const whole = sum(parts.map(({ units }) => units))
          const made = dataOf(def, rows, context)
          if (!made) {
            // A ranking by what no row says is not shown; nor is what has no rows.
            expect(new Set(parts.map(({ place }) => place)).size).toBeLessThan(2)
            if (!['rank', 'parts'].includes(def.shape)) expect(parts).toEqual([])
            return
          }
          shown++
          const data = id === 'incentive-cumulative' ? steps(made) : made
          expect(sum(cells(data).map(({ units }) => units))).toBe(whole)
          expect(sum(data.series.map(({ total }) => millionths(total)))).toBe(whole)
          if (data.total !== undefined) expect(millionths(data.total)).toBe(whole)
          for (const { label, id: line, units } of cells(data))
            expect([label, line, units]).toEqual([label, line, saidOf(parts, data, label, line)])
          for (const { id: line, total, values } of data.series)
            expect([line, millionths(total)]).toEqual([
              line,
              sum(values.map((_, at) => saidOf(parts, data, data.labels[at]!, line))),
            ])
        },
      ),
      { numRuns: 1000, seed: 7 },
    )
    expect(shown).toBeGreaterThan(300)
  }, 60_000)
})
