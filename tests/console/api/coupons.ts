/** Coupons, quotas and their log, as the open API answers. Amounts are numbers there. */
import { utc } from '../beijing.ts'
import { type Book, listed, matching, type Rows } from '../data/book.ts'
import { type Coupon, couponOperations, coupons, type Quota, quotas } from '../data/coupons.ts'
import { ownCoupons as owned } from '../data/packages.ts'
import { decimal, mapped, type Wire } from '../answers/row.ts'
import type { Ask, Rower } from './rower.ts'

const own: Rower = ({ book, account }) =>
  mapped(owned(book), (one) => ({
    coupon_id: one.id,
    coupon_code: one.id.slice(2),
    status: one.state,
    customer_id: account.domainId,
    coupon_type: 1,
    measure_id: 1,
    face_value: decimal(one.cents),
    balance: decimal(one.leftCents),
    valid_time: utc(one.startsAt),
    expire_time: utc(one.endsAt),
    plan_name: one.name,
    media_type: 1,
    fetch_method: 4,
    use_limits: [],
    is_frozen: '0',
    currency: book.site === 'cn' ? 'CNY' : 'USD',
    source_id: `issuer-${one.source}`,
  }))

/** Which coupons are of agency-sale (代售) customers does not change with the clock: looked for once a book. */
const agency = new Map<string, number[]>()
function agencyCoupons(book: Book): Rows<Coupon> {
  const key = JSON.stringify({ ...book, now: 0 })
  const all = coupons(book)
  const known = agency.get(key) ?? []
  if (!agency.has(key)) {
    for (let index = 0; index < all.size; index++) {
      if (all.at(index).customer.association === 2) known.push(index)
    }
    agency.set(key, known)
  }
  return { size: known.length, at: (index) => all.at(listed(known).at(index)) }
}

/** The console shows more than the API. */
const issued: Rower = ({ book }) =>
  mapped(agencyCoupons(book), (one) => ({
    coupon_id: one.id,
    status: one.state,
    customer_id: one.customer.id,
    coupon_type: 1,
    measure_id: 1,
    face_value: decimal(one.cents),
    balance: decimal(one.leftCents),
    effective_time: utc(one.issuedAt),
    expire_time: utc(one.endsAt),
    create_time: utc(one.issuedAt),
    promotion_plan_name: one.remark,
    use_limits: [
      {
        use_limiti_info_id: `L${one.id}`,
        limit_key: 'cloudServiceType',
        value1: one.service.code,
      },
    ],
    is_frozen: '0',
  }))

const written = (one: Quota): Wire => ({
  quota_id: one.id,
  quota_type: one.type,
  quota_value: decimal(one.cents),
  balance: decimal(one.leftCents),
  measure_id: 1,
  currency: 'CNY',
  create_time: utc(one.createdAt),
  last_update_time: utc(one.createdAt),
  effective_time: utc(one.startsAt),
  expire_time: utc(one.endsAt),
  quota_status: one.state,
})

/** Without a type the cash-coupon quotas alone. */
const quotaList: Rower = ({ book, asked }) =>
  mapped(
    matching(quotas(book), ({ type }) => type === (asked['quota_type'] ?? 0)),
    written,
  )

export const nameOfReseller = (one: Quota): Wire => ({
  indirect_partner_id: `reseller-${one.id.slice(-4)}`,
  indirect_partner_name: `经销商${one.id.slice(-4)}`,
})

export const passedOn = ({ book }: Ask): Rows<Quota> =>
  matching(quotas(book), ({ type }) => type === 0)

const issuedQuotas: Rower = (ask) =>
  mapped(passedOn(ask), (one) => ({
    ...written(one),
    ...nameOfReseller(one),
    quota_id: `${one.id}R`,
    parent_quota_id: one.id,
  }))

const quotaLog: Rower = (ask) =>
  mapped(passedOn(ask), (one) => ({
    id: `LOG${one.id}`,
    operator: 'admin',
    operation_type: '10',
    quota_id: `${one.id}R`,
    parent_quota_id: one.id,
    amount: decimal(one.cents),
    operation_time: utc(one.createdAt),
    result: '0',
    ...nameOfReseller(one),
  }))

const couponLog: Rower = ({ book, asked }) =>
  mapped(since(couponOperations(book), from(asked)), (one) => ({
    id: one.id,
    operation_type: String(one.type),
    quota_id: one.coupon.quotaId,
    quota_type: 0,
    coupon_id: one.coupon.id,
    customer_id: one.coupon.customer.id,
    operation_amount: decimal(one.cents),
    operation_time: utc(one.at),
    result: one.done ? '0' : '-1',
    remark: one.coupon.remark,
  }))

/** The lower bound of a log, epoch ms. */
const from = ({ operation_time_begin: begin }: Ask['asked']): number | undefined =>
  typeof begin === 'string' ? Date.parse(begin) : undefined

/** Turns every page only where there is a bound. */
const since = <T extends { at: number }>(rows: Rows<T>, bound: number | undefined): Rows<T> =>
  bound === undefined ? rows : matching(rows, ({ at }) => at >= bound)

export const couponRows: Record<string, Rower> = {
  ListSubCustomerCoupons: own,
  ListIssuedPartnerCoupons: issued,
  ListQuotaCoupons: quotaList,
  ListIssuedCouponQuotas: issuedQuotas,
  ListCouponQuotasRecords: quotaLog,
  ListPartnerCouponsRecord: couponLog,
}
