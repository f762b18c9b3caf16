import { decode, type KeptRecord } from '@/utils/cache/columns'
import type { Database, TableName, Tables } from '@/utils/cache/database'
import { segmentKey, type Segment } from '@/utils/cache/segment'
import { putSegments } from '@/utils/cache/segments'
import { inOrder } from '@/utils/cache/delta'
import { guarded } from '@/utils/cache/failure'
import { lay } from '@/utils/cache/ingest'
import { writeGlance } from '@/utils/cache/popup'
import { Shelf } from '@/utils/cache/shelf'
import { count } from '@/utils/cache/tally'
import type { Row } from './types'

const kept = ['segments', 'marks', 'reminders', 'accounts', 'settings', 'health', 'meta'] as const
const written = [...kept, 'glance'] as const satisfies readonly TableName[]

/**
 * The rows a backup holds, as they are at one moment.
 * @param account of this one only; settings and what was read where belong to no account and stay out then
 * @param withSecret what tells accounts apart across backups: only for an encrypted file
 */
export function backupRows(
  database: Database,
  account: string | undefined,
  withSecret: boolean,
): Promise<Row[]> {
  const wanted = (key: string) => account === undefined || key === account
  return guarded(database, () =>
    database.atomically('r', kept, async (tables) => {
      const rows: Row[] = []
      for (const row of await tables.accounts.toArray())
        if (wanted(row.key)) rows.push({ table: 'accounts', row })
      for (const row of await tables.segments.toArray())
        if (wanted(row.account)) rows.push({ table: 'segments', row })
      for (const row of await tables.marks.toArray())
        if (wanted(row.account)) rows.push({ table: 'marks', row })
      for (const row of await tables.reminders.toArray())
        if (wanted(row.account)) rows.push({ table: 'reminders', row })
      const secret = withSecret ? await tables.meta.get('secret') : undefined
      if (secret) rows.push({ table: 'meta', row: secret })
      if (account !== undefined) return rows
      for (const row of await tables.settings.toArray()) rows.push({ table: 'settings', row })
      for (const row of await tables.health.toArray()) rows.push({ table: 'health', row })
      return rows
    }),
  )
}

/**
 * Puts a backup into the database in one transaction: all of it is there afterwards, or nothing.
 * @param how `replace` clears the accounts of the backup first, and everything where it holds all of them; `merge` leaves
 * what is here and is newer
 * @param now for what the popup shows, epoch ms
 * @throws FullError with nothing changed
 */
export async function restoreRows(
  database: Database,
  rows: readonly Row[],
  how: 'merge' | 'replace',
  now: number,
): Promise<void> {
  await guarded(database, () =>
    database.atomically('rw', written, async (tables) => {
      const accounts = how === 'replace' ? await replace(tables, rows) : await merge(tables, rows)
      for (const account of accounts) await writeGlance(tables, account, now)
    }),
  )
}

const of = <T extends Row['table']>(rows: readonly Row[], table: T) =>
  rows.flatMap((each) =>
    each.table === table ? [each.row as Extract<Row, { table: T }>['row']] : [],
  )

function accountsIn(rows: readonly Row[]): Set<string> {
  const named = of(rows, 'accounts').map(({ key }) => key)
  return new Set([...named, ...of(rows, 'segments').map(({ account }) => account)])
}

async function replace(tables: Tables, rows: readonly Row[]): Promise<Set<string>> {
  const accounts = accountsIn(rows)
  // A backup of all accounts has the settings in it.
  const whole = of(rows, 'settings').length > 0
  const present = await tables.segments.toArray()
  const gone = present.filter(({ account }) => whole || accounts.has(account))
  await tables.segments.bulkDelete(gone.map(segmentKey))
  await putSegments(tables, of(rows, 'segments'))
  for (const { account, key } of await tables.marks.toArray())
    if (whole || accounts.has(account)) await tables.marks.delete([account, key])
  for (const { id, account } of await tables.reminders.toArray())
    if (whole || accounts.has(account)) await tables.reminders.delete(id)
  if (whole) {
    for (const name of ['accounts', 'health', 'glance'] as const) await tables[name].clear()
    await tables.settings.bulkPut(of(rows, 'settings'))
    await tables.health.bulkPut(of(rows, 'health'))
    for (const row of of(rows, 'meta')) if (row.id === 'secret') await tables.meta.put(row)
  }
  await tables.accounts.bulkPut(of(rows, 'accounts'))
  await tables.marks.bulkPut(of(rows, 'marks'))
  await tables.reminders.bulkPut(of(rows, 'reminders'))
  await recount(tables, [...gone, ...of(rows, 'segments')])
  return new Set([...accounts, ...gone.map(({ account }) => account)])
}

async function merge(tables: Tables, rows: readonly Row[]): Promise<Set<string>> {
  const groups = Map.groupBy(of(rows, 'segments'), ({ account, kind }) => `${kind}|${account}`)
  const shelves: Shelf[] = []
  for (const segments of groups.values()) {
    const [{ account, kind } = segments[0]!] = segments
    const shelf = await Shelf.open(tables, account, kind)
    const latest = new Map<string, KeptRecord>()
    for (const { columns } of inOrder(segments))
      for (const row of decode(columns)) latest.set(row.$.key, row)
    const arriving = [...latest.values()]
    await shelf.loadFor(arriving)
    lay(
      shelf,
      arriving.map((row) => ({ row })),
    )
    await shelf.save()
    shelves.push(shelf)
  }
  await count(tables, ...shelves)
  for (const row of of(rows, 'accounts')) {
    const here = await tables.accounts.get(row.key)
    const seen = Math.max(row.lastSeenAt, here?.lastSeenAt ?? 0)
    await tables.accounts.put({ ...row, ...here, lastSeenAt: seen })
  }
  for (const row of of(rows, 'marks')) {
    const here = await tables.marks.get([row.account, row.key])
    await tables.marks.put({ ...row, marks: { ...row.marks, ...here?.marks } })
  }
  for (const row of of(rows, 'reminders'))
    if (!(await tables.reminders.get(row.id))) await tables.reminders.put(row)
  for (const row of of(rows, 'settings')) {
    const here = await tables.settings.get('user')
    await tables.settings.put({ id: 'user', value: { ...row.value, ...here?.value } })
  }
  return accountsIn(rows)
}

/** Counted from what is there now, so that the watch over lost rows does not take a restore for a loss. */
async function recount(tables: Tables, segments: readonly Segment[]): Promise<void> {
  const groups = new Map(segments.map((each) => [`${each.kind}|${each.account}`, each]))
  const shelves: Shelf[] = []
  for (const { account, kind } of groups.values())
    shelves.push(await Shelf.open(tables, account, kind))
  await count(tables, ...shelves)
}
