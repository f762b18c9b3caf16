/** Sales tasks, renewal tasks and leads. Section 3.10 of DOMAIN.md; leads: section 3.18. */
import { DAY_MS, stamp } from '../beijing.ts'
import { dice, unique } from '../dice.ts'
import { type Book, type Rows, share } from './book.ts'
import { type Customer, customerOf } from './customers.ts'
import { companyName, email, personName, phone } from './names.ts'
import { type Service, services } from './products.ts'

export interface SalesTask {
  id: string
  name: string
  customer: Customer
  /** 0 待处理, 1 处理中, 2 已完成, 3 已关闭 */
  state: 0 | 1 | 2 | 3
  createdAt: number
  dueAt: number
  opportunityId: string
  service: Service
  expectedCents: number
  result: string
}

export function salesTasks(book: Book): Rows<SalesTask> {
  return {
    size: share(book, 0.46),
    at: (index) => {
      const throws = dice(book.seed, 61, index)
      const createdAt = book.today - throws.between(0, 120) * DAY_MS - throws.below(DAY_MS)
      const state = throws.pick([0, 0, 1, 1, 2, 3] as const)
      return {
        id: `ST${stamp(createdAt)}${unique(index, book.seed, 61).toUpperCase()}`,
        name: throws.pick(['中长尾客户唤醒', '沉默客户回访', '存量客户扩容', '云上安全推广']),
        customer: customerOf(book, index * 5),
        state,
        createdAt,
        dueAt: createdAt + throws.pick([14, 30, 60]) * DAY_MS,
        opportunityId: state === 0 ? '' : `OP${stamp(createdAt)}${throws.digits(6)}`,
        service: throws.pick(services),
        expectedCents: throws.between(1, 80) * 100_000,
        result: state === 2 ? throws.pick(['已转商机', '已签单']) : '',
      }
    },
  }
}

export interface RenewalTask {
  id: string
  customer: Customer
  service: Service
  orderId: string
  resources: number
  endsAt: number
  cents: number
  /** 1 待处理, 2 跟进中, 3 已续订, 4 不续订 */
  state: 1 | 2 | 3 | 4
  risk: string
  updatedAt: number
}

export function renewalTasks(book: Book): Rows<RenewalTask> {
  return {
    size: share(book, 0.31),
    at: (index) => {
      const throws = dice(book.seed, 62, index)
      const endsAt = book.today + throws.between(-5, 90) * DAY_MS + throws.below(DAY_MS)
      return {
        id: `RN${stamp(endsAt)}${unique(index, book.seed, 62).toUpperCase()}`,
        customer: customerOf(book, index * 11),
        service: throws.pick(services),
        orderId: `CS${stamp(endsAt - 365 * DAY_MS)}${throws.hex(5).toUpperCase()}`,
        resources: throws.between(1, 60),
        endsAt,
        cents: throws.between(50, 900) * 10_000 + throws.below(10_000),
        state: throws.pick([1, 1, 2, 3, 4] as const),
        risk: throws.pick(['H', 'M', 'L']),
        updatedAt: book.today - throws.between(0, 20) * DAY_MS - throws.below(DAY_MS),
      }
    },
  }
}

export interface Lead {
  id: string
  company: string
  contact: string
  phone: string
  email: string
  source: string
  createdAt: number
  state: 0 | 1 | 2
}

export function leads(book: Book): Rows<Lead> {
  return {
    size: share(book, 0.24),
    at: (index) => {
      const throws = dice(book.seed, 63, index)
      return {
        id: `LD${unique(index, book.seed, 63).toUpperCase()}`,
        company: companyName(book, throws, index + 400_000),
        contact: personName(book, throws),
        phone: phone(book, throws),
        email: email(throws, `lead${index}`),
        source: throws.pick(['官网留资', '市场活动', '400热线', '营销计划2.0']),
        createdAt: book.today - throws.between(0, 60) * DAY_MS - throws.below(DAY_MS),
        state: throws.pick([0, 1, 2] as const),
      }
    },
  }
}
