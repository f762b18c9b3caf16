import { kindOf } from '@/utils/kinds'
import { isMasked } from '@/utils/masking/mask'
import type { KindRecord } from '@/utils/records'
import type { Catalogues } from './catalogue'
import type { KeptRecord } from './columns'
import type { Database } from './database'
import { guarded } from './failure'
import { follow } from './follow'
import type { ManyAtOnce } from './fresh'
import { customerRefOf, identify, mayHaveRef, plainKeyOf, type Identity } from './identity'
import { merge, same, storable } from './merge'
import { isGlanced, writeGlance } from './popup'
import { counterpart, isProvisional } from './provisional'
import { restate } from './restate'
import { Shelf } from './shelf'
import { count, stampOf } from './tally'
import type { Complete, Ingested, Laid, Observation } from './types'

/** A row on its way in: what may be kept of it, and which fields the source had masked itself. */
export interface Arrival {
  row: KeptRecord
  foreign?: ReadonlySet<string>
}

/**
 * The one way in for records. Resolves after the commit; the same observation again changes nothing but its age.
 * @param secretOf gives the secret of this installation where a row needs it
 * @param now for what the popup shows, epoch ms
 * @throws FullError with nothing written
 */
export async function ingest(
  database: Database,
  observation: Observation,
  secretOf: () => Promise<string>,
  now: number,
  catalogues: Catalogues,
  many?: ManyAtOnce,
): Promise<Ingested> {
  const { account, kind, complete } = observation
  const keys = many?.keysOf(observation)
  // Hashing waits on another thread, which would end a transaction: all of it comes first.
  const hashed = keys ? undefined : await arrive(observation, secretOf)
  let taken: Pick<Ingested, 'kept' | 'rejected'> = { kept: 0, rejected: [] }
  let changed = 0
  let shelf: Shelf | undefined
  let stamp: string | undefined
  await guarded(database, () =>
    database.atomically('rw', written, async (tables) => {
      shelf = await Shelf.open(tables, account, kind, catalogues)
      const fresh = keys && many?.lay(shelf, observation, keys)
      const { arrivals, rejected } = fresh
        ? none
        : (hashed ?? (await arrive(observation, secretOf)))
      await shelf.loadFor(arrivals.map(({ row }) => row))
      const laid = fresh ?? lay(shelf, arrivals)
      taken = { kept: fresh ? laid.changed : arrivals.length, rejected }
      changed = laid.changed
      if (complete) changed += await markGone(shelf, laid.keys, observation.observedAt, complete)
      if (laid.renamed.size > 0) await follow(tables, laid.renamed, account)
      if (!fresh && !shelf.isChanged) {
        stamp = await stampOf(tables, kind, account)
        return
      }
      // Side by side: each question to the database is waited for.
      ;[stamp] = await Promise.all([count(tables, shelf), shelf.save(), shelf.settled()])
      if (isGlanced(kind)) await writeGlance(tables, account, now, shelf)
    }),
  )
  if (shelf && stamp !== undefined) catalogues.keep(kind, account, stamp, shelf.catalogue)
  return { ...taken, changed }
}

const written = ['segments', 'marks', 'glance', 'settings', 'meta', 'reminders'] as const

interface Arrived {
  arrivals: Arrival[]
  rejected: Ingested['rejected']
}
const none: Arrived = { arrivals: [], rejected: [] }

