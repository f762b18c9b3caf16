import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { others, type Row } from '@/utils/analytics/chart-data'
import { Exact } from '@/utils/analytics/exact'
import { marked } from '@/utils/analytics/columns'
import { oneGrain, testsOf } from '@/utils/analytics/filter'
import { gridOf } from '@/utils/analytics/grid'
import { fewSeries, ranked, running } from '@/utils/analytics/shape'
import { cameAndLeft } from '@/utils/analytics/spending'
import { concentration, moved, projected } from '@/utils/analytics/trends'
import { windowOf } from '@/utils/analytics/windows'
import { overlaid, yearsOf, yearToDate } from '@/utils/analytics/years'

/** An independent sum: all in millionths, as whole numbers of any size. */
const millionths = (text: string) => {
  const [whole = '0', part = ''] = text.replace('-', '').split('.')
  const units = BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'))
  return text.startsWith('-') ? -units : units
}
const total = (texts: readonly (string | undefined)[]) =>
  texts.reduce((sum, each) => sum + millionths(each ?? '0'), 0n)

const amount = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.integer({ min: 0, max: 6 }))
  .map(([minus, units, places]) => {
    const digits = units.toString().padStart(places + 1, '0')
    const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
    return minus ? `-${text}` : text
  })
const row = fc.record({
  cycle: fc.constantFrom('2025-11', '2025-12', '2026-01', '2026-02'),
  customerName: fc.constantFrom('甲', '乙', '丙', '丁', ''),
  status: fc.constantFrom('paid', 'pending', undefined),
  amount,
})

describe('sums', () => {
  it('are exact, whatever the amounts: 1,000 random sets', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 60 }), (texts) => {
        const sum = new Exact()
        for (const text of texts) sum.add(text)
        expect(millionths(sum.toString())).toBe(total(texts))
      }),
      { numRuns: 1000 },
    )
  })
  it('hold large amounts to the last place', () => {
    const sum = new Exact()
    for (const text of ['89979999999999', '0.01', '-99999999999.9999', '90071992547409.93'])
      sum.add(text)
    expect(sum.toString()).toBe('179951992547408.9401')
  })
  it('leave out what is no amount', () => {
    const sum = new Exact()
    expect(['1.10', '', 'x', '12345678901234567x', '0.20'].map((text) => sum.add(text))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
    expect(sum.toString()).toBe('1.30')
  })
})

