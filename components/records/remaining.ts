import { kindOf, type KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'
import { isSpent } from './order'

const day = 86_400_000
const soonDays = 30

/** What is left of a record that still counts and ends within a month; undefined for all else. */
export function remainingOf(
  kind: KindName,
  record: StoredRecord,
  now: number,
): { ms: number; tone: 'plain' | 'warn' | 'bad' } | undefined {
  const { expires } = kindOf(kind)
  const at = expires === undefined ? undefined : record[expires]
  if (typeof at !== 'number' || isSpent(record)) return undefined
  const ms = at - now
  if (ms <= 0 || ms > soonDays * day) return undefined
  return { ms, tone: ms < 3 * day ? 'bad' : ms < 7 * day ? 'warn' : 'plain' }
}
