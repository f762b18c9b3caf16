import { describe, expect, it } from 'vitest'
import { announced } from '@/utils/sources/api/announce'

describe('what will be called', () => {
  it('says host, path and the permission each call needs', () => {
    const lines = announced({ site: 'cn', caller: 'partner', kinds: ['couponQuota', 'resource'] })
    expect(
      lines.map(({ name, listings, customersEach }) => [name, listings, customersEach]),
    ).toEqual([
      ['ListSubCustomers', 1, 0],
      ['ListQuotaCoupons', 2, 0],
      ['ListPayPerUseCustomerResources', 0, 1],
      ['ListCustomerOnDemandResources', 0, 1],
    ])
    expect(lines[1]).toMatchObject({
      method: 'POST',
      host: 'bss.myhuaweicloud.com',
      path: '/v2/partners/coupon-quotas/query',
      items: ['BPC_ITEM_SUBCUSTSERV_030100'],
    })
  })
  it("names a customer's IAM actions, and the second call that packages take", () => {
    const lines = announced({ site: 'cn', caller: 'customer', kinds: ['resourcePackage'] })
    expect(lines.map(({ name }) => name)).toEqual([
      'ListFreeResourceInfos',
      'ListFreeResourceUsages',
    ])
    expect(lines[0]?.actions).toEqual(['billing:resourcePackages:view'])
  })
})
