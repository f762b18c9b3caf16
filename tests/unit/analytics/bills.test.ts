import { describe, expect, it } from 'vitest'
import { readChecks, withCheck } from '@/components/analytics/bill-checks'
import { guardedBills, product } from '@/utils/analytics/bills'

const bill = (more = {}) => ({
  billId: 'B1',
  status: 'pending',
  amount: '30.00',
  currency: 'CNY',
  ...more,
})
const line = (more = {}) => ({ billId: 'B1', currency: 'CNY', ...more })

describe('guardedBills', () => {
  it('finds the gap between a bill and its lines, to the cent', () => {
    const lines = [
      line({ amount: '10.10' }),
      line({ amount: '19.89' }),
      line({ billId: 'B2', amount: '5' }),
    ]
    expect(guardedBills([bill()], lines)).toMatchObject([{ lines: 2, sum: '29.99', gap: '0.01' }])
    const whole = guardedBills([bill({ amount: '29.99' })], lines)
    expect(whole[0]).not.toHaveProperty('gap')
  })
  it('says nothing of a gap where no line was seen, and never compares two currencies', () => {
    const found = guardedBills([bill()], [line({ amount: '1.00', currency: 'USD' })])
    expect(found).toMatchObject([{ lines: 0 }])
    expect(found[0]).not.toHaveProperty('gap')
  })
  it('marks lines that are not base × rate; a cent of rounding is none', () => {
    const right = line({ baseAmount: '333.33', rate: '0.05', amount: '16.66' })
    const wrong = line({ baseAmount: '1000.00', rate: '0.05', amount: '45.00' })
    const [found] = guardedBills([bill()], [right, wrong, line({ amount: '1.00' })])
    expect(found?.wrong).toEqual([{ line: wrong, expected: '50.00' }])
  })
  it('shows what is pending only, the next deadline first', () => {
    const bills = [
      bill({ billId: 'later', confirmBy: 2 }),
      bill({ billId: 'paid', status: 'paid', confirmBy: 0 }),
      bill({ billId: 'never' }),
      bill({ billId: 'next', confirmBy: 1 }),
    ]
    expect(guardedBills(bills, []).map(({ billId }) => billId)).toEqual(['next', 'later', 'never'])
  })
})

describe('product', () => {
  it.each([
    ['0.1', '0.2', '0.02'],
    ['123456789012.34', '0.155', '19135802296.91'],
    ['-10', '0.0005', '-0.01'],
    ['x', '1', undefined],
  ])('%s × %s is %s', (a, b, expected) => expect(product(a, b)).toBe(expected))
})

describe('checks of bills', () => {
  it('are changed one at a time, and taken away with nothing', () => {
    const one = withCheck({}, 'B1', { mark: 'questioned' })
    const two = withCheck(one, 'B1', { note: '少一条' })
    expect(two.B1).toEqual({ mark: 'questioned', note: '少一条' })
    expect(withCheck(two, 'B1', { mark: '' }).B1).toEqual({ note: '少一条' })
  })
  it('read whatever the host had kept', () => {
    expect({ ...readChecks({ a: { mark: 'x', note: 3 }, b: null }) }).toEqual({ a: {}, b: {} })
    expect({ ...readChecks('nonsense') }).toEqual({})
  })
})
