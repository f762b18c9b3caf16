import type { Health } from '@/utils/cache/types'
import { kindOf, type KindName } from '@/utils/kinds'
import type { Source, StoredRecord } from '@/utils/records'

export interface Freshness {
  observedAt: number
  source: Source
  /** Older than the kind's own bound. */
  old: boolean
}
/** Age and source of a list: those of its newest record. */
export function freshnessOf(
  kind: KindName,
  rows: readonly StoredRecord[],
  now: number,
): Freshness | undefined {
  let newest: StoredRecord | undefined
  for (const row of rows) if (row.$.observedAt > (newest?.$.observedAt ?? -1)) newest = row
  if (!newest) return undefined
  const { observedAt, source } = newest.$
  return { observedAt, source, old: now - observedAt > kindOf(kind).staleAfterHours * 3_600_000 }
}

/** How much of the console's own listing was seen; undefined where it names no total or all of it is here. */
export function coverageOf(
  kind: KindName,
  lines: readonly Health[],
  rows: number,
): { seen: number; total: number } | undefined {
  const totals = lines.filter((line) => line.kind === kind && line.total !== undefined)
  const newest = totals.sort((a, b) => b.lastSeenAt - a.lastSeenAt)[0]
  if (newest?.total === undefined || rows >= newest.total) return undefined
  return { seen: rows, total: newest.total }
}

/**
 * How much of one listing of the console was read: rows kept of its own total, and pages seen of all.
 * @returns undefined where the console names no total
 */
export function listingOf({
  total,
  pages,
  pageSize,
  understood,
}: Health): { rows: number; total: number; seen: number; pages?: number } | undefined {
  if (total === undefined) return undefined
  const each = Object.values(pages ?? {})
  const size = pageSize ?? (total > 0 && each.length > 1 ? Math.max(...each) : undefined)
  return {
    rows: Math.min(total, each.length > 0 ? each.reduce((sum, rows) => sum + rows, 0) : understood),
    total,
    seen: each.length,
    ...(size === undefined || size === 0 ? {} : { pages: Math.ceil(total / size) }),
  }
}
