import { FullError } from '@/utils/errors'
import type { KindName } from '@/utils/kinds'
import type { Settings } from '@/utils/settings'
import type { KeptRecord } from './columns'
import type { Database, Tables } from './database'
import { rowsIn } from './delta'
import { guarded } from './failure'
import { isGlanced, writeGlance } from './popup'
import { deleteSegments, segmentsOf } from './segments'
import { Shelf } from './shelf'
import { count, tallies, tallyKey } from './tally'
import type { Freeing } from './types'

/** How many rows that would be. */
export async function freeable(database: Database, freeing: Freeing): Promise<number> {
  const { kind, account } = freeing
  const segments = await segmentsOf(database, kind, account)
  return rowsIn(segments).filter((row) => isFree(row, freeing)).length
}

/**
 * Takes rows away for good, where the disk is full too: what goes whole is deleted before anything is written, and
 * `all` writes nothing at all. What fails afterwards leaves the rows it was about.
 * @param now for what the popup shows, epoch ms
 * @returns how many
 * @throws FullError where nothing could be freed for want of the little room that takes
 */
export async function free(database: Database, freeing: Freeing, now: number): Promise<number> {
  let freed = 0
  for (const { account, kind } of await tallies(database)) {
    if (kind !== freeing.kind || (freeing.account ?? account) !== account) continue
    const inOne = <T>(work: (tables: Tables) => Promise<T>) =>
      guarded(database, () => database.atomically('rw', written, work))
    const steps: ((tables: Tables) => Promise<number>)[] =
      freeing.what === 'all'
        ? [(tables) => clear(tables, account, kind), (tables) => noted(tables, account, kind, now)]
        : [true, false].map((whole) => (tables) => freeOf(tables, account, freeing, { whole, now }))
    for (const step of steps) {
      try {
        freed += await inOne(step)
      } catch (error) {
        if (freed === 0 || !(error instanceof FullError)) throw error
      }
    }
  }
  return freed
}
const written = ['segments', 'marks', 'glance', 'settings', 'meta'] as const

/** Deletes and nothing else; the popup has no word on the account until the next write gives it one. */
async function clear(tables: Tables, account: string, kind: KindName): Promise<number> {
  const shelf = await Shelf.open(tables, account, kind)
  const { length } = shelf.rows()
  await deleteSegments(tables, account, kind)
  await tables.meta.delete(tallyKey(kind, account))
  if (isGlanced(kind)) await tables.glance.delete(account)
  return length
}
async function noted(tables: Tables, account: string, kind: KindName, now: number): Promise<0> {
  await count(tables)
  if (isGlanced(kind)) await writeGlance(tables, account, now)
  return 0
}

/** @param whole only segments of which nothing stays: they are deleted, not written again */
async function freeOf(
  tables: Tables,
  account: string,
  freeing: Freeing,
  { whole, now }: { whole: boolean; now: number },
): Promise<number> {
  const { kind } = freeing
  const shelf = await Shelf.open(tables, account, kind)
  // Where nothing may go, nothing is written.
  if (!shelf.rows().some((row) => isFree(row, freeing))) return 0
  while (!whole && shelf.catalogue.deltas.length > 0) await shelf.fold()
  let freed = 0
  await shelf.walk(async (rows) => {
    const out = rows.filter((row) => isFree(row, freeing))
    // An older copy elsewhere would come to light again.
    const alone = out.every(({ $ }) => shelf.catalogue.copiesOf($.key).length === 1)
    if (whole && (out.length < rows.length || !alone)) return
    for (const row of out) shelf.remove(row.$.key)
    freed += out.length
  })
  if (freed === 0) return 0
  await count(tables, shelf)
  if (isGlanced(kind)) await writeGlance(tables, account, now)
  return freed
}

function isFree({ $ }: KeptRecord, { what, before }: Freeing): boolean {
  if (what === 'all') return true
  return what === 'gone' ? ($.goneAt ?? Infinity) < before : $.observedAt < before
}

const monthMs = 30 * 86_400_000
/**
 * Lets go of what was not seen for as many months as the user set, kind by kind. A clock that jumped far ahead takes a
 * month too much at most: the time runs from a month after the kind was seen last.
 */
export async function keepSoLong(
  database: Database,
  { keepMonths }: Pick<Settings, 'keepMonths'>,
  now: number,
): Promise<number> {
  let freed = 0
  for (const [name, months] of Object.entries(keepMonths)) {
    const kind = name as KindName
    let newest = 0
    await database.segments.each((each) => {
      if (each.kind === kind) newest = Math.max(newest, each.newest)
    })
    if (newest === 0 || !(months >= 1)) continue
    const before = Math.min(now, newest + monthMs) - months * monthMs
    freed += await free(database, { kind, what: 'unseen', before }, now)
  }
  return freed
}
