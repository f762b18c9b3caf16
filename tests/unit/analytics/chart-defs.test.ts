import { describe, expect, it } from 'vitest'
import { dataOf, rowsBehind } from '@/components/analytics/chart-def'
import { chartDefs } from '@/components/analytics/chart-defs'
import type { Row } from '@/utils/analytics/chart-data'

const day = 86_400_000
const now = Date.UTC(2026, 2, 15)
const context = {
  year: '2026',
  years: ['2026', '2025'],
  currency: 'CNY',
  lastMonth: '2026-02',
  now,
}
const defOf = (id: string) => {
  const def = chartDefs.find((each) => each.id === id)
  if (!def) throw new Error(id)
  return def
}
/** A chart as a table: each series by the places that have something. */
const table = (id: string, rows: readonly Row[], more = {}) => {
  const data = dataOf(defOf(id), rows, { ...context, ...more })
  return Object.fromEntries(
    (data?.series ?? []).map((series) => [
      series.id,
      Object.fromEntries(
        (data?.labels ?? []).flatMap((label, at) =>
          series.values[at] === undefined ? [] : [[label, series.values[at]]],
        ),
      ),
    ]),
  )
}
const cny = (row: Row) => ({ currency: 'CNY', ...row })

describe('charts by hand', () => {
  const incentives = [
    { cycle: '2026-01', amount: '0.10', status: 'paid', customerId: 'c1', customerName: '云*' },
    { cycle: '2026-01', amount: '0.20', status: 'paid', customerId: 'c2', customerName: '云*' },
    { cycle: '2026-02', amount: '5', status: 'estimated', customerId: 'c1', customerName: '云*' },
    { cycle: '2025-01', amount: '1.00', status: 'paid', customerId: 'c1' },
    { cycle: '2026-01', amount: '99.00', currency: 'USD' },
  ].map(cny)
  it('incentives: years overlaid, states stacked, the sum so far', () => {
    expect(table('incentive-trend', incentives)).toEqual({
      2026: { '01': '0.30', '02': '5.00' },
      2025: { '01': '1.00' },
    })
    expect(table('incentive-status', incentives)).toEqual({
      paid: { '2026-01': '0.30' },
      estimated: { '2026-02': '5.00' },
    })
    expect(table('incentive-cumulative', incentives)['2026']).toEqual({
      '01': '0.30',
      '02': '5.30',
    })
  })
  it('customers are told apart by their id, though their names are masked alike', () => {
    expect(table('incentive-customers', incentives)).toEqual({ '': { c1: '5.10', c2: '0.20' } })
    const data = dataOf(defOf('incentive-customers'), incentives, context)
    expect(data?.names?.get('c2')).toBe('云* (c2)')
    const behind = (label: string, top?: number) => {
      const wished = { ...context, ...(top ? { top } : {}) }
      const shown = dataOf(defOf('incentive-customers'), incentives, wished)!
      return rowsBehind(defOf('incentive-customers'), incentives, wished, shown, {
        label,
        series: '',
      })
    }
    expect(behind('c1')).toEqual([incentives[0], incentives[2]])
    expect(behind('…others', 1)).toEqual([incentives[1]])
  })
  it('spending: one grain, by what is chosen, beside the month before and the year before', () => {
    const spending = [
      { month: '2026-02', serviceName: 'ECS', amountDue: '7.00', grain: 'customer+service' },
      { month: '2026-01', serviceName: 'ECS', amountDue: '3.00', grain: 'customer+service' },
      { month: '2025-02', serviceName: 'OBS', amountDue: '2.00', grain: 'service' },
      { month: '2026-02', amountDue: '7.00', grain: '*' },
    ].map(cny)
    expect(table('spend-trend', spending)).toEqual({
      2026: { '01': '3.00', '02': '7.00' },
      2025: { '02': '2.00' },
    })
    expect(table('spend-compare', spending)).toEqual({
      '2026-02': { ECS: '7.00' },
      '2026-01': { ECS: '3.00' },
      '2025-02': { OBS: '2.00' },
    })
    expect(table('distribution', spending, { split: 'chargeMode' })).toEqual({})
  })
  it('coupons: what became of a face value adds up to it', () => {
    const coupons = [
      { faceValue: '100.00', balance: '30.00', status: 'usable', expiresAt: now + day },
      { faceValue: '50.00', balance: '50.00', status: 'usable', expiresAt: now - day },
      { faceValue: '20.00', status: 'used' },
      { faceValue: '10.00', balance: '4.00', status: 'reclaimed' },
    ].map((each) => cny({ ...each, planName: 'P', validFrom: Date.UTC(2026, 0, 31, 17) }))
    const parts = { used: '96.00', unused: '30.00', reclaimed: '4.00', expired: '50.00' }
    const at = (place: string) =>
      Object.fromEntries(Object.entries(parts).map(([part, sum]) => [part, { [place]: sum }]))
    expect(table('coupon-plans', coupons)).toEqual(at('P'))
    // The last night of January in UTC is February in the console's time.
    expect(table('coupon-ladder', coupons)).toEqual(at('2026-02'))
    expect(table('coupon-days', coupons)).toEqual({ '': { '2026-03-16': '30.00' } })
  })
  it('resources: what ends when, and what has lost its main', () => {
    const resources = [
      { resourceId: 'a', serviceName: 'ECS', expiresAt: now + 6 * day, expiryPolicy: 'auto-renew' },
      { resourceId: 'b', serviceName: 'EVS', expiresAt: now + 20 * day, mainResourceId: 'a' },
      { resourceId: 'c', serviceName: 'EIP', mainResourceId: 'gone', status: 'active' },
    ]
    expect(table('resource-expiry', resources)).toEqual({ auto: { 7: '1' }, '': { 30: '1' } })
    expect(table('orphans', resources)).toEqual({ '': { EIP: '1' } })
  })
  it('exports: what became of each', () => {
    const tasks = [
      { status: 'completed', downloadedAt: now },
      { status: 'completed', expiresAt: now - 1 },
      { status: 'completed', expiresAt: now + day },
    ]
    expect(table('exports', tasks)).toEqual({ '': { downloaded: '1', waiting: '1', lapsed: '1' } })
  })
})
