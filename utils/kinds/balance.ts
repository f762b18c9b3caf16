import { customerId } from './common'
import { amount, choice, currency, defineKind, id, text, type RecordOf } from './define'

export const balanceAmount = () => amount({ zh: ['余额', '金额'], en: ['Balance', 'Amount'] })

/**
 * What is on an account: the partner's own by type, and one a 代售 customer.
 * Wire: ListPartnerBalances, ListCustomersBalancesDetail.
 */
export const balance = defineKind({
  name: 'balance',
  label: { zh: '账户余额', en: 'Account balances' },
  key: ['balanceId'],
  fallback: ['customerId'],
  staleAfterHours: 24,
  signature: ['amount'],
  words: { zh: ['账户余额'], en: ['account balance'] },
  menu: { zh: '销售 > 账务 > 资金管理', en: 'Sales > Finance > Fund Management' },
  fields: {
    balanceId: id({ zh: ['账户ID'], en: ['Account ID'] }),
    accountType: choice({
      zh: ['账户类型'],
      en: ['Account type'],
      values: {
        balance: { zh: ['余额'], en: ['Balance'], codes: ['1'] },
        credit: { zh: ['信用'], en: ['Credit'], codes: ['2'] },
        bonus: { zh: ['奖励'], en: ['Bonus'], codes: ['5'] },
        deposit: { zh: ['保证金'], en: ['Deposit'], codes: ['7'] },
        allocatable: { zh: ['可拨款'], en: ['Allocatable'], codes: ['8'] },
      },
    }),
    customerId: customerId(),
    amount: balanceAmount(),
    debtAmount: amount({ zh: ['欠费金额'], en: ['Arrears'] }),
    designatedAmount: amount({ zh: ['专用余额'], en: ['For a set purpose'] }),
    creditAmount: amount({ zh: ['信用额度'], en: ['Credit line'] }),
    currency: currency(),
    remark: text({ zh: ['备注'], en: ['Remark'] }),
  },
})
export type Balance = RecordOf<typeof balance>
