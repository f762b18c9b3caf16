/** Wire rows of 激励管理 and the areas of 激励看板. The board stops at ten (section 3.7 of DOMAIN.md). */
import { clockTime } from '../beijing.ts'
import { listed, type Rows } from '../data/book.ts'
import { customers } from '../data/customers.ts'
import { incentiveBills as bills, incentives, incentiveSums } from '../data/incentives.ts'
import { services } from '../data/products.ts'
import { spendingByCustomer } from '../data/spending.ts'
import { type Answer, decimal, mapped, named, type Wire, yuan } from './row.ts'

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

type Sum = [name: string, cents: number]

const highest = <Key>(sums: Map<Key, number>, count = sums.size): [Key, number][] =>
  [...sums].toSorted((one, other) => other[1] - one[1]).slice(0, count)

const rows = (sums: Sum[], key: string): Rows<Wire> =>
  mapped(listed(sums), ([name, cents]) => ({ [key]: name, amt: decimal(cents) }))

export const yearTrend: Answer = (book, asked) => {
  const { periods } = incentiveSums(book, asked.year)
  const sums = [...periods].map(([period, cents]): Sum => [period.replace('-', ''), cents])
  return rows(sums.reverse(), 'periodId')
}

export const topCustomers: Answer = (book, asked) => {
  const all = customers(book)
  const sums = highest(incentiveSums(book, asked.year).customers, 10)
  return rows(
    sums.map(([index, cents]) => [all.at(index).name, cents]),
    'custNm',
  )
}

export const topProducts: Answer = (book, asked) => {
  const sums = highest(incentiveSums(book, asked.year).services, 10)
  return rows(
    sums.map(([index, cents]) => [named(listed(services).at(index), asked), cents]),
    'productNm',
  )
}

export const byAssociation: Answer = (book, asked) => {
  const all = customers(book)
  const sums = new Map<string, number>()
  for (const [index, cents] of incentiveSums(book, asked.year).customers) {
    const type = String(all.at(index).association)
    sums.set(type, (sums.get(type) ?? 0) + cents)
  }
  return rows(highest(sums), 'relType')
}

export const boardSummary: Answer = (book, asked) => {
  const all = customers(book)
  const spent = spendingByCustomer(book, asked.month)
  return mapped(listed(highest(incentiveSums(book, asked.year).customers)), ([index, cents]) => {
    const money = index < spent.size ? spent.at(index) : undefined
    return {
      custId: all.at(index).id,
      custNm: all.at(index).name,
      consumeAmt: yuan(money?.paidCents ?? 0),
      refundAmt: yuan(money?.refundCents ?? 0),
      incentiveAmt: yuan(cents),
    }
  })
}
