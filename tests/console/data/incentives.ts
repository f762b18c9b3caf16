/** Incentives by month, their bills, and the sums of the board. Sections 3.7 and 3.9 of DOMAIN.md. */
import { DAY_MS, month as monthOf, monthStart, monthsBack } from '../beijing.ts'
import { dice, mix, unique } from '../dice.ts'
import { type Book, listed, type Rows, share } from './book.ts'
import { type Customer, customerOf, customers } from './customers.ts'
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
  const salt = saltOf(period)
  const throws = dice(book.seed, INCENTIVES, salt, index)
  const money = earned(book, salt, index)
  const plan = incentivePlans[money.plan] ?? throws.pick(incentivePlans)
  return {
    id: `ID${salt}${unique(index, book.seed, INCENTIVES, salt).toUpperCase()}`,
    billId: billId(book, period, money.plan),
    period,
    plan,
    customer: customerOf(book, money.owner),
    service: services[money.service] ?? throws.pick(services),
    orderId: `CS${salt}${throws.digits(6)}${throws.hex(5).toUpperCase()}`,
    mode: throws.chance(0.5) ? 1 : 3,
    baseCents: money.baseCents,
    ratio: plan.ratio,
    cents: money.cents,
    state: stateOf(book, period),
    at: monthStart(period) + throws.below(27 * DAY_MS),
  }
}

const saltOf = (period: string): number => Number(period.replace('-', ''))

/** The money of one row alone, for the sums: 激励金额 = 基数值 × 返点比例. */
function earned(book: Book, salt: number, index: number) {
  const chance = mix(book.seed, INCENTIVES, salt, index, 5)
  const plan = chance % incentivePlans.length
  const baseCents = ((chance >>> 4) % 3_000_000) - ((chance >>> 7) % 30 === 0 ? 2_500_000 : 0)
  return {
    plan,
    service: (chance >>> 5) % services.length,
    owner: index * 3 + salt,
    baseCents,
    cents: Math.round(baseCents * (incentivePlans[plan]?.ratio ?? 0)),
  }
}

export interface IncentiveSums {
  periods: Map<string, number>
  /** By the index of the customer. */
  customers: Map<number, number>
  services: Map<number, number>
}

/** What the board shows of a year, in one pass over its rows. */
export function incentiveSums(book: Book, year: string): IncentiveSums {
  const sums: IncentiveSums = { periods: new Map(), customers: new Map(), services: new Map() }
  const owners = customers(book).size
  const rows = perPeriod(book)
  for (const period of periods(book, year)) {
    for (let index = 0; index < rows; index++) {
      const { cents, owner, service } = earned(book, saltOf(period), index)
      add(sums.periods, period, cents)
      add(sums.customers, owner % owners, cents)
      add(sums.services, service, cents)
    }
  }
  return sums
}

const add = <Key>(sums: Map<Key, number>, key: Key, cents: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + cents)
}

function stateOf(book: Book, period: string): 1 | 2 | 3 | 4 {
  const back = monthsBack(book.today, 4).indexOf(period)
  return ([1, 2, 3, 4] as const)[back === -1 ? 3 : back] ?? 4
}

const billId = (book: Book, period: string, plan: number): string =>
  `IB${period.replace('-', '')}${unique(plan, book.seed, INCENTIVES + 1, saltOf(period)).toUpperCase()}`

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
  const rows = perPeriod(book)
  const bills = periods(book, year).flatMap((period) => {
    const sums = incentivePlans.map(() => 0)
    for (let index = 0; index < rows; index++) {
      const { plan, cents } = earned(book, saltOf(period), index)
      sums[plan] = (sums[plan] ?? 0) + cents
    }
    return incentivePlans.map((plan, index) => ({
      id: billId(book, period, index),
      period,
      plan,
      cents: sums[index] ?? 0,
      state: stateOf(book, period),
      confirmBy: monthStart(period) + 51 * DAY_MS,
    }))
  })
  return listed(bills)
}
