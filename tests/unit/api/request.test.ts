import { describe, expect, it } from 'vitest'
import { assertOurs, hosts } from '@/utils/sources/api/hosts'
import { operations } from '@/utils/sources/api/operations'
import { addressOf, type Params, requestFor } from '@/utils/sources/api/request'

const coupons = (params: Params, site: 'cn' | 'intl' = 'cn') =>
  requestFor(operations.ListIssuedPartnerCoupons, params, site)
const customers = (params: Params, site: 'cn' | 'intl' = 'cn') =>
  requestFor(operations.ListSubCustomers, params, site)

describe('building a request', () => {
  it('leaves out filters that were not given', () => {
    expect(addressOf(coupons({ offset: 0, limit: 100, customer_id: undefined }))).toBe(
      `https://${hosts.cn}/v2/promotions/benefits/partner-coupons?limit=100&offset=0`,
    )
    expect(customers({ offset: 0 }).body).toBe('{"offset":0}')
  })
  it('says an empty text, null and an empty list as they are', () => {
    expect(addressOf(coupons({ customer_id: '' }))).toContain('?customer_id=')
    expect(customers({ account_name: '', customer_id: null }).body).toBe(
      '{"account_name":"","customer_id":null}',
    )
    const quotas = requestFor(operations.ListQuotaCoupons, { quota_ids: [] }, 'cn')
    expect(quotas.body).toBe('{"quota_ids":[]}')
    expect(() => coupons({ customer_id: null })).toThrow('customer_id cannot be said')
  })
  it('repeats a list in an address', () => {
    const request = requestFor(
      operations.ListPartnerCouponsRecord,
      { coupon_ids: ['b', 'a'] },
      'cn',
    )
    expect(addressOf(request)).toMatch(/\?coupon_ids=a&coupon_ids=b$/)
  })
  it.each<[Params, string]>([
    [{ limit: 101 }, 'limit is out of bounds'],
    [{ limit: 0 }, 'limit is out of bounds'],
    [{ limit: 1.5 }, 'limit is not of type integer'],
    [{ limit: '10' }, 'limit is not of type integer'],
    [{ coupon_type: 2 }, 'coupon_type is not one of its codes'],
    [{ coupon_id: 'x'.repeat(65) }, 'coupon_id is out of bounds'],
    [{ coupon: 'x' }, 'coupon is no parameter'],
  ])('refuses %o', (params, why) => {
    expect(() => coupons(params)).toThrow(why)
  })
  it('refuses a required parameter that is missing', () => {
    expect(() =>
      requestFor(operations.ListSubcustomerMonthlyBills, { cycle: '2026-10' }, 'cn'),
    ).toThrow('charge_mode is missing')
  })
  it("knows each site's codes", () => {
    expect(() => customers({ association_type: '2' })).not.toThrow()
    expect(() => customers({ association_type: '3' })).toThrow('codes')
    expect(() => customers({ association_type: '3' }, 'intl')).not.toThrow()
  })
})

describe('where keys may go', () => {
  it('is three hosts', () => {
    for (const host of Object.values(hosts))
      expect(() => assertOurs(`https://${host}/a`)).not.toThrow()
  })
  it.each([
    'http://bss.myhuaweicloud.com/',
    'https://bss.myhuaweicloud.com:8443/',
    'https://bss.myhuaweicloud.com.evil.example/',
    'https://evil.example/bss.myhuaweicloud.com',
    'https://bss.myhuaweicloud.com@evil.example/',
    'https://user:word@bss.myhuaweicloud.com/',
    'https://iam.myhuaweicloud.com/',
    'https://bss.myhuaweicloud.com./',
  ])('is not %s', (address) => {
    expect(() => assertOurs(address)).toThrow('nothing was sent')
  })
})
