import { describe, expect, it } from 'vitest'
import { learn, propose, questionOf, recognise } from '@/utils/recognise'
import type { Table, TableContext } from '@/utils/records'

const here = 'https://account.huaweicloud.com/obmgr/#/coupon'
const table = (
  columns: string[],
  rows: unknown[][],
  context: Partial<TableContext> = {},
): Table => ({
  columns,
  rows,
  context: { source: 'page', url: here, ...context },
})

describe('a mapping the user taught', () => {
  const columns = ['X', 'Y', 'Z']
  const plain = table(columns, [['C1', '2.00', '1.00']])
  const taught = learn(columns, 'coupon', [
    { column: 0, field: 'couponId' },
    { column: 2, field: 'balance' },
  ])
  it('is taken for the same headers anywhere, until it is switched off', () => {
    expect(recognise(plain)).toBeUndefined()
    const found = recognise(plain, { learned: [taught] })
    expect(found).toMatchObject({
      kind: 'coupon',
      rows: [{ couponId: 'C1', balance: '1.00' }],
      taught: true,
    })
    expect(found?.unmapped).toEqual(['Y'])
    expect(recognise(plain, { learned: [{ ...taught, off: true }] })).toBeUndefined()
    const elsewhere = { ...plain, context: { ...plain.context, url: 'https://example.org/' } }
    expect(recognise(elsewhere, { learned: [taught] })).toBeUndefined()
  })
  it('stands where all names begin alike and more could be read without what they begin with', () => {
    const names = ['optRecordId', 'optType', 'optQuotaNo', 'optCouponNo', 'optAmount', 'optTime']
    const rows = [['R1', '发放', 'QT1', 'CP1', '5.00', '2026-08-01 10:15:22']]
    const less = learn(names, 'couponOperation', [
      { column: 0, field: 'operationId' },
      { column: 1, field: 'operation' },
    ])
    expect(recognise(table(names, rows), { learned: [less] })).toMatchObject({
      taught: true,
      rows: [{ operationId: 'R1', operation: 'issue' }],
      unmapped: names.slice(2),
    })
  })
  it('holds no value', () => expect(JSON.stringify(taught)).not.toContain('2.00'))
  it('leaves out a column that the recogniser would take', () => {
    const names = ['代金券ID', '面值', '余额', '失效日期', '状态']
    const coupons = table(names, [['C1', '2.00', '1.00', '2026-09-30', '可使用']])
    expect(recognise(coupons)?.rows[0]).toHaveProperty('faceValue')
    const without = learn(names, 'coupon', [
      { column: 0, field: 'couponId' },
      { column: 1, field: 'balance' },
    ])
    expect(recognise(coupons, { learned: [without] })?.rows).toEqual([
      { couponId: 'C1', balance: '2.00', currency: 'CNY' },
    ])
  })
  it('keeps both fields of a cell that holds two', () => {
    const names = ['代金券ID', '客户名称/账号名', '面值', '余额']
    const both = table(names, [['C1', '云帆科技\nyunfan', '2.00', '1.00']])
    const same = learn(names, 'coupon', [
      { column: 0, field: 'couponId' },
      { column: 1, field: 'customerName' },
      { column: 2, field: 'faceValue' },
    ])
    expect(recognise(both, { learned: [same] })?.rows[0]).toMatchObject({
      customerName: '云帆科技',
      accountName: 'yunfan',
    })
  })
})

describe('what is asked about a table', () => {
  const ask = (each: Table) => questionOf(each, recognise(each), () => propose(each))
  it('names what is near and why it is not enough, with masked rows', () => {
    const question = ask(
      table(
        ['X', '面值', '余额', '失效日期', '联系人'],
        [
          ['C1', '¥2.00', '1.00', '2026-09-30', '欧阳明月'],
          ['', '', '', '', '13912345678'],
        ],
      ),
    )
    expect(question).toMatchObject({ state: 'unknown', likely: true })
    expect(question?.proposals[0]).toMatchObject({ kind: 'coupon', lacks: 'no-key' })
    expect(question?.rows[0]?.slice(1, 4)).toEqual(['¥2.00', '1.00', '2026-09-30'])
    expect(JSON.stringify(question)).not.toMatch(/欧阳明月|13912345678/)
  })
  it('lists the columns of a known table that no field takes, without pressing', () => {
    const question = ask(
      table(
        ['代金券ID', '面值', '余额', '失效日期', '暗号', '操作'],
        [['C1', '2.00', '1.00', '2026-09-30', '芝麻开门', '查看']],
      ),
    )
    expect(question).toMatchObject({ state: 'partly', likely: false })
    expect(question?.rows[0]?.[4]).not.toContain('芝麻开门')
  })
  it('asks nothing where all is understood, was taught, or an answer lists something else', () => {
    const names = ['代金券ID', '面值', '余额', '失效日期', '操作']
    const whole = table(names, [['C1', '2.00', '1.00', '2026-09-30', '查看']])
    expect(ask(whole)).toBeUndefined()
    const taught = learn(['X', 'Y', 'Z'], 'coupon', [{ column: 0, field: 'couponId' }])
    const plain = table(['X', 'Y', 'Z'], [['C1', 'a', 'b']])
    const found = recognise(plain, { learned: [taught] })
    expect(questionOf(plain, found, () => propose(plain))).toBeUndefined()
    const menu = table(['id', 'name', 'url', 'icon'], [['1', 'Home', '/home', 'h']], {
      source: 'capture',
    })
    expect(ask(menu)).toBeUndefined()
  })
  it('offers a table of the page that nothing is known of, without pressing', () => {
    const strange = table(['甲', '乙', '丙'], [['一', '二', '三']])
    expect(ask(strange)).toMatchObject({ state: 'unknown', likely: false, proposals: [] })
  })
})
