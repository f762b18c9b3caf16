import { describe, expect, it } from 'vitest'
import { fullValueOf, fullValuesOf } from '@/utils/cache/full-values'
import type { StoredRecord } from '@/utils/records'

const stored = (key: string, fields: Record<string, string>): StoredRecord =>
  ({
    ...fields,
    $: { account: 'cn:1', key, source: 'page', observedAt: 1 },
  }) as unknown as StoredRecord
const shown = fullValuesOf([
  {
    kind: 'customer',
    rows: [
      {
        customerId: 'c-1',
        name: '北京云舟科技有限公司',
        accountName: 'yunzhou',
        phone: '13800000001',
        email: 'z***@example.com',
      },
      { name: '无编号有限公司' },
    ],
  },
])

describe('full values of rows that are shown', () => {
  it('are those of the same record, and none that the page masks itself', () => {
    const row = stored('c-1', {
      customerId: 'c-1',
      name: '北京**科技有限公司',
      phone: '138****0001',
      email: 'z***@example.com',
    })
    expect(fullValueOf(shown, 'customer', row, 'name')).toBe('北京云舟科技有限公司')
    expect(fullValueOf(shown, 'customer', row, 'phone')).toBe('13800000001')
    expect(fullValueOf(shown, 'customer', row, 'email')).toBeUndefined()
    expect(fullValueOf(shown, 'customer', row, 'customerId')).toBeUndefined()
  })
  it('name the customer in records of every kind, by its id', () => {
    const coupon = stored('k-9', { customerId: 'c-1', customerName: '北京**有限公司' })
    expect(fullValueOf(shown, 'coupon', coupon, 'customerName')).toBe('北京云舟科技有限公司')
    const other = stored('k-8', { customerId: 'c-2', customerName: '北京**有限公司' })
    expect(fullValueOf(shown, 'coupon', other, 'customerName')).toBeUndefined()
  })
  it('never belong to a row whose stored form says otherwise', () => {
    for (const name of ['上海**有限公司', '北京**股份', '北京云舟科技'])
      expect(fullValueOf(shown, 'customer', stored('c-1', { name }), 'name')).toBeUndefined()
  })
})
