import { accountName, customerId } from './common'
import {
  amount,
  choice,
  currency,
  defineKind,
  id,
  month,
  text,
  time,
  type RecordOf,
} from './define'

/**
 * One line of income or expense of an account. A coupon account's lines have no number: what they say stands in for it.
 * Wire: ListPartnerAccountChangeRecords, ListCustomerCouponChangeRecords; their misspellings are real.
 */
export const statement = defineKind({
  name: 'statement',
  label: { zh: '收支明细', en: 'Income and expense' },
  key: ['statementId'],
  fallback: [
    'tradedAt',
    'operation|*',
    'orderNo|*',
    'couponId|*',
    'amount',
    'balanceAfter|*',
    'serviceName|*',
    'resourceTypeName|*',
  ],
  dated: 'tradedAt',
  staleAfterHours: 24,
  signature: ['operation', 'balanceAfter'],
  words: { zh: ['收支明细'], en: ['income and expense'] },
  menu: { zh: '销售 > 账务 > 资金管理', en: 'Sales > Finance > Fund Management' },
  fields: {
    statementId: id({ zh: ['收支流水号'], en: ['Serial number'] }),
    accountType: choice({
      zh: ['账户类型'],
      en: ['Account type'],
      values: {
        balance: { zh: ['现金账户'], en: ['Cash account'] },
        credit: { zh: ['信用账户'], en: ['Credit account'] },
        coupon: { zh: ['代金券账户'], en: ['Coupon account'] },
      },
    }),
    direction: choice({
      zh: ['收支类型'],
      en: ['Income or expense'],
      values: {
        income: { zh: ['收入'], en: ['Income'], codes: ['1', 'REVENUE'] },
        expense: { zh: ['支出'], en: ['Expense'], codes: ['2', 'EXPENSE'] },
      },
    }),
    operation: choice({
      zh: ['交易类型'],
      en: ['Transaction type'],
      // One code means two things: a present on a cash account, an activation on a coupon's.
      codesBy: 'accountType',
      values: {
        recharge: {
          zh: ['充值'],
          en: ['Recharge'],
          codes: { account: ['SOURCE_OPERAIION_RECHARGE'] },
        },
        rebate: {
          zh: ['充值（激励返点）'],
          en: ['Recharge (incentive rebate)'],
          codes: { account: ['SOURCE_OPERAIION_RECHARGE_REBATE'] },
        },
        subscription: {
          zh: ['消费（包年/包月）'],
          en: ['Consumption (yearly/monthly)'],
          codes: both('SOURCE_OPERAIION_DEDEUCT'),
        },
        usage: {
          zh: ['消费（按需）'],
          en: ['Consumption (pay-per-use)'],
          codes: both('SOURCE_OPERAIION_USAGE'),
        },
        'savings-plan': {
          zh: ['消费（节省计划）'],
          en: ['Consumption (savings plan)'],
          codes: { coupon: ['SOURCE_OPERAIION_SAVINGS_PLANS'] },
        },
        'other-consumption': {
          zh: ['消费（其他）'],
          en: ['Consumption (other)'],
          codes: {
            account: [
              'SOURCE_OPERAIION_ONETIME',
              'SOURCE_OPERAIION_PRECISIONCOMP',
              'SOURCE_OPERAIION_FREERESDEDUCT',
              'SOURCE_OPERATIION_RIDEDUCT',
            ],
          },
        },
        repayment: {
          zh: ['消费（欠费还款）'],
          en: ['Consumption (arrears repayment)'],
          codes: both('SOURCE_OPERAIION_WRITEOFF'),
        },
        refund: {
          zh: ['退款'],
          en: ['Refund'],
          codes: both(
            'SOURCE_OPERAIION_REFUND',
            'SOURCE_OPERAIION_UNSUBSCRIBE',
            'SOURCE_OPERAIION_UNFROZEN',
            'SOURCE_OPERAIION_CLEARFROZEN',
            'SOURCE_OPERAIION_RFROZEN',
          ),
        },
        allocate: {
          zh: ['拨款'],
          en: ['Allocation'],
          codes: {
            account: ['SOURCE_OPERATION_BEADJUST'],
            coupon: ['SOURCE_OPERATION_TRANSFER'],
          },
        },
        reclaim: {
          zh: ['回收'],
          en: ['Reclaim'],
          codes: {
            account: ['SOURCE_OPERATION_BERETRIEVE'],
            coupon: ['SOURCE_OPERATION_RETRIEVE'],
          },
        },
        'coupon-reclaim': {
          zh: ['优惠券回收'],
          en: ['Coupon reclaimed'],
          codes: both('SOURCE_OPERATION_COUPONCANCEL', 'SOURCE_OPERATION_COUPON_QUOTA_RECLAIM'),
        },
        'mode-change': {
          zh: ['交易模式变更'],
          en: ['Transaction-mode change'],
          codes: {
            account: ['SOURCE_OPERATION_BEUNBIND', 'SOURCE_OPERATION_TRADEMODE_TRANSFER'],
          },
        },
        freeze: {
          zh: ['冻结'],
          en: ['Frozen'],
          codes: both(
            'SOURCE_OPERAIION_MANUALFROZE',
            'SOURCE_OPERAIION_MANUALCLEARFROZEN',
            'SOURCE_OPERATION_SYSTEM_FROZEN',
            'SOURCE_OPERATION_DEPOSIT_FROZEN',
          ),
        },
        unfreeze: {
          zh: ['解冻'],
          en: ['Unfrozen'],
          codes: both(
            'SOURCE_OPERAIION_MANUALUNFROZE',
            'SOURCE_OPERATION_SYSTEM_UNFROZEN',
            'SOURCE_OPERATION_DEPOSIT_UNFROZEN',
          ),
        },
        transfer: {
          zh: ['转账'],
          en: ['Transfer'],
          codes: {
            account: ['SOURCE_OPERAIION_TRANS_TO_BALANCE', 'SOURCE_OPERAIION_TRANS_TO_FOREGIFT'],
          },
        },
        adjustment: {
          zh: ['调账'],
          en: ['Adjustment'],
          codes: {
            account: [
              'SOURCE_OPERAIION_ADJUST',
              'SOURCE_OPERAIION_ADJUST_CREDIT',
              'SOURCE_OPERAIION_PRIZE',
              'SOURCE_OPERAIION_BILLREFUND',
              'SOURCE_OPERATION_COUPON_QUOTA_TRANSFER',
            ],
            coupon: ['SOURCE_OPERAIION_BILLREFUND'],
          },
        },
        activate: {
          zh: ['激活'],
          en: ['Activated'],
          codes: { coupon: ['SOURCE_OPERAIION_PRIZE'] },
        },
        'bonus-conversion': {
          zh: ['奖励金转换'],
          en: ['Bonus conversion'],
          codes: { account: ['SOURCE_OPERAIION_MERGE', 'SOURCE_OPERAIION_CONVERT_BONUS'] },
        },
        expire: {
          zh: ['过期清零'],
          en: ['Zeroed on expiry'],
          codes: both('SOURCE_OPERAIION_EXPIRECLEAR'),
        },
      },
    }),
    tradedAt: time({ zh: ['交易时间'], en: ['Transaction time'] }),
    amount: amount({ zh: ['变动金额'], en: ['Changed by'] }),
    balanceAfter: amount({ zh: ['变动后余额'], en: ['Balance after'] }),
    currency: currency(),
    orderNo: id({ zh: ['订单号/交易编号'], en: ['Order or transaction No.'] }),
    couponId: id({ zh: ['代金券ID'], en: ['Coupon ID'] }),
    month: month({ zh: ['账期'], en: ['Billing cycle'] }),
    customerId: customerId(),
    accountName: accountName(),
    serviceName: text({ zh: ['产品类型'], en: ['Product type'] }),
    resourceTypeName: text({ zh: ['资源类型'], en: ['Resource type'] }),
  },
})
export type Statement = RecordOf<typeof statement>

/** Codes that mean the same on every account. */
function both(...codes: string[]): { account: string[]; coupon: string[] } {
  return { account: codes, coupon: codes }
}
