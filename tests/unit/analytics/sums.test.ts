import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDecimals, isZero, sumDecimals, sumsBy } from '@/utils/analytics/sums'

describe('sumDecimals', () => {
  it('adds what floats cannot', () => {
    expect(sumDecimals(['0.1', '0.2'])).toBe('0.3')
    expect(sumDecimals(['9007199254740993.01', '0.02'])).toBe('9007199254740993.03')
  })
  it('keeps as many places as its longest part', () => {
    expect(sumDecimals(['1', '0.50', '0.125'])).toBe('1.625')
    expect(sumDecimals(['1.10', '2.90'])).toBe('4.00')
  })
  it('takes refunds off', () => {
    expect(sumDecimals(['10.00', '-12.50'])).toBe('-2.50')
    expect(sumDecimals(['0.05', '-0.05'])).toBe('0.00')
  })
  it('is nothing where there is nothing', () => expect(sumDecimals([])).toBe('0'))
  it('leaves out what is no decimal', () =>
    expect(sumDecimals(['1.5', undefined, '—', '1e3', ''])).toBe('1.5'))
  it('agrees with a sum of cents, whatever the amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })), (cents) => {
        const text = (value: bigint) => {
          const digits = (value < 0n ? -value : value).toString().padStart(3, '0')
          return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
        }
        const sum = cents.reduce((all, each) => all + each, 0n)
        expect(sumDecimals(cents.map(text))).toBe(cents.length === 0 ? '0' : text(sum))
      }),
    )
  })
})

describe('compareDecimals', () => {
  it('orders by value, not by length', () => {
    expect(['10', '9.99', '-1', '9.990'].sort(compareDecimals)).toEqual([
      '-1',
      '9.99',
      '9.990',
      '10',
    ])
  })
  it('puts what is no decimal last', () => {
    expect(['—', '2', '1'].sort(compareDecimals)).toEqual(['1', '2', '—'])
  })
})

describe('isZero', () => {
  it.each([
    ['0.00', true],
    ['-0', true],
    ['0.01', false],
    ['', false],
  ])('%s: %s', (value, zero) => expect(isZero(value)).toBe(zero))
})

describe('sumsBy', () => {
  it('never mixes what differs', () => {
    const rows = [
      { currency: 'CNY', amount: '1.10' },
      { currency: 'USD', amount: '2.00' },
      { currency: 'CNY', amount: '0.90' },
      { currency: 'EUR' },
    ]
    const sums = sumsBy(
      rows,
      ({ currency }) => currency,
      ({ amount }) => amount,
    )
    expect([...sums]).toEqual([
      ['CNY', '2.00'],
      ['USD', '2.00'],
    ])
  })
})
