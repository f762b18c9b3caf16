import { expect, it } from 'vitest'
import { summedIfKeyed } from '@/utils/sources/api/add'

const row = {
  month: '2026-09',
  customerId: 'c1',
  serviceType: 'hws.service.type.ec2',
  chargeMode: 'subscription',
  grain: 'customer+service+chargeMode',
  billType: 'charge',
}

it('adds up what one answer splits by more than its key, exactly', () => {
  const rows = [
    { ...row, amount: '0.1', discountAmount: '1' },
    { ...row, amount: '0.20' },
    { ...row, serviceType: 'hws.service.type.ebs', amount: '5' },
  ]
  expect(summedIfKeyed('consumption', rows)).toEqual([
    { ...row, amount: '0.30', discountAmount: '1' },
    { ...row, serviceType: 'hws.service.type.ebs', amount: '5' },
  ])
})

it('leaves rows alone whose key is not whole, and kinds that are no sums', () => {
  const board = [
    { month: '2026-09', serviceName: '甲', grain: 'service', amount: '1' },
    { month: '2026-09', serviceName: '乙', grain: 'service', amount: '2' },
  ]
  expect(summedIfKeyed('consumption', board)).toBe(board)
  const coupons = [
    { couponId: 'c', balance: '1' },
    { couponId: 'c', balance: '1' },
  ]
  expect(summedIfKeyed('coupon', coupons)).toBe(coupons)
})
