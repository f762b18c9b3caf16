/** A customer's own packages and coupons. Section 4 and 7 of DOMAIN.md. */
import { DAY_MS, stamp } from '../beijing.ts'
import { dice, unique } from '../dice.ts'
import { type Book, type Rows, share } from './book.ts'
import { type Region, regions, type Service, services } from './products.ts'

export interface Package {
  id: string
  orderId: string
  name: string
  service: Service
  region: Region
  usageType: string
  total: number
  left: number
  unit: string
  startsAt: number
  endsAt: number
  /** 0 未生效, 1 生效中, 2 已用完, 3 已失效, 4 已退订 */
  state: 0 | 1 | 2 | 3 | 4
  resets: boolean
}

export function packages(book: Book): Rows<Package> {
  return {
    size: share(book, 0.34),
    at: (index) => {
      const throws = dice(book.seed, 71, index)
      const service = throws.pick(services)
      const startsAt = book.today - throws.between(-5, 500) * DAY_MS - throws.below(DAY_MS)
      const endsAt = startsAt + throws.pick([30, 365]) * DAY_MS
      const total = throws.pick([40, 100, 500, 1024, 5120])
      const used = throws.chance(0.15) ? total : Math.round(total * throws.below(100)) / 100
      const state = startsAt > book.now ? 0 : endsAt < book.now ? 3 : used === total ? 2 : 1
      return {
        id: `${unique(index, book.seed, 71)}${throws.hex(24)}`,
        orderId: `CS${stamp(startsAt)}${throws.hex(5).toUpperCase()}`,
        name: `${service.zh.split(' ')[0]}套餐包 ${total}${service.unit}`,
        service,
        region: throws.pick(regions[book.site]),
        usageType: throws.pick(['标准存储', '出流量', '请求次数', '使用时长']),
        total,
        left: state === 0 ? total : Math.round((total - used) * 100) / 100,
        unit: service.unit,
        startsAt,
        endsAt,
        state,
        resets: throws.chance(0.4),
      }
    },
  }
}

export interface OwnCoupon {
  id: string
  name: string
  cents: number
  leftCents: number
  startsAt: number
  endsAt: number
  /** 2 可使用, 3 已用完, 4 已失效 */
  state: 2 | 3 | 4
  source: string
  scope: string
  orderTypes: string
}

const owned = (book: Book, kind: number, size: number, prefix: string): Rows<OwnCoupon> => ({
  size,
  at: (index) => {
    const throws = dice(book.seed, kind, index)
    const startsAt = book.today - throws.between(0, 300) * DAY_MS - throws.below(DAY_MS)
    const endsAt = startsAt + throws.pick([30, 180, 365]) * DAY_MS
    const cents = throws.pick([10_000, 30_000, 50_000, 200_000, 66_600])
    const used = throws.chance(0.3)
    const leftCents = throws.chance(0.6) ? cents : throws.below(cents)
    const state = used ? 3 : endsAt < book.now ? 4 : 2
    return {
      id: `${prefix}${stamp(startsAt)}${unique(index, book.seed, kind).toUpperCase()}`,
      name: throws.pick(['上云扶持券', '伙伴专享券', '企业采购季', '开年采购券']),
      cents,
      leftCents: used ? 0 : leftCents,
      startsAt,
      endsAt,
      state,
      source: throws.pick(['1', '2']),
      scope: throws.chance(0.5) ? '全部产品' : throws.pick(services).zh,
      orderTypes: throws.pick(['新购', '新购,续费', '不限']),
    }
  },
})

export const ownCoupons = (book: Book): Rows<OwnCoupon> => owned(book, 72, share(book, 0.37), 'CP')
export const cashCoupons = (book: Book): Rows<OwnCoupon> => owned(book, 73, share(book, 0.12), 'FC')
