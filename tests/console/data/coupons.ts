/** Coupon quotas, the coupons issued from them and the log of both. Sections 3.4 and 3.5 of DOMAIN.md. */
import { DAY_MS, stamp } from '../beijing.ts'
import { dice, unique } from '../dice.ts'
import { type Book, type Rows, share } from './book.ts'
import { customerOf, managers, type Customer } from './customers.ts'
import { type Region, type Service, regions, services } from './products.ts'

const QUOTAS = 21
const COUPONS = 22
const OPERATIONS = 23

export interface Quota {
  id: string
  /** 0 代金券额度, 1 现金券额度 */
  type: 0 | 1
  cents: number
  leftCents: number
  createdAt: number
  startsAt: number
  endsAt: number
  /** 0 正常, 3 失效, 4 额度调整中, 5 冻结 */
  state: 0 | 3 | 4 | 5
}

export function quotas(book: Book): Rows<Quota> {
  return {
    size: share(book, 0.13),
    at: (index) => {
      const throws = dice(book.seed, QUOTAS, index)
      const createdAt = book.today - throws.between(5, 500) * DAY_MS - throws.below(DAY_MS)
      const endsAt = createdAt + throws.pick([180, 365, 730]) * DAY_MS
      const cents = throws.between(5, 200) * 1_000_000
      const leftCents = throws.below(cents)
      const lapsed = endsAt < book.now
      return {
        id: `QT${stamp(createdAt)}${unique(index, book.seed, QUOTAS).toUpperCase()}`,
        type: throws.chance(0.85) ? 0 : 1,
        cents,
        leftCents: lapsed ? 0 : leftCents,
        createdAt,
        startsAt: createdAt,
        endsAt,
        state: lapsed ? 3 : throws.pick([0, 0, 0, 0, 0, 4, 5]),
      }
    },
  }
}

export interface Coupon {
  id: string
  quotaId: string
  customer: Customer
  service: Service
  region: Region | undefined
  cents: number
  leftCents: number
  leastOrderCents: number
  issuedAt: number
  endsAt: number
  /** 2 待使用, 3 已使用, 4 已过期, 5 已回收 */
  state: 2 | 3 | 4 | 5
  remark: string
}

export function coupons(book: Book): Rows<Coupon> {
  const funds = quotas(book)
  return {
    size: share(book, 0.83),
    at: (index) => {
      const throws = dice(book.seed, COUPONS, index)
      const issuedAt = book.today - throws.between(0, 360) * DAY_MS - throws.below(DAY_MS)
      const endsAt = issuedAt + throws.pick([30, 90, 180, 365]) * DAY_MS
      const cents = throws.pick([10_000, 20_000, 50_000, 100_000, 500_000, 88_888])
      const lived = throws.pick([2, 2, 2, 3, 5] as const)
      const leftCents = throws.chance(0.6) ? cents : throws.below(cents)
      const state = lived === 2 && endsAt < book.now ? 4 : lived
      return {
        id: `CP${stamp(issuedAt)}${unique(index, book.seed, COUPONS).toUpperCase()}`,
        quotaId: funds.at(index % funds.size).id,
        customer: customerOf(book, index * 7),
        service: throws.pick(services),
        region: throws.chance(0.5) ? throws.pick(regions[book.site]) : undefined,
        cents,
        leftCents: state === 2 ? leftCents : 0,
        leastOrderCents: throws.pick([0, 0, cents, cents * 2]),
        issuedAt,
        endsAt,
        state,
        remark: throws.pick(['', '', '双十一活动', '续费支持', '新客户上云', '季度促销']),
      }
    },
  }
}

export interface CouponOperation {
  id: string
  at: number
  /** 1 发放, 2 手动回收, 3 解绑自动回收, 4 过期回收, 5 退订回收, 6 退款充值撤销 … */
  type: number
  coupon: Coupon
  cents: number
  operator: string
  done: boolean
}

export function couponOperations(book: Book): Rows<CouponOperation> {
  const issued = coupons(book)
  return {
    size: share(book, 0.91),
    at: (index) => {
      const throws = dice(book.seed, OPERATIONS, index)
      const coupon = issued.at(index % issued.size)
      const issuing = index < issued.size
      const type = issuing ? 1 : throws.pick([2, 3, 4, 5, 6])
      const later = issuing ? 0 : throws.between(1, 25) * DAY_MS
      return {
        id: unique(index, book.seed, OPERATIONS) + throws.hex(24),
        at: coupon.issuedAt + later,
        type,
        coupon,
        cents: issuing ? coupon.cents : throws.below(coupon.cents),
        operator: type === 3 || type === 4 ? 'system' : throws.pick(managers(book)),
        done: throws.chance(0.97),
      }
    },
  }
}
