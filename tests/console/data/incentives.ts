/** Incentives by month, their bills, and the sums of the board. Sections 3.7 and 3.9 of DOMAIN.md. */
import { DAY_MS, month as monthOf, monthStart, monthsBack } from '../beijing.ts'
import { dice, unique } from '../dice.ts'
import { type Book, type Rows, share } from './book.ts'
import { type Customer, customerOf } from './customers.ts'
import { incentivePlans, type Service, services } from './products.ts'

const INCENTIVES = 51

export interface Incentive {
  id: string
  billId: string
  period: string
  plan: (typeof incentivePlans)[number]
  customer: Customer
  service: Service
  orderId: string
  mode: 1 | 3
  baseCents: number
  ratio: number
  cents: number
  /** 1 预估, 2 待确认, 3 发放中, 4 发放成功 */
  state: 1 | 2 | 3 | 4
  at: number
}

/** The periods of a year that have begun, newest first. */
export const periods = (book: Book, year: string): string[] =>
  monthsBack(book.today, 36).filter((period) => period.startsWith(year))

export const years = (book: Book): string[] => {
  const last = Number(monthOf(book.today).slice(0, 4))
  return [last, last - 1].map(String)
}

const perPeriod = (book: Book): number => share(book, 0.09, 3)

export function incentives(book: Book, year: string): Rows<Incentive> {
  const named = periods(book, year)
  const each = perPeriod(book)
  return {
    size: named.length * each,
    at: (index) => incentive(book, named[Math.floor(index / each)] ?? '', index % each),
  }
}

function incentive(book: Book, period: string, index: number): Incentive {
  const salt = Number(period.replace('-', ''))
  const throws = dice(book.seed, INCENTIVES, salt, index)
  const plan = throws.pick(incentivePlans)
  const baseCents = throws.between(-20_000, 3_000_000)
  return {
    id: `ID${salt}${unique(index, book.seed, INCENTIVES, salt).toUpperCase()}`,
    billId: billId(book, period, incentivePlans.indexOf(plan)),
    period,
    plan,
    customer: customerOf(book, index * 3 + salt),
    service: throws.pick(services),
    orderId: `CS${salt}${throws.digits(6)}${throws.hex(5).toUpperCase()}`,
    mode: throws.chance(0.5) ? 1 : 3,
    baseCents,
    ratio: plan.ratio,
    cents: Math.round(baseCents * plan.ratio),
    state: stateOf(book, period),
    at: monthStart(period) + throws.below(27 * DAY_MS),
  }
}

function stateOf(book: Book, period: string): 1 | 2 | 3 | 4 {
  const back = monthsBack(book.today, 4).indexOf(period)
  return ([1, 2, 3, 4] as const)[back === -1 ? 3 : back] ?? 4
}

const billId = (book: Book, period: string, plan: number): string =>
  `IB${period.replace('-', '')}${unique(plan, book.seed, INCENTIVES + 1, Number(period.replace('-', ''))).toUpperCase()}`

export interface IncentiveBill {
  id: string
  period: string
  plan: (typeof incentivePlans)[number]
  cents: number
  state: 1 | 2 | 3 | 4
  /** Bills nobody confirms by then are confirmed by themselves. */
  confirmBy: number
}

export function incentiveBills(book: Book, year: string): Rows<IncentiveBill> {
  const named = periods(book, year)
  const each = perPeriod(book)
  return {
    size: named.length * incentivePlans.length,
    at: (index) => {
      const period = named[Math.floor(index / incentivePlans.length)] ?? ''
      const plan = incentivePlans[index % incentivePlans.length]
      if (plan === undefined) throw new RangeError(`no bill ${index}`)
      let cents = 0
      for (let row = 0; row < each; row++) {
        const one = incentive(book, period, row)
        if (one.plan === plan) cents += one.cents
      }
      return {
        id: billId(book, period, index % incentivePlans.length),
        period,
        plan,
        cents,
        state: stateOf(book, period),
        confirmBy: monthStart(period) + 51 * DAY_MS,
      }
    },
  }
}
