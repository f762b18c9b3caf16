import { kindNames } from '@/utils/kinds'
import { noteKeyOf } from '@/utils/notes/note'
import { forgetNames } from '@/utils/cache/names/names'
import type { KeptRecord } from './columns'
import type { Database, Tables } from './database'
import { guarded } from './failure'
import { forgetImport } from './imports/forget'
import { writeGlance } from './popup'
import { Shelf } from './shelf'
import { count } from './tally'

/**
 * Takes away everything that belongs to one customer, by its id or by the keyed hash of its account name, of every kind,
 * with notes and reminders, in one transaction. What only a masked name ties to somebody stays: it may be another's.
 * Imports of the account cannot be undone afterwards, and all remembered names go: which of them hold the customer
 * cannot be told without the vault's key.
 * @param now for what the popup shows, epoch ms
 * @returns how many rows
 */
export function forgetCustomer(
  database: Database,
  account: string,
  customerId: string,
  now: number,
): Promise<number> {
  return guarded(database, () =>
    database.atomically('rw', written, async (tables) => {
      const refs = await refsOf(tables, account, customerId)
      const isTheirs = ({ customerId: id, $ }: KeptRecord) =>
        id === customerId || ($.customerRef !== undefined && refs.has($.customerRef))
      const gone = new Set<string>()
      for (const kind of kindNames) {
        const shelf = await Shelf.open(tables, account, kind)
        if (!shelf.rows().some(isTheirs)) continue
        while (shelf.catalogue.deltas.length > 0) await shelf.fold()
        await shelf.walk(async (rows) => {
          for (const row of rows.filter(isTheirs)) {
            shelf.remove(row.$.key)
            gone.add(`${kind}|${row.$.key}`)
            await tables.marks.delete([account, noteKeyOf(kind, row.$.key)])
          }
        })
        await count(tables, shelf)
      }
      await tables.marks.delete([account, noteKeyOf('customer', customerId)])
      await forgetAbout(tables, account, gone)
      await writeGlance(tables, account, now)
      return gone.size
    }),
  )
}
const written = [
  'segments',
  'marks',
  'reminders',
  'settings',
  'glance',
  'meta',
  'sync',
  'imports',
  'before',
] as const

/** What the customer's own records say of the account name it goes by. */
async function refsOf(
  tables: Tables,
  account: string,
  customerId: string,
): Promise<ReadonlySet<string>> {
  const shelf = await Shelf.open(tables, account, 'customer')
  const own = shelf.rows().filter((row) => row.customerId === customerId)
  return new Set(own.flatMap(({ $ }) => $.customerRef ?? []))
}

async function forgetAbout(
  tables: Tables,
  account: string,
  gone: ReadonlySet<string>,
): Promise<void> {
  const { reminders, imports, sync } = tables
  for (const { id, account: whose, kind = 'exportTask', taskKey } of await reminders.toArray())
    if (whose === account && gone.has(`${kind}|${taskKey}`)) await reminders.delete(id)
  for (const { id, account: whose } of await imports.toArray())
    if (whose === account) await forgetImport(tables, id)
  for (const row of await sync.where({ account }).toArray()) {
    const { reconciled } = row.value as { reconciled?: { differences: Difference[] } }
    if (!reconciled) continue
    const differences = reconciled.differences.filter(
      ({ kind, key }) => !gone.has(`${kind}|${key}`),
    )
    await sync.put({
      ...row,
      value: { ...(row.value as object), reconciled: { ...reconciled, differences } },
    })
  }
  await forgetNames({ sync })
}
interface Difference {
  kind: string
  key: string
}
