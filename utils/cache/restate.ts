import type { KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'
import type { KeptRecord } from './columns'

/** Statuses of an incentive that is confirmed. */
const confirmed: ReadonlySet<unknown> = new Set(['paying', 'paid'])

/**
 * The console shows an incentive as it is now, and changes it between the first look, the confirmation and the payment.
 * Where the amount is another one than before, the row keeps what it was: `firstAmount` as first seen, `confirmedAmount`
 * as first seen confirmed. A coupon keeps as `usedAt` when it was first seen used, after it was seen not used yet. No source
 * shows these fields.
 * @param merged of `stored` and `next`
 * @returns `merged` itself where nothing of this changed
 */
export function restate(
  kind: KindName,
  stored: KeptRecord,
  next: KeptRecord,
  merged: KeptRecord,
): KeptRecord {
  if (kind === 'coupon') return useSeen(stored, next, merged)
  if (kind !== 'incentive') return merged
  const late = next.$.observedAt < stored.$.observedAt
  const older = late ? next : stored
  if (!differ(stored.amount, next.amount)) return merged
  const first = late ? older.amount : (stored.firstAmount ?? older.amount)
  const sure = confirmed.has(older.status)
    ? (stored.confirmedAmount ?? older.amount)
    : stored.confirmedAmount
  if (first === merged.firstAmount && sure === merged.confirmedAmount) return merged
  const told: KindRecord = {
    firstAmount: first,
    ...(sure === undefined ? {} : { confirmedAmount: sure }),
  }
  return { ...merged, ...told } as KeptRecord
}
function useSeen(stored: KeptRecord, next: KeptRecord, merged: KeptRecord): KeptRecord {
  const before = stored.status !== undefined && stored.status !== 'used'
  const turned = before && next.status === 'used' && next.$.observedAt > stored.$.observedAt
  if (!turned || merged.usedAt !== undefined) return merged
  const told: KindRecord = { usedAt: next.$.observedAt }
  return { ...merged, ...told } as KeptRecord
}
const differ = (a: unknown, b: unknown) =>
  typeof a === 'string' && typeof b === 'string' && Number(a) !== Number(b)
