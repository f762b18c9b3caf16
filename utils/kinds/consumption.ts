import {
  accountName,
  association,
  billMonth,
  chargeMode,
  customerId,
  customerName,
  manager,
  serviceName,
  serviceType,
} from './common'
import { amount, choice, currency, defineKind, text, type RecordOf } from './define'

/** What a customer spent in a month, by the dimensions a board or summary shows. Wire: the two monthly-sum calls. */
export const consumption = defineKind({
  name: 'consumption',
  label: { zh: '消费汇总', en: 'Consumption' },
  key: ['month', 'customerId', 'serviceType', 'chargeMode', 'grain', 'billType'],
  fallback: ['month', 'customerId|customerName|accountName|*', 'grain'],
  scope: 'month',
  staleAfterHours: 24,
  signature: ['amountDue', 'amountPaid', 'amount', 'refundAmount'],
  needs: ['amount|amountDue|amountPaid'],
  unaddressed: ['customerId', 'customerName', 'accountName', 'association', 'manager'],
  words: {
    zh: ['消费汇总', '消费看板', '费用走势', '费用分布', '客户消费', '消费'],
    en: ['expenditure', 'expenditures', 'consumption', 'consume', 'monthly sum'],
  },
  menu: {
    zh: '销售 > 客户 > 客户消费 > 消费汇总',
    en: 'Sales > Customers > Customer Expenditure > Expenditure Summary',
  },
  fields: {
    month: billMonth(),
    customerId: customerId(),
    serviceType: serviceType(),
    chargeMode: chargeMode(),
    grain: text({ zh: ['粒度'], en: ['Grain'] }),
    billType: choice({
      zh: ['账单类型', '费用类型'],
      en: ['Bill type'],
      wire: ['bill_type'],
      codesBy: 'caller',
      values: {
        charge: {
          zh: ['消费'],
          en: ['Expenditure', 'Charge', 'Consumption'],
          codes: { partner: ['0'], customer: ['1'] },
        },
        refund: {
          zh: ['退款', '退订'],
          en: ['Refund', 'Unsubscription'],
          codes: { partner: ['1'], customer: ['2'] },
        },
        writeoff: {
          zh: ['核销', '华为核销'],
          en: ['Write-off', 'Writeoff'],
          codes: { partner: ['2'] },
        },
        adjustment: { zh: ['调账'], en: ['Adjustment'], codes: { customer: ['3'] } },
      },
    }),
    customerName: customerName(),
    accountName: accountName(),
    serviceName: serviceName(),
    manager: manager(),
    association: association(),
    amountDue: amount({
      zh: ['应付金额', '应付总额'],
      en: ['Amount due', 'Amount payable', 'Payable'],
      wire: [
        'amount_due',
        'payable',
        'payable_amount',
        'due_amount',
        'payable_amt',
        'due_amt',
        'should_pay_amount',
      ],
    }),
    amountPaid: amount({
      zh: ['实付金额', '实付总额'],
      en: ['Amount paid', 'Paid amount', 'Actual payment'],
      wire: [
        'amount_paid',
        'paid',
        'paid_amount',
        'paid_amt',
        'paid',
        'actual_amount',
        'real_pay_amount',
      ],
    }),
    amount: amount({
      zh: ['消费金额', '消费总额', '金额'],
      en: ['Expenditure', 'Expenditure amount', 'Amount', 'Consumption amount'],
      wire: [
        'consume_amount',
        'spent_amount',
        'spent',
        'amount',
        'consumption_amount',
        'expenditure_amount',
        'expenditure',
      ],
    }),
    discountAmount: amount({
      zh: ['优惠金额', '已优惠金额', '本月已优惠金额', '折扣金额'],
      en: ['Discount', 'Discounts', 'Discounted', 'Discount amount'],
      wire: ['discount_amount', 'official_discount_amount', 'favorable_amount'],
    }),
    refundAmount: amount({
      zh: ['退款金额', '退订金额', '退款'],
      en: ['Refund', 'Refunds', 'Refund amount'],
      wire: ['refund_amount'],
    }),
    couponAmount: amount({
      zh: ['代金券抵扣', '代金券金额', '代金券'],
      en: ['Coupon deduction', 'Coupons used', 'Coupon amount', 'Voucher deduction'],
      wire: ['coupon_amount', 'voucher_amount'],
    }),
    cashCouponAmount: amount({
      zh: ['现金券抵扣', '现金券金额', '现金券'],
      en: [
        'Flexi-purchase coupon deduction',
        'Flexi-purchase coupons used',
        'Flexi-purchase coupon',
      ],
      wire: ['flexipurchase_coupon_amount', 'cash_coupon_amount'],
    }),
    debtAmount: amount({
      zh: ['欠费金额', '欠费'],
      en: ['Outstanding amount', 'Debt', 'Amount in arrears', 'Arrears'],
      wire: ['debt_amount', 'owe_amount'],
    }),
    currency: currency(),
  },
})
export type Consumption = RecordOf<typeof consumption>
