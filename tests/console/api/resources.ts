/** Customers, what they have, and a customer's packages, as the open API answers. */
import { utc } from '../beijing.ts'
import { none, type Rows } from '../data/book.ts'
import { customerById, customers } from '../data/customers.ts'
import { type Package, packages } from '../data/packages.ts'
import { cycleResources, demandResources, type Resource } from '../data/resources.ts'
import { mapped, type Wire } from '../answers/row.ts'
import type { Ask, Rower } from './rower.ts'

const customerList: Rower = ({ book }) =>
  mapped(customers(book), (one) => ({
    customer: one.name,
    account_name: one.account,
    customer_id: one.id,
    associated_on: utc(one.associatedAt),
    // Resale has a number of its own abroad.
    association_type: one.association === 2 && book.site === 'intl' ? '3' : String(one.association),
    telephone: one.phone,
    email: one.email,
    verified_status: one.verified ? '2' : '-1',
    customer_type: 1,
    is_frozen: one.frozen ? 1 : 0,
    account_managers: [{ account_name: one.manager }],
    customer_level: 'V0',
  }))

/** The customer who asks, or whom the partner asks about. */
function resourcesOf(
  { book, asked, account }: Ask,
  of: typeof cycleResources,
): Rows<Resource> | undefined {
  if (account.kind === 'customer') return of(book, customers(book).at(0))
  const customer = customerById(book, String(asked['customer_id'] ?? ''))
  return customer === undefined ? undefined : of(book, customer)
}

const shared = (one: Resource): Wire => ({
  resource_id: one.id,
  resource_name: one.name,
  region_code: one.region.code,
  service_type_code: one.service.code,
  service_type_name: one.service.zh,
  resource_type_code: one.service.code.replace('service', 'resource'),
  resource_type_name: one.service.zh,
  resource_spec_code: one.spec,
  status: one.state,
  effective_time: utc(one.startsAt),
})

const subscriptions: Rower = (ask) => {
  const found = resourcesOf(ask, cycleResources)
  return found === undefined
    ? none
    : mapped(found, (one) => ({
        ...shared(one),
        id: `${one.id}#${one.orderId}`,
        parent_resource_id: one.parentId,
        is_main_resource: one.main ? 1 : 0,
        expire_time: utc(one.endsAt),
        expire_policy: one.policy,
        enterprise_project: { id: '0', name: one.project },
      }))
}

const onDemand: Rower = (ask) => {
  const found = resourcesOf(ask, demandResources)
  return found === undefined
    ? none
    : mapped(found, (one) => ({ ...shared(one), customer_id: one.customer.id }))
}

const MEASURES: Record<string, number> = { GB: 10, MB: 11, 小时: 4 }
const itemId = (one: Package): string => `F${one.id.slice(0, 24)}`

const packageList: Rower = ({ book }) =>
  mapped(packages(book), (one) => ({
    order_instance_id: one.id,
    order_id: one.orderId,
    product_name: one.name,
    effective_time: utc(one.startsAt),
    expire_time: utc(one.endsAt),
    status: one.state,
    service_type_code: one.service.code,
    service_type_name: one.service.zh,
    region_code: one.region.code,
    source_type: 0,
    quota_reuse_mode: one.resets ? 1 : 2,
    free_resources: [
      {
        free_resource_id: itemId(one),
        usage_type_name: one.usageType,
        // Text here, a number in the answer on usage.
        amount: String(one.left),
        original_amount: String(one.total),
        measure_id: MEASURES[one.unit] ?? 17,
      },
    ],
  }))

const usages: Rower = ({ book, asked }) => {
  const wanted = new Set((asked['free_resource_ids'] as string[] | undefined) ?? [])
  const all = packages(book)
  const found = Array.from({ length: all.size }, (_, index) => all.at(index)).filter((one) =>
    wanted.has(itemId(one)),
  )
  return {
    size: found.length,
    at: (index) => {
      const one = found[index] as Package
      return {
        free_resource_id: itemId(one),
        usage_type_name: one.usageType,
        quota_reuse_cycle: one.resets ? 3 : 1,
        amount: one.left,
        original_amount: one.total,
        measure_id: MEASURES[one.unit] ?? 17,
      }
    },
  }
}

export const resourceRows: Record<string, Rower> = {
  ListSubCustomers: customerList,
  ListPayPerUseCustomerResources: subscriptions,
  ListCustomerOnDemandResources: onDemand,
  ListFreeResourceInfos: packageList,
  ListFreeResourceUsages: usages,
}
