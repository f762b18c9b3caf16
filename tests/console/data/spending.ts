/** What the customers spend, month by month. Sections 3.1 to 3.3 of DOMAIN.md. */
import { DAY_MS, monthStart, stamp } from '../beijing.ts'
import { dice, mix, unique } from '../dice.ts'
import { type Book, type Rows, share } from './book.ts'
import { type Customer, customers } from './customers.ts'
import { type Region, type Service, regions, services } from './products.ts'

const SPENDING = 41

export interface Spending {
  id: string
  month: string
  customer: Customer
  service: Service
  region: Region
  resourceId: string
  resourceName: string
  orderId: string
  /** 1 包年/包月, 3 按需 */
  mode: 1 | 3
  /** 1 消费-新购, 2 消费-续订, 8 消费-使用, 3 退款 … */
  billType: number
  listCents: number
  discountCents: number
  couponCents: number
  paidCents: number
  paid: boolean
  at: number
}

const monthNumber = (name: string): number => Number(name.replace('-', ''))

/** Row `index` of a month belongs to customer `index % customers`, so that sums by customer are quick. */
export function spending(book: Book, month: string): Rows<Spending> {
  const all = customers(book)
  const salt = monthNumber(month)
  return {
    size: share(book, 1.2, 10),
    at: (index) => {
      const throws = dice(book.seed, SPENDING, salt, index)
      const at = monthStart(month) + throws.below(27 * DAY_MS)
      const mode = throws.chance(0.4) ? 1 : 3
      const money = spent(book, salt, index)
      return {
        id: `${unique(index, book.seed, SPENDING, salt)}${throws.hex(24)}`,
        month,
        customer: all.at(index % all.size),
        service: services[index % services.length] ?? throws.pick(services),
        region: throws.pick(regions[book.site]),
        resourceId: throws.hex(32),
        resourceName: `${throws.pick(['web', 'db', 'job', 'cache', 'app'])}-${throws.hex(4)}`,
        orderId: mode === 1 ? `CS${stamp(at)}${throws.hex(5).toUpperCase()}` : '',
        mode,
        billType: money.listCents < 0 ? 3 : mode === 1 ? throws.pick([1, 2]) : 8,
        ...money,
        paid: throws.chance(0.95),
        at,
      }
    },
  }
}

export interface Money {
  listCents: number
  discountCents: number
  couponCents: number
  paidCents: number
}

/** The money of one row alone, for the sums: list price less discount less coupons is what was paid. */
function spent(book: Book, salt: number, index: number): Money {
  const chance = mix(book.seed, SPENDING, salt, index, 5)
  const size = (chance % 100_000) + ((chance >>> 8) % 40 === 0 ? 2_000_000 : 0) + 37
  const listCents = (chance >>> 3) % 25 === 0 ? -size : size
  const discountCents = Math.trunc((listCents * ((chance >>> 5) % 30)) / 100)
  const couponCents =
    listCents > 0 && (chance >>> 11) % 4 === 0 ? Math.min(5_000, listCents - discountCents) : 0
  return {
    listCents,
    discountCents,
    couponCents,
    paidCents: listCents - discountCents - couponCents,
  }
}

const nothing = (): Money => ({ listCents: 0, discountCents: 0, couponCents: 0, paidCents: 0 })

function add(sum: Money, one: Money): Money {
  sum.listCents += one.listCents
  sum.discountCents += one.discountCents
  sum.couponCents += one.couponCents
  sum.paidCents += one.paidCents
  return sum
}

export function monthTotal(book: Book, month: string): Money {
  const sum = nothing()
  const salt = monthNumber(month)
  const { size } = spending(book, month)
  for (let index = 0; index < size; index++) add(sum, spent(book, salt, index))
  return sum
}

export interface CustomerSpending extends Money {
  customer: Customer
  refundCents: number
}

/** One line a customer, which is the sum of its lines in 消费明细. */
export function spendingByCustomer(book: Book, month: string): Rows<CustomerSpending> {
  const all = customers(book)
  const salt = monthNumber(month)
  const { size } = spending(book, month)
  return {
    size: Math.min(all.size, size),
    at: (owner) => {
      const sum = nothing()
      let refundCents = 0
      for (let index = owner; index < size; index += all.size) {
        const one = spent(book, salt, index)
        add(sum, one)
        if (one.listCents < 0) refundCents -= one.paidCents
      }
      return { customer: all.at(owner), refundCents, ...sum }
    },
  }
}

export function spendingByService(book: Book, month: string): (Money & { service: Service })[] {
  const salt = monthNumber(month)
  const sums = services.map((service) => ({ service, ...nothing() }))
  const { size } = spending(book, month)
  for (let index = 0; index < size; index++) {
    const sum = sums[index % services.length]
    if (sum !== undefined) add(sum, spent(book, salt, index))
  }
  return sums
}
