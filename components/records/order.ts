import { kindOf, type KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'

const spent = new Set([
  'used',
  'expired',
  'reclaimed',
  'closed',
  'invalid',
  'unsubscribed',
  'used-up',
])
export const isSpent = (row: StoredRecord): boolean => spent.has(String(row.status))

/** What matters first: the nearest expiry of what still counts, or the newest. */
export function inOrder(kind: KindName, rows: readonly StoredRecord[]): StoredRecord[] {
  const { dated: by, expires } = kindOf(kind)
  if (by !== undefined)
    return [...rows].sort((a, b) => (String(a[by] ?? '') < String(b[by] ?? '') ? 1 : -1))
  const rank = (row: StoredRecord) => Number(isSpent(row))
  const at = (row: StoredRecord) => {
    const value = expires === undefined ? undefined : row[expires]
    return typeof value === 'number' ? value : Infinity
  }
  return [...rows].sort((a, b) => rank(a) - rank(b) || (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
}
