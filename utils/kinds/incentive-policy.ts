import { choice, defineKind, flag, id, month, text, type RecordOf } from './define'

/** How a service counted for incentives at the end of a month. Wire: ListIncentiveDiscountPolicies (China only). */
export const incentivePolicy = defineKind({
  name: 'incentivePolicy',
  label: { zh: '激励政策', en: 'Incentive policies' },
  key: ['month', 'serviceType'],
  scope: 'month',
  dated: 'month',
  staleAfterHours: 24 * 31,
  signature: ['policy'],
  words: { zh: ['激励政策'], en: ['incentive policy'] },
  menu: { zh: '销售 > 激励', en: 'Sales > Incentives' },
  fields: {
    month: month({ zh: ['月份'], en: ['Month'] }),
    serviceType: id({ zh: ['产品类型编码'], en: ['Service type code'] }),
    serviceName: text({ zh: ['产品类型'], en: ['Product type'] }),
    policy: choice({
      zh: ['激励策略'],
      en: ['Incentive policy'],
      values: {
        general: { zh: ['非特定产品'], en: ['Non-specific product'], codes: ['0'] },
        specific: { zh: ['特定产品'], en: ['Specific product'], codes: ['1'] },
        none: { zh: ['无业绩无返点'], en: ['No performance, no rebate'], codes: ['2'] },
        'performance-only': {
          zh: ['有业绩无返点'],
          en: ['Performance counted, no rebate'],
          codes: ['13'],
        },
      },
    }),
    discountAllowed: flag({ zh: ['允许授予折扣'], en: ['Discount may be granted'] }),
  },
})
export type IncentivePolicy = RecordOf<typeof incentivePolicy>
