/** What moves on accounts: balances, income and expense, adjustments. Section 3.15 of DOMAIN.md. */
import { DAY_MS, stamp } from '../beijing.ts'
import { dice, unique } from '../dice.ts'
import { type Book, matching, type Rows, share } from './book.ts'
import { type Customer, customerOf, customers } from './customers.ts'

/** 1 余额, 2 信用, 5 奖励, 8 可拨款 */
const accountTypes = [1, 2, 5, 8] as const

export interface Account {
  id: string
  type: (typeof accountTypes)[number]
  cents: number
}

export const ownAccounts = (book: Book): Rows<Account> => ({
  size: accountTypes.length,
  at: (index) => {
    const throws = dice(book.seed, 71, index)
    return {
      id: `AC${unique(index, book.seed, 71)}`,
      type: accountTypes[index] ?? 1,
      cents: throws.between(1000, 90_000_000),
    }
  },
})

/** Only 代售 customers have an account that a partner sees. */
export const payingCustomers = (book: Book): Rows<Customer> =>
  matching(customers(book), ({ association }) => association === 2)

/** @returns cents on the account and owed; most owe nothing */
export function balanceOf(book: Book, { id }: Customer): { cents: number; debtCents: number } {
  const throws = dice(book.seed, 72, Number.parseInt(id.slice(-7), 16))
  return {
    cents: throws.between(0, 5_000_000),
    debtCents: throws.chance(0.1) ? throws.between(1, 90_000) : 0,
  }
}

export interface Movement {
  id: string
  code: string
  at: number
  tradeId: string
  /** Of what is there before and after. */
  cents: number
  afterCents: number
  income: boolean
  customer: Customer
}

const codes = {
  cash: [
    'SOURCE_OPERAIION_RECHARGE',
    'SOURCE_OPERAIION_RECHARGE_REBATE',
    'SOURCE_OPERAIION_DEDEUCT',
    'SOURCE_OPERAIION_USAGE',
    'SOURCE_OPERAIION_REFUND',
    'SOURCE_OPERATION_BEADJUST',
    'SOURCE_OPERAIION_PRIZE',
  ],
  credit: ['SOURCE_OPERAIION_DEDEUCT', 'SOURCE_OPERAIION_ADJUST_CREDIT'],
  coupon: ['SOURCE_OPERAIION_PRIZE', 'SOURCE_OPERAIION_DEDEUCT', 'SOURCE_OPERAIION_EXPIRECLEAR'],
} as const
export type Purse = keyof typeof codes
const income = /RECHARGE|REFUND|PRIZE/

export function movements(book: Book, purse: Purse): Rows<Movement> {
  const salt = { cash: 73, credit: 74, coupon: 75 }[purse]
  return {
    size: share(book, purse === 'cash' ? 0.6 : 0.2),
    at: (index) => {
      const throws = dice(book.seed, salt, index)
      const at = book.today - throws.between(0, 300) * DAY_MS - throws.below(DAY_MS)
      const code = throws.pick(codes[purse])
      const cents = throws.between(1, 9_000_000)
      return {
        id: `CH${stamp(at)}${unique(index, book.seed, salt)}`,
        code,
        at,
        tradeId: `CS${stamp(at)}${throws.hex(5).toUpperCase()}`,
        cents,
        afterCents: cents + throws.below(90_000_000),
        income: income.test(code),
        customer: customerOf(book, index * 3),
      }
    },
  }
}

export interface Adjustment {
  id: string
  customer: Customer
  code: string
  cents: number
  at: number
}

export const adjustments = (book: Book): Rows<Adjustment> => ({
  size: share(book, 0.3),
  at: (index) => {
    const throws = dice(book.seed, 76, index)
    const at = book.today - throws.between(0, 200) * DAY_MS - throws.below(DAY_MS)
    return {
      id: `TR${stamp(at)}${unique(index, book.seed, 76)}`,
      customer: customerOf(book, index * 7),
      code: throws.pick([
        'SOURCE_OPERATION_BEADJUST',
        'SOURCE_OPERATION_BERETRIEVE',
        'SOURCE_OPERATION_BEUNBIND',
      ]),
      cents: throws.between(1, 3_000_000),
      at,
    }
  },
})
