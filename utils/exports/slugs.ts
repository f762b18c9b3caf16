import type { slug } from '@/utils/i18n/locales/zh-CN/slug'

/** Pages that have an export, as KINDS names them. */
export const slugs = [
  'coupons',
  'customers',
  'resources',
  'consumption-board',
  'consumption-summary',
  'consumption-details',
  'incentives',
  'incentive-bills',
  'sales-tasks',
  'renewal-tasks',
  'orders',
  'order-details',
  'performance',
  'indicators',
  'partner-bill',
  'statements',
  'adjustments',
  'settlement',
  'billing-center',
  'unknown',
] as const satisfies readonly (keyof typeof slug)[]
