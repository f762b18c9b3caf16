import { currency, defineKind, time, type RecordOf } from './define'
import { billId, cycle, incentiveAmount, incentiveStatus, planName } from './incentive'

/** A bill of 激励对账; confirmed automatically after `confirmBy`. No open API has it. */
export const incentiveBill = defineKind({
  name: 'incentiveBill',
  label: { zh: '激励对账', en: 'Incentive bills' },
  key: ['billId'],
  scope: 'cycle',
  expires: 'confirmBy',
  dated: 'cycle',
  staleAfterHours: 24,
  signature: ['confirmBy', 'amount'],
  needs: ['amount', 'cycle|planName|confirmBy'],
  plainId: true,
  words: {
    zh: ['激励对账', '激励账单'],
    en: ['incentive bill', 'reconciliation', 'incentive bills'],
  },
  menu: {
    zh: '销售 > 激励 > 激励管理 > 激励对账',
    en: 'Sales > Incentives > Incentive Management > Incentive Reconciliation',
  },
  fields: {
    billId: billId(),
    cycle: cycle(),
    planName: planName(),
    amount: incentiveAmount(),
    currency: currency(),
    status: incentiveStatus(),
    confirmBy: time({
      end: true,
      zh: [
        '公示截止时间',
        '公示截止',
        '公示结束时间',
        '公示期截止',
        '自动确认时间',
        '确认截止',
        '公示期结束时间',
        '公示期至',
      ],
      en: ['Confirm by', 'Deadline', 'Confirm before'],
      wire: ['confirm_end_time', 'public_end_time'],
    }),
  },
})
export type IncentiveBill = RecordOf<typeof incentiveBill>
