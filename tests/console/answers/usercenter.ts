/** Wire rows of the customer's side. The three tabs of 优惠券 share one address and differ by state. */
import { clockTime } from '../beijing.ts'
import { matching } from '../data/book.ts'
import { cashCoupons as cash, ownCoupons, packages } from '../data/packages.ts'
import { type Answer, decimal, mapped, named, yuan } from './row.ts'

const coupons =
  (state: 2 | 3 | 4): Answer =>
  (book) =>
    mapped(
      matching(ownCoupons(book), (one) => one.state === state),
      (one) => ({
        couponCode: one.id,
        couponName: one.name,
        couponKind: 1,
        denomination: yuan(one.cents),
        remain: yuan(one.leftCents),
        beginDate: one.startsAt,
        endDate: one.endsAt,
        productScope: one.scope,
        orderScope: one.orderTypes,
        issuer: one.source,
        couponState: one.state,
      }),
    )

export const couponsUsable = coupons(2)
export const couponsUsed = coupons(3)
export const couponsLapsed = coupons(4)

export const cashCoupons: Answer = (book) =>
  mapped(cash(book), (one) => ({
    cashCouponId: one.id,
    cashCouponName: one.name.replace('券', '现金券'),
    faceValue: decimal(one.cents),
    balance: decimal(one.leftCents),
    effectiveTime: clockTime(one.startsAt),
    expireTime: clockTime(one.endsAt),
    status: one.state,
  }))

export const resourcePackages: Answer = (book, asked) =>
  mapped(packages(book), (one) => ({
    orderInstanceId: one.id,
    orderId: one.orderId,
    productName: one.name,
    serviceTypeCode: one.service.code,
    serviceTypeName: named(one.service, asked),
    regionCode: one.region.code,
    regionName: named(one.region, asked),
    usageTypeName: one.usageType,
    originalAmount: one.total,
    amount: one.left,
    measureName: one.unit,
    effectiveTime: one.startsAt,
    expireTime: one.endsAt,
    status: one.state,
    quotaReuseMode: one.resets ? 1 : 2,
  }))
