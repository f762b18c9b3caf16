import type { TextKey } from '@/utils/i18n/keys'
import { kindOf, type KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'
import type { Filter } from '@/utils/table/filter'

/** Records of a kind that belong to another record. */
export interface Relation {
  kind: KindName
  filters: Filter[]
  label: TextKey
}

/** What belongs to a record, the nearest first; kinds of which there is none show nothing. */
export function relationsOf(kind: KindName, row: StoredRecord): Relation[] {
  const relations: Relation[] = []
  const add = (other: KindName, field: string, value: unknown, label: TextKey) => {
    if (typeof value === 'string' && value !== '')
      relations.push({ kind: other, filters: [{ field, is: [value] }], label })
  }
  if (kind === 'resource') {
    add('resource', 'resourceId', row.mainResourceId, 'tables.mainResource')
    add('resource', 'mainResourceId', row.resourceId, 'tables.subResources')
    // Those that hang on the same one, this one left out by its own place.
    add('resource', 'mainResourceId', row.mainResourceId, 'tables.siblings')
  }
  if (kind === 'coupon') add('couponOperation', 'couponId', row.couponId, 'tables.operations')
  if (kind === 'couponQuota') add('couponOperation', 'quotaId', row.quotaId, 'tables.operations')
  if (kind === 'couponOperation') {
    add('coupon', 'couponId', row.couponId, 'tables.itsCoupon')
    add('couponQuota', 'quotaId', row.quotaId, 'tables.itsQuota')
  }
  return relations
}

/** Kinds that say whose they are, in the order a customer's page shows them. */
export const customerKinds: readonly KindName[] = [
  'coupon',
  'resource',
  'resourcePackage',
  'renewalTask',
  'salesTask',
  'consumption',
  'charge',
  'incentive',
  'couponOperation',
  'balance',
  'adjustment',
  'statement',
]

/** Whose records are looked for: by id, and by the keyed hash of the account name once seen in full. */
type Customer = StoredRecord & { $: { customerRef?: string } }

/**
 * Conditions that find a customer's records of a kind.
 * @returns `loose` where only masked names can tell, which several customers may share; undefined where nothing can
 */
export function ofCustomer(
  kind: KindName,
  customer: Customer,
): { filters: Filter[]; loose: boolean } | undefined {
  const { fields } = kindOf(kind)
  const sure: Filter[] = []
  if ('customerId' in fields && typeof customer.customerId === 'string')
    sure.push({ field: 'customerId', is: [customer.customerId] })
  if (customer.$.customerRef !== undefined)
    sure.push({ field: '$customerRef', is: [customer.$.customerRef] })
  if (sure.length > 0) return { filters: [{ any: sure }], loose: false }
  for (const field of ['accountName', 'customerName']) {
    const value = customer[field === 'customerName' ? 'name' : field]
    if (field in fields && typeof value === 'string')
      return { filters: [{ field, is: [value] }], loose: true }
  }
  return undefined
}
