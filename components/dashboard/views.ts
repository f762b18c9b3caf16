import type { KindName } from '@/utils/kinds'
import type { TextKey } from '@/utils/i18n/keys'

export type View =
  | 'analysis'
  | 'coupons'
  | 'resources'
  | 'incentives'
  | 'exports'
  | 'customers'
  | 'consumption'
  | 'charges'
  | 'tasks'
  | 'sync'
  | 'health'

/** Every view of the dashboard with the kinds it tabulates. */
export const views: readonly { id: View; label: TextKey; kinds: readonly KindName[] }[] = [
  {
    id: 'coupons',
    label: 'dashboard.coupons',
    kinds: ['coupon', 'couponQuota', 'couponOperation'],
  },
  { id: 'resources', label: 'dashboard.resources', kinds: ['resource', 'resourcePackage'] },
  { id: 'incentives', label: 'dashboard.incentives', kinds: ['incentive', 'incentiveBill'] },
  { id: 'analysis', label: 'dashboard.analysis', kinds: [] },
  { id: 'exports', label: 'dashboard.exports', kinds: [] },
  { id: 'customers', label: 'dashboard.customers', kinds: ['customer'] },
  { id: 'consumption', label: 'dashboard.consumption', kinds: ['consumption'] },
  { id: 'charges', label: 'dashboard.charges', kinds: ['charge'] },
  { id: 'tasks', label: 'dashboard.tasks', kinds: ['salesTask', 'renewalTask'] },
  { id: 'sync', label: 'dashboard.sync', kinds: [] },
  { id: 'health', label: 'dashboard.health', kinds: [] },
]