/** Nearly every row's key is plain to see: only what needs a hash is waited for. */
async function arrive(
  { account, kind, records, source, observedAt }: Observation,
  secretOf: () => Promise<string>,
): Promise<Arrived> {
  const { fields } = kindOf(kind)
  const plainKeys = records.map(plainKeyOf(kind))
  const owned = 'accountName' in fields
  const isHashed =
    plainKeys.includes(undefined) || (owned && records.some((each) => mayHaveRef(kind, each)))
  const secret = isHashed ? await secretOf() : ''
  const identities: Identity[] = []
  const refs: (string | undefined)[] = []
  const waiting: Promise<unknown>[] = []
  records.forEach((record, at) => {
    const key = plainKeys[at]
    if (key === undefined)
      waiting.push(
        identify(kind, record, account, secret).then((identity) => (identities[at] = identity)),
      )
    else identities[at] = { key }
    if (owned && mayHaveRef(kind, record))
      waiting.push(customerRefOf(kind, record, secret).then((ref) => (refs[at] = ref)))
  })
  await Promise.all(waiting)
  const personal = Object.keys(fields).filter((name) => fields[name]?.personal)
  const arrivals: Arrival[] = []
  const rejected: Ingested['rejected'] = []
  identities.forEach((identity, index) => {
    const record = records[index] ?? {}
    if ('reason' in identity) return void rejected.push({ row: index, reason: identity.reason })
    const customerRef = refs[index]
    const $ = {
      account,
      ...identity,
      source,
      observedAt,
      ...(customerRef === undefined ? {} : { customerRef }),
    }
    const row = { ...storable(fields, record), $ } as KeptRecord
    arrivals.push({ row, foreign: maskedAlready(personal, record) })
  })
  return { arrivals, rejected }
}

const nothing: ReadonlySet<string> = new Set()
function maskedAlready(personal: readonly string[], record: KindRecord): ReadonlySet<string> {
  const names = personal.filter((name) => {
    const value = record[name]
    return typeof value === 'string' && isMasked(value)
  })
  return names.length === 0 ? nothing : new Set(names)
}

/** Merges arrivals into the shelf, which has loaded what they need. */
export function lay(shelf: Shelf, arrivals: readonly Arrival[]): Laid {
  const laid: Laid = { changed: 0, keys: new Set(), renamed: new Map() }
  const toasts = shelf.kind === 'exportTask' ? shelf.rows().filter(isProvisional) : undefined
  const { kind } = shelf
  for (const { row, foreign } of arrivals) {
    const { alias } = row.$
    const key = shelf.find(row.$.key)
      ? row.$.key
      : (shelf.catalogue.aliases.get(row.$.key) ?? row.$.key)
    let stored = shelf.find(key)
    let older = stored || alias === undefined ? undefined : shelf.find(alias)
    if (toasts && !stored && !older) {
      const toast = isProvisional(row)
      const other = counterpart(row, toast ? shelf.rows() : toasts)
      if (toast && other) {
        laid.keys.add(other.$.key)
        // The list came first; only the page on which it was asked for knows its filters.
        if (row.period !== undefined && other.period === undefined)
          shelf.put(Object.assign({}, other, { period: row.period }))
        continue
      }
      if (toast) toasts.push(row)
      else older = other
      if (other) toasts.splice(toasts.indexOf(other), 1)
    }
    laid.keys.add(key)
    if (older) {
      stored = { ...older, $: { ...older.$, key } } as KeptRecord
      shelf.remove(older.$.key)
      laid.renamed.set(older.$.key, key)
    }
    const next = key === row.$.key ? row : ({ ...row, $: { ...row.$, key } } as KeptRecord)
    const merged = stored ? restate(kind, stored, next, merge(stored, next, foreign)) : next
    if (merged === stored && !older) continue
    shelf.put(merged)
    if (!stored || !same(stored, merged) || stored.$.goneAt !== merged.$.goneAt) laid.changed += 1
  }
  return laid
}

/** A complete listing no longer holds these: kept, with the date; never one that was seen since. */
async function markGone(
  shelf: Shelf,
  seen: Set<string>,
  at: number,
  { scope, since = at + 1, among = () => true }: Complete,
): Promise<number> {
  const rows = await shelf.loadAll(scope)
  const gone = rows.filter(
    (row) =>
      !seen.has(row.$.key) && row.$.goneAt === undefined && row.$.observedAt < since && among(row),
  )
  for (const row of gone) shelf.put({ ...row, $: { ...row.$, goneAt: at } } as KeptRecord)
  return gone.length
}
