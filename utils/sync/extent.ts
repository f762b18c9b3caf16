import { kindOf } from '@/utils/kinds'
import type { Complete } from '@/utils/cache/types'
import type { KindRecord, StoredRecord, Value } from '@/utils/records'
import type { Step } from '@/utils/sources/api/steps'
import { type ReadableName, type Reading, readings } from '@/utils/sources/api/readings'
import { readWire } from '@/utils/sources/api/values'

/**
 * Logs only grow: an entry that is not listed any more has happened all the same. Balances are asked for by account and
 * by customer: an answer that leaves one out says nothing of it.
 */
const growing = new Set<ReadableName>([
  'ListPartnerCouponsRecord',
  'ListCouponQuotasRecords',
  'ListPartnerAccountChangeRecords',
  'ListCustomerCouponChangeRecords',
  'ListPartnerAdjustRecords',
  'ListPartnerBalances',
  'ListCustomersBalancesDetail',
])

/**
 * Operations that show all there is and show it at once. The others leave out rows that pages do show (issued coupons
 * and on-demand resources of customers that are not 代售, bill rows of amount zero), or show them hours later: with
 * those only what the API itself has shown before can be gone.
 */
const exact = new Set<ReadableName>([
  'ListSubCustomers',
  'ListSubCustomerCoupons',
  'ListQuotaCoupons',
  'ListPayPerUseCustomerResources',
])

/** Parameters that say what a listing is of: the field of its records, by wire name. */
const asked: Readonly<Record<string, string>> = { quota_type: 'type', charge_mode: 'chargeMode' }

/**
 * What a listing that was read to its end is complete of.
 * @param since epoch ms, when the listing began
 * @returns undefined where nothing can be gone
 */
export function extentOf(step: Step, since: number): Complete | undefined {
  if (growing.has(step.name)) return undefined
  const kind = kindOf(step.kind)
  const where = Object.entries(whereOf(step))
  const scope = where.find(([name]) => name === kind.scope)?.[1]
  const ofApi = !exact.has(step.name)
  return {
    since,
    ...(scope === undefined ? {} : { scope: String(scope) }),
    among: (row: StoredRecord) =>
      (!ofApi || row.$.source === 'api') && where.every(([name, value]) => row[name] === value),
  }
}

/** What all rows of a listing have in common. */
export function whereOf({ name, kind, params, given }: Step): KindRecord {
  const reading: Reading = readings[name]
  const { fields } = kindOf(kind)
  const where: Record<string, Value> = {}
  for (const [wire, field] of Object.entries(asked)) {
    const value = params[wire]
    const declared = fields[field]
    if (value === undefined || declared === undefined) continue
    const read = readWire(declared, value, reading.setting)
    if (read !== undefined) where[field] = read
  }
  return { ...where, ...given, ...reading.fixed }
}
