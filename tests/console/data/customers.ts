/** The partner's customers. Section 3.11 of DOMAIN.md. */
import { DAY_MS } from '../beijing.ts'
import { dice, indexOf, unique } from '../dice.ts'
import { type Book, type Rows, share } from './book.ts'
import { accountName, companyName, email, personName, phone } from './names.ts'

const CUSTOMERS = 11

export interface Customer {
  index: number
  id: string
  name: string
  account: string
  contact: string
  phone: string
  email: string
  manager: string
  /** 1 顾问销售, 2 代售 */
  association: 1 | 2
  associatedAt: number
  frozen: boolean
  verified: boolean
  industry: string
}

export function customers(book: Book): Rows<Customer> {
  return {
    size: book.customers ?? share(book, 0.57),
    at: (index) => {
      const throws = dice(book.seed, CUSTOMERS, index)
      const account = accountName(throws, index)
      return {
        index,
        id: unique(index, book.seed, CUSTOMERS) + throws.hex(24),
        name: companyName(book, throws, index),
        account,
        contact: personName(book, throws),
        phone: phone(book, throws),
        email: email(throws, account),
        manager: managers(book)[index % 5] ?? '',
        association: throws.chance(0.7) ? 2 : 1,
        associatedAt: book.today - throws.between(20, 900) * DAY_MS - throws.below(DAY_MS),
        frozen: throws.chance(0.06),
        verified: throws.chance(0.9),
        industry: throws.pick(['互联网', '制造', '教育', '医疗', '金融', '政务', '零售']),
      }
    },
  }
}

export function customerById(book: Book, id: string): Customer | undefined {
  const all = customers(book)
  const index = indexOf(id, book.seed, CUSTOMERS)
  const found = index < all.size ? all.at(index) : undefined
  return found?.id === id ? found : undefined
}

/** The customer that row `index` of some list is about. */
export function customerOf(book: Book, index: number): Customer {
  const all = customers(book)
  return all.at(index % all.size)
}

export function managers(book: Book): string[] {
  return Array.from({ length: 5 }, (_, index) => personName(book, dice(book.seed, 12, index)))
}
