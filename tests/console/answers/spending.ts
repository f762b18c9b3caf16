/** Wire rows of 客户消费 and 消费看板: strings here, numbers there, as the pages grew. */
import { clockTime, monthsBack } from '../beijing.ts'
import { listed } from '../data/book.ts'
import { monthTotal, spending, spendingByCustomer, spendingByService } from '../data/spending.ts'
import { type Answer, decimal, mapped, named, yuan } from './row.ts'

export const summary: Answer = (book, { month, currency }) =>
  mapped(spendingByCustomer(book, month), (one) => ({
    billNo: `${month.replace('-', '')}-${one.customer.id.slice(0, 12)}`,
    customer: one.customer.name,
    account: one.customer.account,
    relType: one.customer.association,
    month,
    consumeAmt: yuan(one.paidCents),
    discountAmt: yuan(one.discountCents),
    refundAmt: yuan(one.refundCents),
    currencyCode: currency,
    managerName: one.customer.manager,
  }))

export const details: Answer = (book, asked) =>
  mapped(spending(book, asked.month), (one) => ({
    record_id: one.id,
    bill_cycle: one.month,
    customer_id: one.customer.id,
    customer_name: one.customer.name,
    customer_account: one.customer.account,
    association_type: String(one.customer.association),
    service_type_code: one.service.code,
    service_type: named(one.service, asked),
    resource_name: one.resourceName,
    resource_id: one.resourceId,
    region_code: one.region.code,
    region: named(one.region, asked),
    charge_mode: String(one.mode),
    bill_type: one.billType,
    trade_id: one.orderId === '' ? one.id.slice(0, 16) : one.orderId,
    official_amount: decimal(one.listCents),
    discount_amount: decimal(one.discountCents),
    coupon_amount: decimal(one.couponCents),
    amount: decimal(one.paidCents),
    payment_status: one.paid ? 1 : 2,
    trade_time: clockTime(one.at),
    measure_id: 1,
  }))

export const boardOverview: Answer = (book) =>
  mapped(listed(monthsBack(book.today, 12)), (monthId) => {
    const { paidCents, couponCents } = monthTotal(book, monthId)
    return { monthId, payable: decimal(paidCents + couponCents), paid: decimal(paidCents) }
  })

export const boardTrend: Answer = (book, { month }) =>
  mapped(spendingByCustomer(book, month), (one) => ({
    rowKey: `${one.customer.id}_${month}`,
    custId: one.customer.id,
    custNm: one.customer.name,
    acctNm: one.customer.account,
    statMonth: month.replace('-', ''),
    payable: yuan(one.paidCents + one.couponCents),
    paid: yuan(one.paidCents),
  }))

export const boardShare: Answer = (book, asked) => {
  const sums = spendingByService(book, asked.month)
  const whole = sums.reduce((sum, one) => sum + one.paidCents, 0)
  return mapped(listed(sums), (one) => ({
    svcCode: one.service.code,
    svcName: named(one.service, asked),
    payable: decimal(one.paidCents + one.couponCents),
    paid: decimal(one.paidCents),
    ratio: whole === 0 ? 0 : Math.round((one.paidCents / whole) * 10_000) / 10_000,
  }))
}
