import { kindOf, type KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'

/** A record as it is to be shown at a moment (epoch ms). @returns the same record where its status still holds */
export function asOf(kind: KindName, record: StoredRecord, now: number): StoredRecord {
  const { expires, over } = kindOf(kind)
  const at = expires === undefined ? undefined : record[expires]
  if (!over?.while.includes(String(record.status)) || typeof at !== 'number' || at > now)
    return record
  return Object.assign({ ...record }, { status: over.becomes })
}
