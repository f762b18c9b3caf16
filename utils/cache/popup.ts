import type { KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'
import { withDefaults } from '@/utils/settings'
import { encode, type Columns, type KeptRecord } from './columns'
import type { Tables } from './database'
import { isDelta, rowsIn } from './delta'
import { glanceOf } from './glance'
import { segmentsOf } from './segments'
import type { Shelf } from './shelf'

const coupon = 'coupon' as KindName
const quota = 'couponQuota' as KindName
const task = 'exportTask' as KindName
const bill = 'incentiveBill' as KindName

/** Whether the popup's record sums up this kind. */
export const isGlanced = (kind: KindName): boolean => [coupon, quota, task, bill].includes(kind)

/**
 * Rewrites the popup's record of an account inside the transaction that changed what it sums up.
 * @param shelf rows of one of its kinds that are in memory already
 */
export async function writeGlance(
  tables: Tables,
  account: string,
  now: number,
  shelf?: Shelf,
): Promise<void> {
  const rows = (kind: KindName) =>
    shelf?.kind === kind && shelf.account === account
      ? shelf.loadAll()
      : rowsOf(tables, kind, account)
  const coupons = await rows(coupon)
  const quotas = await rows(quota)
  const tasks = await withMarks(tables, await rows(task), account)
  const bills = await rows(bill)
  const settings = withDefaults((await tables.settings.get('user'))?.value)
  const all = { coupons, quotas, tasks, bills }
  if (Object.values(all).every(({ length }) => length === 0)) await tables.glance.delete(account)
  else await tables.glance.put(glanceOf(account, all, now, settings))
}

/** All rows of a kind, of one account or of all. */
export async function rowsOf(
  tables: Tables,
  kind: KindName,
  account?: string,
): Promise<KeptRecord[]> {
  return rowsIn(await segmentsOf(tables, kind, account))
}

/** Export tasks with what the user did with them laid over what the console says. */
export async function withMarks(
  tables: Tables,
  tasks: StoredRecord[],
  account?: string,
): Promise<StoredRecord[]> {
  const { marks } = tables
  const all = await (account === undefined ? marks : marks.where({ account })).toArray()
  const byTask = new Map(all.map((each) => [`${each.account}|${each.key}`, each.marks]))
  return tasks.map((each) => {
    const own = byTask.get(`${each.$.account}|${each.$.key}`)
    return own ? ({ ...each, ...own, $: each.$ } as StoredRecord) : each
  })
}

/** What `read` gives of a kind. */
export async function shownOf(
  tables: Tables,
  kind: KindName,
  account?: string,
): Promise<StoredRecord[]> {
  const rows = await rowsOf(tables, kind, account)
  return kind === task ? withMarks(tables, rows, account) : rows
}

/** The same rows as columns: as they are kept, but for what waits in a delta or has marks of the user. */
export async function columnsOf(
  tables: Tables,
  kind: KindName,
  account?: string,
): Promise<Columns[]> {
  const segments = await segmentsOf(tables, kind, account)
  if (kind !== task && !segments.some(isDelta)) return segments.map(({ columns }) => columns)
  const rows = rowsIn(segments)
  const shown = kind === task ? await withMarks(tables, rows, account) : rows
  const accounts = Map.groupBy(shown as KeptRecord[], ({ $ }) => $.account)
  return [...accounts].map(([own, each]) => encode(each, own))
}
