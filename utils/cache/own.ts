import { withDefaults, type Settings } from '@/utils/settings'
import type { KindRecord } from '@/utils/records'
import type { Database } from './database'
import { guarded } from './failure'
import { writeGlance } from './popup'
import { count, tallies } from './tally'
import type { Account, Health, ReminderChange, Reminder, Usage } from './types'

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
  const { settings, segments, marks, glance, meta } = database
  return guarded(database, () =>
    database.transaction('rw', [settings, segments, marks, glance, meta], async () => {
      const value = (await settings.get('user'))?.value
      await settings.put({ id: 'user', value: { ...value, ...change } })
      await count(database)
      if (!change.retentionHours) return
      for (const { account } of await glance.toArray()) await writeGlance(database, account, now)
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
  const { settings, segments, marks, glance, meta } = database
  return guarded(database, () =>
    database.transaction('rw', [settings, segments, marks, glance, meta], async () => {
      const present = await marks.get([account, key])
      await marks.put({ account, key, marks: { ...present?.marks, ...change } })
      await count(database)
      await writeGlance(database, account, now)
    }),
  )
}

/** The newest line stands; pages seen before stay seen, as long as it is the same listing by its total. */
export function noteHealth({ health }: Database, entry: Health): Promise<void> {
  return health.db.transaction('rw', health, async () => {
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
  const { accounts, meta } = database
  return database.transaction('rw', accounts, meta, async () => {
    await accounts.put({ ...(await accounts.get(account.key)), ...account })
    await count(database)
  })
}

export function changeReminders<T>(
  { reminders }: Database,
  change: (present: Reminder[]) => ReminderChange<T>,
): Promise<T> {
  return reminders.db.transaction('rw', reminders, async () => {
    const { put, remove, result } = change(await reminders.toArray())
    if (put.length > 0) await reminders.bulkPut(put)
    if (remove.length > 0) await reminders.bulkDelete(remove)
    return result
  })
}

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
export async function secretOf({ meta }: Database): Promise<string> {
  const stored = await meta.get('secret')
  if (stored) return String(stored.value)
  const fresh = crypto.randomUUID() + crypto.randomUUID()
  return meta.db.transaction('rw', meta, async () => {
    const present = await meta.get('secret')
    if (!present) await meta.put({ id: 'secret', value: fresh })
    return String(present?.value ?? fresh)
  })
}
