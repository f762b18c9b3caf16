import type { KindName } from '@/utils/kinds'
import type { Settings } from '@/utils/settings'
import type { KeptRecord } from './columns'
import type { Database, Tables } from './database'
import { rowsIn } from './delta'
import { guarded } from './failure'
import { isGlanced, writeGlance } from './popup'
import { Shelf } from './shelf'
import { count, tallies } from './tally'

/** Rows the user can do without. */
export interface Freeing {
  kind: KindName
  /** Of all accounts where absent. */
  account?: string
  /** What the console no longer lists, what it has not shown for long, or everything. */
  what: 'gone' | 'unseen' | 'all'
  /** Epoch ms: gone, or last seen, before this moment; of no account for `all`. */
  before: number
}

/** How many rows that would be. */
export async function freeable(database: Database, freeing: Freeing): Promise<number> {
  const { kind, account } = freeing
  const segments = await database.segments
    .where(account === undefined ? { kind } : { account, kind })
    .toArray()
  return rowsIn(segments).filter((row) => isFree(row, freeing)).length
}

/**
 * Takes rows away for good, in one transaction for each account.
 * @param now for what the popup shows, epoch ms
 * @returns how many
 */
export async function free(database: Database, freeing: Freeing, now: number): Promise<number> {
  let freed = 0
  for (const { account, kind } of await tallies(database)) {
    if (kind !== freeing.kind || (freeing.account ?? account) !== account) continue
    freed += await guarded(database, () =>
      database.atomically('rw', written, (tables) => freeOf(tables, account, freeing, now)),
    )
  }
  return freed
}
const written = ['segments', 'marks', 'glance', 'settings', 'meta'] as const

async function freeOf(
  tables: Tables,
  account: string,
  freeing: Freeing,
  now: number,
): Promise<number> {
  const { kind } = freeing
  const shelf = await Shelf.open(tables, account, kind)
  // Where nothing may go, nothing is written.
  if (!shelf.rows().some((row) => isFree(row, freeing))) return 0
  while (shelf.catalogue.deltas.length > 0) await shelf.fold()
  let freed = 0
  await shelf.walk(async (rows) => {
    for (const row of rows) {
      if (!isFree(row, freeing)) continue
      shelf.remove(row.$.key)
      freed += 1
    }
  })
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
