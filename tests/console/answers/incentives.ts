/** Wire rows of 激励管理 and the areas of 激励看板. The board stops at ten (section 3.7 of DOMAIN.md). */
import { clockTime } from '../beijing.ts'
import { type Book, each, listed, type Rows } from '../data/book.ts'
import { customers } from '../data/customers.ts'
import { type Incentive, incentiveBills as bills, incentives } from '../data/incentives.ts'
import { spendingByCustomer } from '../data/spending.ts'
import { type Answer, type Asked, decimal, mapped, named, type Wire, yuan } from './row.ts'

export const incentiveDetails: Answer = (book, asked) =>
  mapped(incentives(book, asked.year), (one) => ({
    incentiveDataId: one.id,
    incentiveBillId: one.billId,
    settlePeriod: one.period.replace('-', ''),
    planId: one.plan.id,
    planName: named(one.plan, asked),
    customerId: one.customer.id,
    customerName: one.customer.name,
    accountName: one.customer.account,
    managerName: one.customer.manager.slice(0, 1),
    productType: named(one.service, asked),
    productTypeCode: one.service.code,
    orderNo: one.orderId,
    relationType: one.customer.association,
    chargeMode: one.mode,
    baseValue: decimal(one.baseCents),
    rebateRatio: one.ratio,
    incentiveAmt: decimal(one.cents),
    state: one.state,
    tradeTime: one.at,
  }))

export const incentiveBills: Answer = (book, asked) =>
  mapped(bills(book, asked.year), (one) => ({
    billId: one.id,
    period: one.period,
    planId: one.plan.id,
    planName: named(one.plan, asked),
    totalAmt: yuan(one.cents),
    currency: asked.currency,
    billStatus: String(one.state),
    publicityEnd: clockTime(one.confirmBy),
  }))

function summed(book: Book, asked: Asked, by: (one: Incentive) => string): [string, number][] {
  const sums = new Map<string, number>()
  for (const one of each(incentives(book, asked.year))) {
    sums.set(by(one), (sums.get(by(one)) ?? 0) + one.cents)
  }
  return [...sums]
}

const ten = (sums: [string, number][]): [string, number][] =>
  sums.toSorted((one, other) => other[1] - one[1]).slice(0, 10)

const rows = (sums: [string, number][], key: string): Rows<Wire> =>
  mapped(listed(sums), ([name, cents]) => ({ [key]: name, amt: decimal(cents) }))

export const yearTrend: Answer = (book, asked) =>
  rows(summed(book, asked, (one) => one.period.replace('-', '')).reverse(), 'periodId')

export const topCustomers: Answer = (book, asked) =>
  rows(ten(summed(book, asked, (one) => one.customer.name)), 'custNm')

export const topProducts: Answer = (book, asked) =>
  rows(ten(summed(book, asked, (one) => named(one.service, asked))), 'productNm')

export const byAssociation: Answer = (book, asked) =>
  rows(
    summed(book, asked, (one) => String(one.customer.association)),
    'relType',
  )

export const boardSummary: Answer = (book, asked) => {
  const earned = new Map(summed(book, asked, (one) => one.customer.id))
  const all = customers(book)
  const spent = spendingByCustomer(book, asked.month)
  const busy = [...earned.keys()]
  const owners = new Map([...each(all)].map((one) => [one.id, one]))
  return mapped(listed(busy), (custId) => {
    const owner = owners.get(custId)
    const money =
      owner !== undefined && owner.index < spent.size ? spent.at(owner.index) : undefined
    return {
      custId,
      custNm: owner?.name ?? '',
      consumeAmt: yuan(money?.paidCents ?? 0),
      refundAmt: yuan(money?.refundCents ?? 0),
      incentiveAmt: yuan(earned.get(custId) ?? 0),
    }
  })
}
