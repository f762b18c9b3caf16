import { withDefaults, type Settings } from '@/utils/settings'
import type { KindRecord } from '@/utils/records'
import type { Database } from './database'
import { guarded } from './failure'
import { writeGlance } from './popup'
import { count, tallies } from './tally'
import type { Account, Health, ReminderChange, Reminder, Usage } from './types'

/** Tables that what the popup shows is made of. */
const shown = ['settings', 'segments', 'marks', 'glance', 'meta'] as const

/* What is no record of the console: the user's own choices and marks, and what the product notes about its work. */

export async function settingsOf(database: Database): Promise<Settings> {
  return withDefaults((await database.settings.get('user'))?.value)
}

/** Reminder times and the popup follow the retention setting, so the popup's records are written anew with it. */
export function saveSettings(
  database: Database,
  change: Partial<Settings>,
  now: number,
): Promise<void> {
  return guarded(database, () =>
    database.atomically('rw', shown, async (tables) => {
      const { settings, glance } = tables
      const value = (await settings.get('user'))?.value
      await settings.put({ id: 'user', value: { ...value, ...change } })
      await count(tables)
      if (!change.retentionHours) return
      for (const { account } of await glance.toArray()) await writeGlance(tables, account, now)
    }),
  )
}

export function markExport(
  database: Database,
  account: string,
  key: string,
  change: KindRecord,
  now: number,
): Promise<void> {
  return guarded(database, () =>
    database.atomically('rw', shown, async (tables) => {
      const { marks } = tables
      const present = await marks.get([account, key])
      await marks.put({ account, key, marks: { ...present?.marks, ...change } })
      await count(tables)
      await writeGlance(tables, account, now)
    }),
  )
}

/** The newest line stands; pages seen before stay seen, as long as it is the same listing by its total. */
export function noteHealth(database: Database, entry: Health): Promise<void> {
  return database.atomically('rw', ['health'], async ({ health }) => {
    const before = await health.get(entry.id)
    const pages = { ...(before?.total === entry.total ? before?.pages : {}), ...entry.pages }
    const slug = entry.slug ?? before?.slug
    await health.put({
      ...entry,
      ...(Object.keys(pages).length > 0 ? { pages } : {}),
      ...(slug === undefined ? {} : { slug }),
    })
  })
}

export function noteAccount(database: Database, account: Account): Promise<void> {
  return database.atomically('rw', ['accounts', 'meta'], async (tables) => {
    const { accounts } = tables
    await accounts.put({ ...(await accounts.get(account.key)), ...account })
    await count(tables)
  })
}

export function changeReminders<T>(
  database: Database,
  change: (present: Reminder[]) => ReminderChange<T>,
): Promise<T> {
  return database.atomically('rw', ['reminders'], async ({ reminders }) => {
    const { put, remove, result } = change(await reminders.toArray())
    if (put.length > 0) await reminders.bulkPut(put)
    if (remove.length > 0) await reminders.bulkDelete(remove)
    return result
  })
}

export const holdersOf = async (database: Database): Promise<string[]> => [
  ...new Set((await tallies(database)).map(({ account }) => account)),
]

/** Rows, bytes (of the columns, near enough) and newest observation, by account and kind. */
export async function usageOf(database: Database): Promise<Usage[]> {
  const counted = new Map(
    (await tallies(database)).map(({ account, kind, rows }) => [`${kind}|${account}`, rows]),
  )
  const sums = new Map<string, Usage>()
  await database.segments.each(({ account, kind, newest, columns }) => {
    const id = `${kind}|${account}`
    const rows = counted.get(id) ?? 0
    const sum = sums.get(id) ?? { account, kind, rows, bytes: 0, newest: 0 }
    sum.bytes += sizeOf(columns)
    sum.newest = Math.max(sum.newest, newest)
    sums.set(id, sum)
  })
  return [...sums.values()]
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 4
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (value instanceof Object)
    return Object.values(value).reduce((sum: number, each) => sum + sizeOf(each), 8)
  return 8
}

/** A random text of this installation, made when first needed. It never leaves the database. */
export async function secretOf(database: Database): Promise<string> {
  const stored = await database.meta.get('secret')
  if (stored) return String(stored.value)
  const fresh = crypto.randomUUID() + crypto.randomUUID()
  return database.atomically('rw', ['meta'], async ({ meta }) => {
    const present = await meta.get('secret')
    if (!present) await meta.put({ id: 'secret', value: fresh })
    return String(present?.value ?? fresh)
  })
}
