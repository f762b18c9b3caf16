import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recognise } from '@/utils/recognise'
import { isRounded, moved, scaleOf } from '@/utils/recognise/scale'

const coupons = (unit: string, caption?: string) =>
  recognise({
    columns: ['代金券ID', `面值${unit}`, `余额${unit}`, '状态', '失效时间'],
    rows: [['CP1', '50000', '1205', '可使用', '2030-01-01 00:00:00']],
    context: { source: 'file', fileName: '代金券.csv', ...(caption ? { caption } : {}) },
  })

describe('the unit of a column of amounts', () => {
  it.each([
    ['面额(分)', -2],
    ['面额（单位：分）', -2],
    ['金额(角)', -1],
    ['faceValueInCents', -2],
    ['QuotaAmountCent', -2],
    ['balance_cents', -2],
    ['amountFen', -2],
    ['面额(元)', 0],
    ['余额(¥)', 0],
    ['Amount (USD)', 0],
    ['百分比', 0],
    ['分数', 0],
    ['balance', 0],
    ['percent', 0],
    ['discountPercent', 0],
  ])('%s', (column, by) => expect(scaleOf(column)).toBe(by))

  it('may be said once above the table; a column knows better', () => {
    expect(scaleOf('应付金额', '消费汇总 单位：分')).toBe(-2)
    expect(scaleOf('应付金额(元)', '单位：分')).toBe(0)
    expect(isRounded('应付金额', '单位：万元')).toBe(true)
    expect(isRounded('应付金额(元)', '单位：万元')).toBe(false)
    expect(isRounded('Amount (in thousands)')).toBe(true)
  })

  it('moves the point and nothing else', () => {
    expect(moved('123456', -2)).toBe('1234.56')
    expect(moved('5', -2)).toBe('0.05')
    expect(moved('-70', -2)).toBe('-0.70')
    expect(moved('0', -2)).toBe('0.00')
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (cents) => {
        const text = moved(String(cents), -2)
        expect(text).toMatch(/^-?(?:0|[1-9]\d*)\.\d\d$/)
        expect(BigInt(text.replace('.', ''))).toBe(cents)
      }),
    )
  })

  it('holds for the amounts of a table, not for its ids; rounded ones are left out', () => {
    const exact = { couponId: 'CP1', faceValue: '500.00', balance: '12.05' }
    expect(coupons('(分)')?.rows).toMatchObject([exact])
    expect(coupons('', '单位：分')?.rows).toMatchObject([exact])
    expect(coupons('(元)')?.rows).toMatchObject([{ faceValue: '50000', balance: '1205' }])
    expect(coupons('(万元)')).toBeUndefined()
    expect(coupons('', '单位：万元')).toBeUndefined()
  })
})