describe('a chart', () => {
  it('has parts that add up to the whole, by place and series: 1,000 random sets', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 80 }),
        fc.integer({ min: 1, max: 4 }),
        (rows, most) => {
          const split = { amount: 'amount', keepUnsaid: true, unit: { currency: 'CNY' } } as const
          const data = gridOf(rows as Row[], {
            ...split,
            by: 'cycle',
            into: 'status',
          })
          const whole = total(rows.map((each) => each.amount))
          expect(total(data.series.map((each) => each.total))).toBe(whole)
          expect(total(data.series.flatMap((each) => each.values))).toBe(whole)
          expect(millionths(data.total ?? '0')).toBe(whole)
          for (const each of data.series)
            each.values.forEach((value, at) => {
              const own = rows.filter(
                ({ cycle, status }) => cycle === data.labels[at] && (status ?? '') === each.id,
              )
              expect(value === undefined).toBe(own.length === 0)
              expect(millionths(value ?? '0')).toBe(total(own.map((one) => one.amount)))
            })
          const top = ranked(gridOf(rows as Row[], { ...split, by: 'customerName' }), most)
          expect(total(top.series.flatMap((each) => each.values))).toBe(whole)
          expect(top.labels.filter((label) => label !== others).length).toBeLessThanOrEqual(most)
          const sums = running(data)
          for (const [at, each] of sums.series.entries()) {
            const last = each.values.findLast((value) => value !== undefined)
            expect(millionths(last ?? '0')).toBe(millionths(data.series[at]?.total ?? '0'))
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
  it('shows every place of its axis, and nothing seen is not zero', () => {
    const data = gridOf([{ month: '2026-02', amount: '0' }], {
      by: 'month',
      amount: 'amount',
      unit: { currency: 'CNY' },
      labels: ['2026-01', '2026-02', '2026-03'],
    })
    expect(data.series[0]?.values).toEqual([undefined, '0.00', undefined])
  })
  it('adds large and fine amounts to the last place, and leaves out what is no amount', () => {
    const texts = ['89979999999999', '0.01', '-99999999999.9999', '90071992547409.93', '', 'x', ' ']
    const data = gridOf(
      texts.map((each) => ({ name: 'a', amount: each })),
      { by: 'name', amount: 'amount', unit: { currency: 'CNY' } },
    )
    expect(data.total).toBe('179951992547408.9401')
  })
  it('keeps the largest series, and the rest as one', () => {
    const rows = [...'abcd'].map((name, at) => ({ name, amount: `${at}.10`, month: '2026-01' }))
    const split = {
      by: 'month',
      into: 'name',
      amount: 'amount',
      unit: { currency: 'CNY' },
    } as const
    expect(fewSeries(gridOf(rows, split), 2).series.map(({ id, total: sum }) => [id, sum])).toEqual(
      [
        ['d', '3.10'],
        ['c', '2.10'],
        [others, '1.20'],
      ],
    )
  })
  it('shows several amounts of a row side by side, as no parts of a whole', () => {
    const rows = [
      { month: '2026-02', due: '2.00', paid: '1.50' },
      { month: '2026-01', due: '1.00' },
    ]
    const split = { by: 'month', measures: ['due', 'paid'], unit: { currency: 'CNY' } } as const
    expect(gridOf(rows, split)).toEqual({
      labels: ['2026-01', '2026-02'],
      series: [
        { id: 'due', values: ['1.00', '2.00'], total: '3.00' },
        { id: 'paid', values: [undefined, '1.50'], total: '1.50' },
      ],
      unit: { currency: 'CNY' },
    })
  })
  it('counts in whole numbers', () => {
    const data = gridOf([{ a: 'x' }, { a: 'x' }], { by: 'a', unit: 'count' })
    expect(data).toMatchObject({ labels: ['x'], series: [{ values: ['2'] }], total: '2' })
  })
  it('lays years over each other, newest first', () => {
    const rows = [
      { cycle: '2025-03', amount: '1.00' },
      { cycle: '2026-03', amount: '2.50' },
    ]
    const split = overlaid('cycle', yearsOf(rows, 'cycle'))
    const data = gridOf(rows, { ...split, amount: 'amount', unit: { currency: 'CNY' } })
    expect(data.series.map(({ id, values }) => [id, values[2]])).toEqual([
      ['2026', '2.50'],
      ['2025', '1.00'],
    ])
  })
})

describe('what is read out of a chart', () => {
  const series = (id: string, values: (string | undefined)[]) => ({ id, values, total: '0' })
  it('projects a year from the mean of the months that are over, from the third on', () => {
    const values = ['10.00', '20.00', '30.00', ...Array.from({ length: 9 }, () => undefined)]
    expect(projected(series('2026', values), 3)).toBe('240.00')
    expect(projected(series('2026', values), 2)).toBeUndefined()
    expect(projected(series('2026', ['1', undefined, '1']), 3)).toBeUndefined()
  })
  it('finds what falls and jumps, and leaves what swings and what is small', () => {
    const labels = ['1', '2', '3', '4', '5', '6', '7']
    const data = {
      labels,
      unit: { currency: 'CNY' },
      series: [
        series('falls', ['1000', '1010', '990', '1000', '1005', '995', '100']),
        series('jumps', ['10', '10', '10', '10', '10', '10', '900']),
        series('swings', ['0', '1000', '0', '1000', '0', '1000', '0']),
        series('small', ['10', '10', '10', '10', '10', '10', '40']),
      ],
    }
    expect(
      moved(data)
        .map(({ label }) => label)
        .sort(),
    ).toEqual(['falls', 'jumps'])
  })
  it('sets a year so far beside the same months of the year before', () => {
    const data = {
      labels: ['01', '02', '03'],
      unit: { currency: 'CNY' },
      series: [series('2026', ['1.10', '2.20', '9']), series('2025', ['1.00', '1.00', '9'])],
    }
    expect(yearToDate(data, '2026', '02')).toEqual({
      year: '2026',
      until: '02',
      now: '3.30',
      before: '2.00',
      change: expect.closeTo(0.65),
    })
    expect(yearToDate(data, '2024', '02')).toBeUndefined()
  })
  it('knows who came and who left', () => {
    const data = {
      labels: ['1', '2', '3'],
      unit: { currency: 'CNY' },
      series: [
        series('came', [undefined, '0.00', '5.00']),
        series('left', ['3.00', '1.50', undefined]),
        series('stays', ['1', undefined, '1']),
      ],
    }
    expect(cameAndLeft(data)).toEqual({
      came: [{ label: 'came', amount: '5.00' }],
      left: [{ label: 'left', amount: '4.50' }],
    })
  })
  it('says how much the largest hold', () => {
    const data = gridOf(
      [...'abcdefghijkl'].map((name) => ({ name, amount: name === 'a' ? '90' : '1' })),
      { by: 'name', amount: 'amount', unit: { currency: 'CNY' } },
    )
    expect(concentration(data, 1)).toBeCloseTo(90 / 101)
    const refunded = {
      ...data,
      labels: ['x', 'y'],
      series: [{ id: '', values: ['10', '-5'], total: '5' }],
    }
    expect(concentration(refunded)).toBe(1)
  })
  it('puts what ends into windows', () => {
    const day = 86_400_000
    expect([-1, 1, 10, 89, 400].map((days) => windowOf(days * day, 0))).toEqual([
      'over',
      '7',
      '15',
      '90',
      'later',
    ])
  })
})

describe('rows', () => {
  it('of two grains are never added: the finest of each month is taken', () => {
    const rows = [
      { month: '2026-01', grain: 'service', amount: '5' },
      { month: '2026-01', grain: 'customer+service', amount: '3' },
      { month: '2026-01', grain: 'customer+service', amount: '2' },
      { month: '2026-02', grain: '*', amount: '7' },
    ]
    expect(oneGrain(rows).map(({ amount: each }) => each)).toEqual(['3', '2', '7'])
    expect(oneGrain(rows, 'customer').map(({ amount: each }) => each)).toEqual(['3', '2'])
  })
  it('are kept by what is wanted of each field', () => {
    const rows = [
      { status: 'paid', manager: 'A' },
      { status: 'paid' },
      { status: 'pending', manager: 'A' },
    ]
    expect(marked(rows, testsOf({ status: ['paid'], manager: ['A'] }))).toEqual([rows[0]])
    expect(marked(rows, testsOf({ status: [] }))).toBe(rows)
  })
})
