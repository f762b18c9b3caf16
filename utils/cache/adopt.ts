import { kindNames, type KindName } from '@/utils/kinds'
import type { KeptRecord } from './columns'
import type { Database, Tables } from './database'
import { guarded } from './failure'
import { follow } from './follow'
import { identify } from './identity'
import { forgetImport } from './imports/forget'
import { lay } from './ingest'
import { rowsOf, writeGlance } from './popup'
import { deleteSegments } from './segments'
import { Shelf } from './shelf'
import { count } from './tally'

/**
 * Records, marks, reminders and the sync of an account that was unknown become those of a known one, in one transaction.
 * A row both have is merged as if both had been observed for the known one.
 */
export async function adopt(
  database: Database,
  from: string,
  to: string,
  now: number,
): Promise<void> {
  const renamed = await newKeys(database, from, to)
  await guarded(database, () =>
    database.atomically(
      'rw',
      [
        'segments',
        'marks',
        'glance',
        'settings',
        'meta',
        'accounts',
        'reminders',
        'imports',
        'before',
        'sync',
      ],
      async (tables) => {
        for (const kind of kindNames) await moveRows(tables, kind, from, to, renamed)
        await follow(tables, renamed, from, to)
        await moveSync(tables, from, to)
        await tables.accounts.delete(from)
        // Its rows lie elsewhere now: what an import changed of them cannot be told apart any more.
        for (const { id, account } of await tables.imports.toArray())
          if (account === from) await forgetImport(tables, id)
        await writeGlance(tables, from, now)
        await writeGlance(tables, to, now)
      },
    ),
  )
}

/** A sync of theirs goes on as one of the other account's, where that has none of its own. */
async function moveSync({ sync }: Tables, from: string, to: string): Promise<void> {
  const rows = await sync.where({ account: from }).toArray()
  const own = await sync.where({ account: to }).toArray()
  if (own.length === 0) {
    const named = (value: unknown) =>
      isOf(value, from) ? Object.assign({}, value, { account: to }) : value
    await sync.bulkPut(rows.map(({ id, value }) => ({ account: to, id, value: named(value) })))
  }
  await sync.bulkDelete(rows.map(({ account, id }) => [account, id]))
}
const isOf = (value: unknown, account: string): value is object =>
  typeof value === 'object' && value !== null && 'account' in value && value.account === account

/** A derived key holds the account, so it changes with it. Hashing comes before the transaction. */
async function newKeys(
  database: Database,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, string>> {
  const kind = 'exportTask' as KindName
  const renamed = new Map<string, string>()
  for (const row of await rowsOf(database, kind, from)) {
    const identity = await identify(kind, row, to)
    if (!('key' in identity)) continue
    if (row.$.alias !== undefined && identity.alias !== undefined)
      renamed.set(row.$.alias, identity.alias)
    else if (row.$.key !== identity.key) renamed.set(row.$.key, identity.key)
  }
  return renamed
}

async function moveRows(
  tables: Tables,
  kind: KindName,
  from: string,
  to: string,
  renamed: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = await rowsOf(tables, kind, from)
  if (rows.length === 0) return
  const shelf = await Shelf.open(tables, to, kind)
  const arrivals = rows.map((row) => {
    const key = renamed.get(row.$.key) ?? row.$.key
    const alias = renamed.get(row.$.alias ?? '') ?? row.$.alias
    const $ = { ...row.$, account: to, key, ...(alias === undefined ? {} : { alias }) }
    return { row: { ...row, $ } as KeptRecord }
  })
  await shelf.loadFor(arrivals.map(({ row }) => row))
  await follow(tables, lay(shelf, arrivals).renamed, to)
  await shelf.save()
  await count(tables, shelf)
  await deleteSegments(tables, from, kind)
  await tables.meta.delete(`rows|${kind}|${from}`)
}
