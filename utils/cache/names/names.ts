import type { Database, SyncRow } from '@/utils/cache/database'
import type { FullValues } from '@/utils/cache/full-values'
import { open, seal, type Sealed } from '@/utils/vault/seal'

/*
 * Full names, accounts, phones and e-mails that the open API gave, where the user wants them remembered: encrypted under
 * the vault's data key, many at a time, and kept apart from everything else. Backups and exports do not know of them.
 */

/** In place of an account among the rows of syncs: names belong to customers and records, by their keys. */
const holder = 'names'
/** What stands in the clear: when the newest of it was seen, so that it goes without being opened. */
interface Chunk {
  seenAt: number
  sealed: Sealed
}
type Entry = [mark: string, fields: Readonly<Record<string, string>>, seenAt: number]

const dayMs = 86_400_000
/** So many small chunks, as syncs write them, are put together; epoch days stay apart. */
const mostChunks = 40
const chunkEntries = 5000

const rowsOf = (database: Pick<Database, 'sync'>) =>
  database.sync.where({ account: holder }).toArray() as PromiseLike<(SyncRow & { value: Chunk })[]>
const keyOf = ({ account, id }: SyncRow): [string, string] => [account, id]

async function chunkOf(key: CryptoKey, entries: readonly Entry[]): Promise<SyncRow> {
  const id = crypto.randomUUID()
  const seenAt = entries.reduce((newest, each) => Math.max(newest, each[2]), 0)
  const text = new TextEncoder().encode(JSON.stringify(entries))
  const value: Chunk = { seenAt, sealed: await seal(key, text, boundOf(id, seenAt)) }
  return { account: holder, id, value }
}
const boundOf = (id: string, seenAt: number) => `${holder}|${id}|${seenAt}`

/**
 * Keeps what was seen at a moment, epoch ms, while the user wants it kept: who switches it off in the middle of a sync
 * finds nothing that this sync wrote afterwards. Committed when it returns.
 */
export async function rememberNames(
  database: Database,
  key: CryptoKey,
  values: FullValues,
  seenAt: number,
): Promise<void> {
  if (values.size === 0) return
  const row = await chunkOf(
    key,
    [...values].map(([mark, fields]) => [mark, fields, seenAt]),
  )
  await database.atomically('rw', ['sync', 'settings'], async ({ sync, settings }) => {
    if ((await settings.get('user'))?.value.rememberNames === true) await sync.put(row)
  })
}

/**
 * Everything that is remembered and was seen in the last so many days, what was seen last before what was seen before;
 * what is older goes. What does not open (another vault's, or damaged) is left out.
 */
export async function recallNames(
  database: Database,
  key: CryptoKey,
  now: number,
  days: number,
): Promise<FullValues> {
  await purgeNames(database, now, days)
  const rows = await rowsOf(database)
  const opened = await Promise.all(
    rows.map(async ({ id, value: { seenAt, sealed } }) => {
      const text = await open(key, sealed, boundOf(id, seenAt)).catch(() => undefined)
      return text ? (JSON.parse(new TextDecoder().decode(text)) as Entry[]) : []
    }),
  )
  const all = opened.flat().sort((a, b) => a[2] - b[2])
  const latest = new Map<string, Entry>()
  for (const entry of all) {
    const [mark, fields, seenAt] = entry
    latest.set(mark, [mark, { ...latest.get(mark)?.[1], ...fields }, seenAt])
  }
  const since = now - days * dayMs
  const entries = [...latest.values()].filter(([, , seenAt]) => seenAt >= since)
  if (rows.length > mostChunks) await putTogether(database, key, rows, entries)
  return new Map(entries.map(([mark, fields]) => [mark, fields]))
}

/** What was seen on one day lies together: nothing outlives its time beside what was seen later. */
async function putTogether(
  database: Database,
  key: CryptoKey,
  rows: readonly SyncRow[],
  entries: readonly Entry[],
): Promise<void> {
  const byDay = new Map<number, Entry[]>()
  for (const entry of entries) {
    const day = Math.floor(entry[2] / dayMs)
    byDay.set(day, [...(byDay.get(day) ?? []), entry])
  }
  const parts = [...byDay.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / chunkEntries) }, (_, part) =>
      all.slice(part * chunkEntries, (part + 1) * chunkEntries),
    ),
  )
  const fresh = await Promise.all(parts.map((part) => chunkOf(key, part)))
  await database.atomically('rw', ['sync'], async ({ sync }) => {
    await sync.bulkPut(fresh)
    await sync.bulkDelete(rows.map(keyOf))
  })
}

/** Takes away what was not seen for so many days; needs no key. */
export async function purgeNames(
  database: Pick<Database, 'sync'>,
  now: number,
  days: number,
): Promise<void> {
  const since = now - days * dayMs
  const old = (await rowsOf(database)).filter(({ value }) => value.seenAt < since)
  if (old.length > 0) await database.sync.bulkDelete(old.map(keyOf))
}

export async function forgetNames(database: Pick<Database, 'sync'>): Promise<void> {
  await database.sync.where({ account: holder }).delete()
}

/** Ids of the customers whose names, accounts, phones or e-mails hold every one of these words. */
export function customersNamed(values: FullValues, words: readonly string[]): string[] {
  if (words.length === 0) return []
  const found = new Set<string>()
  for (const [mark, fields] of values) {
    const [kind, ...id] = mark.split('|')
    if (kind !== 'customer') continue
    const text = Object.values(fields).join('\n').toLowerCase()
    if (words.every((word) => text.includes(word.toLowerCase()))) found.add(id.join('|'))
  }
  return [...found]
}
