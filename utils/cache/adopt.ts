import { kindNames, type KindName } from '@/utils/kinds'
import type { KeptRecord } from './columns'
import type { Database } from './database'
import { guarded } from './failure'
import { follow } from './follow'
import { identify } from './identity'
import { forgetImport } from './imports/forget'
import { lay } from './ingest'
import { rowsOf, writeGlance } from './popup'
import { Shelf } from './shelf'
import { count } from './tally'

/**
 * Records, marks and reminders of an account that was unknown become those of a known one, in one transaction. A row
 * both have is merged as if both had been observed for the known one.
 */
export async function adopt(
  database: Database,
  from: string,
  to: string,
  now: number,
): Promise<void> {
  const renamed = await newKeys(database, from, to)
  const tables = [database.segments, database.marks, database.glance, database.settings]
  const { meta, accounts, reminders, imports, before } = database
  const theRest = [meta, accounts, reminders, imports, before]
  await guarded(database, () =>
    database.transaction('rw', [...tables, ...theRest], async () => {
      for (const kind of kindNames) await moveRows(database, kind, from, to, renamed)
      await follow(database, renamed, from, to)
      await database.accounts.delete(from)
      // Its rows lie elsewhere now: what an import changed of them cannot be told apart any more.
      for (const { id, account } of await imports.toArray())
        if (account === from) await forgetImport(database, id)
      await writeGlance(database, from, now)
      await writeGlance(database, to, now)
    }),
  )
}

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
  database: Database,
  kind: KindName,
  from: string,
  to: string,
  renamed: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = await rowsOf(database, kind, from)
  if (rows.length === 0) return
  const shelf = await Shelf.open(database, to, kind)
  const arrivals = rows.map((row) => {
    const key = renamed.get(row.$.key) ?? row.$.key
    const alias = renamed.get(row.$.alias ?? '') ?? row.$.alias
    const $ = { ...row.$, account: to, key, ...(alias === undefined ? {} : { alias }) }
    return { row: { ...row, $ } as KeptRecord }
  })
  await shelf.loadFor(arrivals.map(({ row }) => row))
  await follow(database, lay(shelf, arrivals).renamed, to)
  await shelf.save()
  await count(database, shelf)
  await database.segments.where({ account: from, kind }).delete()
  await database.meta.delete(`rows|${kind}|${from}`)
}
