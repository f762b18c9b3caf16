import type { KindName } from '@/utils/kinds'
import type { Filter } from '@/utils/table/filter'
import type { TextKey } from '@/utils/i18n/keys'
import type { Address } from './useAddress'

export type View =
  | 'analysis'
  | 'coupons'
  | 'resources'
  | 'incentives'
  | 'exports'
  | 'customers'
  | 'consumption'
  | 'charges'
  | 'money'
  | 'tasks'
  | 'sync'
  | 'health'

/** A table of a view: a kind, or a part of it. */
export interface TableOf {
  /** Part of addresses. */
  id: string
  kind: KindName
  fixed?: readonly Filter[]
  /** Instead of the kind's name. */
  label?: TextKey
}
const plainly = (...kinds: KindName[]): TableOf[] => kinds.map((kind) => ({ id: kind, kind }))

/** Every view of the dashboard with its tables. */
export const views: readonly { id: View; label: TextKey; tables: readonly TableOf[] }[] = [
  {
    id: 'coupons',
    label: 'dashboard.coupons',
    tables: [
      { id: 'coupon', kind: 'coupon' },
      {
        id: 'own',
        kind: 'coupon',
        label: 'dashboard.ownCoupons',
        fixed: [{ field: 'holder', is: ['own'] }],
      },
      {
        id: 'issued',
        kind: 'coupon',
        label: 'dashboard.issuedCoupons',
        fixed: [{ field: 'holder', is: ['issued'] }],
      },
      ...plainly('couponQuota', 'couponOperation'),
    ],
  },
  {
    id: 'resources',
    label: 'dashboard.resources',
    tables: plainly('resource', 'resourcePackage'),
  },
  {
    id: 'incentives',
    label: 'dashboard.incentives',
    tables: plainly('incentive', 'incentiveBill', 'incentivePolicy'),
  },
  { id: 'analysis', label: 'dashboard.analysis', tables: [] },
  { id: 'exports', label: 'dashboard.exports', tables: [] },
  { id: 'customers', label: 'dashboard.customers', tables: plainly('customer') },
  { id: 'consumption', label: 'dashboard.consumption', tables: plainly('consumption') },
  { id: 'charges', label: 'dashboard.charges', tables: plainly('charge') },
  {
    id: 'money',
    label: 'dashboard.money',
    tables: plainly('balance', 'statement', 'adjustment', 'reseller'),
  },
  { id: 'tasks', label: 'dashboard.tasks', tables: plainly('salesTask', 'renewalTask') },
  { id: 'sync', label: 'dashboard.sync', tables: [] },
  { id: 'health', label: 'dashboard.health', tables: [] },
]

/** What an address shows: the first view, and the first table of a view, where it names none there is. */
export const viewAt = ({ view }: Pick<Address, 'view'>) =>
  views.find(({ id }) => id === view) ?? views[0]
export function tableAt(address: Pick<Address, 'view' | 'table'>): TableOf | undefined {
  const tables = viewAt(address)?.tables ?? []
  return tables.find(({ id }) => id === address.table) ?? tables[0]
}

/** Where the records of a kind are tabulated. */
export function viewOf(kind: KindName): { view: string; table: string } {
  const view = views.find(({ tables }) => tables.some((each) => each.kind === kind))
  return { view: view?.id ?? 'exports', table: kind }
}
