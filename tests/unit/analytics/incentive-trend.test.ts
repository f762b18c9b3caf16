import { describe, expect, it } from 'vitest'
import {
  incentiveTrend,
  incentiveYears,
  largest,
} from '@/components/analytics/charts/incentive-trend'

const line = (cycle: string, amount?: string, currency = 'CNY') => ({ cycle, amount, currency })

describe('incentiveTrend', () => {
  it('sums a year by cycle, exactly', () => {
    const { cycles, series } = incentiveTrend(
      [line('2026-01', '0.10'), line('2026-01', '0.20'), line('2026-12', '5.00')],
      '2026',
    )
    expect(cycles).toHaveLength(12)
    expect(series).toHaveLength(1)
    expect(series[0]?.amounts[0]).toBe('0.30')
    expect(series[0]?.amounts[11]).toBe('5.00')
    expect(series[0]?.total).toBe('5.30')
  })
  it('leaves a cycle that was not seen open: not seen is not zero', () => {
    const { series } = incentiveTrend([line('2026-01', '1.00')], '2026')
    expect(series[0]?.amounts[1]).toBeUndefined()
  })
  it('keeps currencies apart', () => {
    const { series } = incentiveTrend(
      [line('2026-01', '1.00'), line('2026-01', '2.00', 'USD')],
      '2026',
    )
    expect(series.map(({ currency, total }) => [currency, total])).toEqual([
      ['CNY', '1.00'],
      ['USD', '2.00'],
    ])
  })
  it('leaves other years and lines without an amount out', () => {
    const { series } = incentiveTrend([line('2025-12', '9.00'), line('2026-03')], '2026')
    expect(series).toEqual([])
  })
})

describe('incentiveYears', () => {
  it('names each year once, the newest first', () => {
    expect(incentiveYears([line('2025-12'), line('2026-01'), line('2025-11'), {}])).toEqual([
      '2026',
      '2025',
    ])
  })
})

describe('largest', () => {
  it('compares by value', () => expect(largest(['9.5', undefined, '10.25'])).toBe('10.25'))
})
