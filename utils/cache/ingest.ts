import { kindOf } from '@/utils/kinds'
import type { Fields } from '@/utils/kinds/define'
import { isMasked } from '@/utils/masking/mask'
import type { KindRecord, StoredRecord } from '@/utils/records'
import type { Database } from './database'
import { guarded } from './failure'
import { identify } from './identity'
import { merge, same, storable } from './merge'
import { isGlanced, writeGlance } from './popup'
import { Shelf } from './shelf'
import type { Ingested, Observation } from './types'

/** A row on its way in: what may be kept of it, and which fields the source had masked itself. */
export interface Arrival {
  row: StoredRecord
  foreign?: ReadonlySet<string>
}

/**
 * The one way in for records. Resolves after the commit; the same observation again changes nothing but its age.
 * @param now for what the popup shows, epoch ms
 * @throws FullError with nothing written
 */
export async function ingest(
  database: Database,
  observation: Observation,
  secret: string,
  now: number,
): Promise<Ingested> {
  const { account, kind, complete } = observation
  // Hashing waits on another thread, which would end a transaction: all of it comes first.
  const { arrivals, rejected } = await arrive(observation, secret)
  let changed = 0
  await guarded(database, () =>
    database.transaction('rw', tablesOf(database), async () => {
      const shelf = await Shelf.open(database, account, kind)
      changed = lay(shelf, arrivals)
      if (complete) {
        const seen = new Set(arrivals.map(({ row }) => row.$.key))
        changed += markGone(shelf, seen, observation.observedAt, complete.scope)
      }
      if ((await shelf.save()) === 0) return
      await count(database, shelf)
      if (isGlanced(kind)) await writeGlance(database, account, now, shelf)
    }),
  )
  return { kept: arrivals.length, changed, rejected }
}

export const tablesOf = (database: Database) => [
  database.segments,
  database.marks,
  database.glance,
  database.settings,
  database.meta,
]

/**
 * Every commit of records raises the counter and says how many rows and segments there are now, so that a lost tail of
 * the log, or a lost segment, is noticed at the next opening.
 */
export async function count({ meta }: Database, ...shelves: Shelf[]): Promise<void> {
  const before = (await meta.get('commits'))?.value
  await meta.put({ id: 'commits', value: Number(before ?? 0) + 1 })
  for (const { kind, account, size } of shelves) {
    const id = `rows|${kind}|${account}`
    if (size.rows > 0) await meta.put({ id, value: `${size.rows}/${size.segments}` })
    else await meta.delete(id)
  }
}

async function arrive(
  { account, kind, records, source, observedAt }: Observation,
  secret: string,
): Promise<{ arrivals: Arrival[]; rejected: Ingested['rejected'] }> {
  const { fields } = kindOf(kind)
  const arrivals: Arrival[] = []
  const rejected: Ingested['rejected'] = []
  const identities = await Promise.all(
    records.map((record) => identify(kind, record, account, secret)),
  )
  identities.forEach((identity, index) => {
    const record = records[index] ?? {}
    if ('reason' in identity) return void rejected.push({ row: index, reason: identity.reason })
    const $ = { account, key: identity.key, source, observedAt }
    const row = { ...storable(fields, record), $ } as StoredRecord
    arrivals.push({ row, foreign: maskedAlready(fields, record) })
  })
  return { arrivals, rejected }
}

function maskedAlready(fields: Fields, record: KindRecord): Set<string> {
  const names = Object.keys(fields).filter((name) => {
    const value = record[name]
    return fields[name]?.personal && typeof value === 'string' && isMasked(value)
  })
  return new Set(names)
}

/** Merges arrivals into the shelf. @returns rows that are new or differ in more than their age */
export function lay(shelf: Shelf, arrivals: readonly Arrival[]): number {
  let changed = 0
  for (const { row, foreign } of arrivals) {
    const stored = shelf.find(row.$.key)
    const merged = stored ? merge(stored, row, foreign) : row
    if (merged === stored) continue
    shelf.put(merged)
    if (!stored || !same(stored, merged) || stored.$.goneAt !== merged.$.goneAt) changed += 1
  }
  return changed
}

/** A complete listing no longer holds these: kept, with the date; never one that was seen since. */
function markGone(shelf: Shelf, seen: Set<string>, at: number, scope?: string): number {
  let gone = 0
  for (const key of shelf.keys(scope)) {
    const row = seen.has(key) ? undefined : shelf.find(key)
    if (!row || row.$.goneAt !== undefined || row.$.observedAt > at) continue
    shelf.put({ ...row, $: { ...row.$, goneAt: at } } as StoredRecord)
    gone += 1
  }
  return gone
}
