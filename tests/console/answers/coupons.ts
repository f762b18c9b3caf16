/** Wire rows of 代金券管理: quota in the style of the open API, issued coupons in the console's own. */
import { clockTime, utc } from '../beijing.ts'
import { couponOperations, coupons, quotas } from '../data/coupons.ts'
import { type Answer, decimal, mapped, named, yuan } from './row.ts'

export const quota: Answer = (book, { currency }) =>
  mapped(quotas(book), (one) => ({
    quota_id: one.id,
    quota_type: one.type,
    quota_value: decimal(one.cents),
    balance: decimal(one.leftCents),
    measure_id: 1,
    currency,
    create_time: utc(one.createdAt),
    last_update_time: utc(one.createdAt),
    effective_time: utc(one.startsAt),
    expire_time: utc(one.endsAt),
    quota_status: one.state,
    limit_infos: [
      { limit_key: 'firstOrderInService', limit_values: [{ value1: '0', value2: '' }] },
    ],
  }))

export const issued: Answer = (book, asked) =>
  mapped(coupons(book), (one) => ({
    couponId: one.id,
    couponType: 1,
    custId: one.customer.id,
    custName: one.customer.name,
    acctName: one.customer.account,
    relationType: one.customer.association,
    faceValue: yuan(one.cents),
    leftValue: yuan(one.leftCents),
    minOrderAmt: yuan(one.leastOrderCents),
    currency: asked.currency,
    productLimit: named(one.service, asked),
    grantTime: clockTime(one.issuedAt),
    validFrom: clockTime(one.issuedAt),
    validTo: clockTime(one.endsAt),
    couponStatus: one.state,
    srcQuotaNo: one.quotaId,
    memo: one.remark,
  }))

export const couponLog: Answer = (book) =>
  mapped(couponOperations(book), (one) => ({
    logId: one.id,
    opTime: one.at,
    opType: String(one.type),
    quotaNo: one.coupon.quotaId,
    couponNo: one.coupon.id,
    customerName: one.coupon.customer.name,
    opAmount: decimal(one.cents),
    operator: one.operator,
    opResult: one.done ? '0' : '-1',
    memo: one.coupon.remark,
  }))
