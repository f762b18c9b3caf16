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
  dated: 'month',
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
      wire: ['type'],
      codesBy: 'caller',
      values: {
        charge: {
          zh: ['消费', '正常', '消费账单'],
          en: ['Expenditure', 'Charge', 'Consumption', 'Normal', 'Expenditures', 'Charges'],
          codes: { partner: ['0'], customer: ['1'] },
        },
        refund: {
          zh: ['退款', '退订', '退款账单', '退费'],
          en: ['Refund', 'Unsubscription', 'Refunds', 'Refunded', 'Unsubscribe'],
          codes: { partner: ['1'], customer: ['2'] },
        },
        writeoff: {
          zh: ['核销', '华为核销', '核销账单'],
          en: ['Write-off', 'Written off'],
          codes: { partner: ['2'] },
        },
        adjustment: {
          zh: ['调账', '调账账单', '账务调整'],
          en: ['Adjustment', 'Adjustments', 'Bill adjustment'],
          codes: { customer: ['3'] },
        },
      },
    }),
    customerName: customerName(),
    accountName: accountName(),
    serviceName: serviceName(),
    manager: manager(),
    association: association(),
    amountDue: amount({
      zh: ['应付金额', '应付总额', '应付', '应付款金额'],
      en: ['Amount due'],
      wire: [
        'should_pay_amount',
        'need_pay',
        'receivable_amount',
        'to_pay_amount',
        'net',
        'net_amount',
      ],
    }),
    amountPaid: amount({
      zh: ['实付金额', '实付总额', '实付', '实际支付', '实际付款金额', '实付款', '支付金额'],
      en: [
        'Amount paid',
        'Actual payment',
        'Total paid',
        'Actual amount paid',
        'Total amount paid',
      ],
      wire: [
        'paid',
        'actual_amount',
        'pay_amount',
        'actual_paid',
        'real_pay',
        'real_amount',
        'actual_expenditure',
        'settled',
      ],
    }),
    amount: amount({
      zh: ['消费金额', '消费总额', '金额', '累计消费', '总费用', '本月消费', '消费', '费用金额'],
      en: ['Expenditure', 'Expenditure amount'],
      wire: ['spent', 'cost'],
    }),
    discountAmount: amount({
      zh: ['优惠金额', '本月已优惠金额', '折扣金额', '优惠', '优惠总额', '折扣'],
      en: ['Discount', 'Discounted'],
      wire: [
        'official_discount_amount',
        'favorable_amount',
        'favor_amount',
        'favourable_amount',
        'reduce_amount',
      ],
    }),
    refundAmount: amount({
      zh: ['退款金额', '退款', '退款总额'],
      en: ['Refund'],
    }),
    couponAmount: amount({
      zh: ['代金券抵扣', '代金券', '代金券使用金额', '券抵扣'],
      en: ['Coupon deduction'],
      wire: ['voucher_amount'],
    }),
    cashCouponAmount: amount({
      zh: ['现金券抵扣', '现金券'],
      en: ['Flexi-purchase coupon deduction', 'Paid with flexi-purchase coupons'],
      wire: ['flexi_coupon_amount', 'cash_coupon_deduction'],
    }),
    debtAmount: amount({
      zh: ['欠费金额', '欠费', '欠费总额'],
      en: ['Outstanding amount'],
    }),
    currency: currency(),
  },
})
export type Consumption = RecordOf<typeof consumption>
