/** Sums of a month and the lines of a bill, as the open API answers. */
import { utc } from '../beijing.ts'
import { type Book, each, listed, type Rows } from '../data/book.ts'
import { type Spending, spending } from '../data/spending.ts'
import { decimal, mapped, type Wire } from '../answers/row.ts'
import type { Rower } from './rower.ts'

/** A service's lines are split by what was used of it, which the monthly sums keep apart. */
const resourceType = (one: Spending): string =>
  `${one.service.code.replace('service', 'resource')}${one.listCents % 2 === 0 ? '' : '.volume'}`

const isRefund = (one: Spending): boolean => one.listCents < 0

interface Sum {
  first: Spending
  paidCents: number
  couponCents: number
  discountCents: number
}

function sumsOf(book: Book, month: string, by: (one: Spending) => string): Rows<Sum> {
  const sums = new Map<string, Sum>()
  for (const one of each(spending(book, month))) {
    const key = by(one)
    const sum = sums.get(key) ?? { first: one, paidCents: 0, couponCents: 0, discountCents: 0 }
    sum.paidCents += one.paidCents
    sum.couponCents += one.couponCents
    sum.discountCents += one.discountCents
    sums.set(key, sum)
  }
  return listed([...sums.values()])
}

const keyOf = (one: Spending): string =>
  [one.customer.id, one.service.code, one.mode, isRefund(one), resourceType(one)].join('|')

const partnerSums: Rower = ({ book, asked }) => {
  const mode = String(asked['charge_mode'])
  const all = sumsOf(book, String(asked['cycle']), keyOf)
  const found = [...each(all)].filter(({ first }) => String(first.mode) === mode)
  return mapped(listed(found), ({ first, ...sum }) => ({
    customer_id: first.customer.id,
    cloud_service_type: first.service.code,
    cloud_service_type_name: first.service.zh,
    resource_type_code: resourceType(first),
    bill_type: isRefund(first) ? '1' : '0',
    charge_mode: mode,
    amount: decimal(sum.paidCents + sum.couponCents),
    debt_amount: 0,
    adjustment_amount: 0,
    discount_amount: decimal(sum.discountCents),
    measure_id: 1,
    account_details: [
      { balance_type: 'BALANCE_TYPE_COUPON', amount: decimal(sum.couponCents), bill_type: '0' },
    ],
  }))
}

const customerSums: Rower = ({ book, asked, account }) =>
  mapped(
    sumsOf(book, String(asked['bill_cycle']), (one) => keyOf(one).split('|').slice(1).join('|')),
    ({ first, ...sum }) => ({
      bill_cycle: first.month,
      service_type_code: first.service.code,
      service_type_name: first.service.zh,
      resource_type_code: resourceType(first),
      charging_mode: first.mode,
      official_discount_amount: decimal(sum.discountCents),
      consume_amount: decimal(sum.paidCents + sum.couponCents),
      coupon_amount: decimal(sum.couponCents),
      debt_amount: 0,
      measure_id: 1,
      bill_type: isRefund(first) ? 2 : 1,
      customer_id: account.domainId,
    }),
  )

const shared = (one: Spending): Wire => ({
  id: one.id,
  resource_type_name: one.service.zh,
  resource_id: one.resourceId,
  resource_name: one.resourceName,
  trade_time: utc(one.at),
  trade_id: one.orderId === '' ? one.id.slice(0, 16) : one.orderId,
  official_amount: decimal(one.listCents),
  cash_amount: decimal(one.paidCents),
  coupon_amount: decimal(one.couponCents),
  debt_amount: 0,
})

/** 1 新购, 2 续订, 8 使用; 4 is 退订 here, whatever the console's pages call it. */
const billType = (one: Spending): number => (isRefund(one) ? 4 : one.billType)

const partnerBill: Rower = ({ book, asked }) => {
  const lines = [...each(spending(book, String(asked['bill_cycle'])))]
  const found = lines.filter(({ customer }) => customer.id === asked['customer_id'])
  return mapped(listed(found), (one) => ({
    ...shared(one),
    bill_cycle: one.month,
    customer_id: one.customer.id,
    association_type: String(one.customer.association),
    service_type_code: one.service.code,
    service_type_name: one.service.zh,
    resource_type_code: resourceType(one),
    charging_mode: one.mode,
    bill_detail_type: billType(one),
    region_code: one.region.code,
    official_discount_amount: decimal(one.discountCents),
    payment_amount: decimal(one.paidCents + one.couponCents),
  }))
}

const customerBill: Rower = ({ book, asked, account }) =>
  mapped(spending(book, String(asked['cycle'])), (one) => ({
    ...shared(one),
    customer_id: account.domainId,
    cloud_service_type: one.service.code,
    cloud_service_type_name: one.service.zh,
    resource_type: resourceType(one),
    charge_mode: String(one.mode),
    bill_type: billType(one),
    region: one.region.code,
    discount_amount: decimal(one.discountCents),
    amount: decimal(one.paidCents + one.couponCents),
    measure_id: 1,
  }))

export const billRows: Record<string, Rower> = {
  ListSubcustomerMonthlyBills: partnerSums,
  ShowCustomerMonthlySum: customerSums,
  ListSubCustomerBillDetail: partnerBill,
  ListCustomerselfResourceRecords: customerBill,
}
