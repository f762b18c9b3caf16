import type { StoredRecord } from '@/utils/records'
import { kindOf, type KindName } from './index'

/** While a record has one of these statuses it is over with its expiry, and has the other from then on. */
export interface Over {
  while: readonly string[]
  becomes: string
}

/**
 * A source says once what a coupon is, and is not heard again for weeks; what it is by then follows from its expiry.
 * A resource has a life of its own after its time, which only the console knows.
 */
const over: Readonly<Partial<Record<KindName, Over>>> = {
  coupon: { while: ['usable', 'inactive'], becomes: 'expired' },
  couponQuota: { while: ['normal'], becomes: 'invalid' },
  resourcePackage: { while: ['active', 'pending'], becomes: 'expired' },
}
export const overOf = (kind: KindName): Over | undefined => over[kind]

/** A record as it is to be shown at a moment (epoch ms). @returns the same record where its status still holds */
export function asOf(kind: KindName, record: StoredRecord, now: number): StoredRecord {
  const { expires } = kindOf(kind)
  const own = over[kind]
  const at = expires === undefined ? undefined : record[expires]
  if (!own?.while.includes(String(record.status)) || typeof at !== 'number' || at > now)
    return record
  return Object.assign({ ...record }, { status: own.becomes })
}
