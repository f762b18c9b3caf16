import { encode, type KeptRecord } from '@/utils/cache/columns'
import { openCache } from '@/utils/cache'
import type { KindRecord } from '@/utils/records'
import { remoteTables, type RemoteTables } from '@/utils/table/client'
import { applyFilter } from '@/utils/table/filter'
import { noMarks } from '@/utils/table/marks'
import { orderOf } from '@/utils/table/order'
import { Table } from '@/utils/table/table'
import { View, type Spec } from '@/utils/table/view'
import { resources } from './cache-rows'
import { fill, readAll } from './references/dexie-rows'
import { flexSearch } from './references/flex-search'
import { joinedStrings } from './references/joined-strings'
import { miniSearch } from './references/mini-search'
import { filteredByTwo, sortedByNumber, sortedByText } from './references/object-rows'

/* Runs inside a page of Chromium: one function a step, times in milliseconds. */

const which = { account: 'cn:bench', kind: 'resource' } as const
const spec: Spec = { language: 'zh' }
const ask = { ...which, view: 'bench', from: 0, count: 40 }
let tables: RemoteTables | undefined

async function timed(work: () => unknown): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

/** Fills the cache by the customer, as a partner's pages do. */
export async function write(count: number, customers: number): Promise<number> {
  const cache = await openCache()
  const rows = resources(count, customers)
  rows.sort((a, b) => (String(a.customerId) < String(b.customerId) ? -1 : 1))
  const spent = await timed(async () => {
    for (let at = 0; at < count; at += 2000) {
      const records = rows.slice(at, at + 2000)
      const about = { source: 'api', observedAt: Date.now(), place: 'bench' } as const
      await cache.ingest({ ...which, id: `b${at}`, records, ...about })
    }
  })
  cache.close()
  return spent
}
export async function writeReference(count: number, customers: number): Promise<void> {
  await fill(resources(count, customers))
}

/** From a page without anything to the first answer of a search. */
export async function ready(): Promise<number> {
  tables?.close()
  return timed(async () => {
    tables = remoteTables(() => new Worker('/worker.js'), Date.now)
    await tables.look({ ...ask, spec: { ...spec, text: 'ecs' } })
  })
}
export const readyReference = (): Promise<number> => timed(readAll)

const queries = ['ecs-17', '弹性云服务器 cn-north', 'demo_user_42', '1a2b', '示例7', 'zzzz']
/** What is typed, letter by letter. */
const keystrokes = queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)))

/** Round trips of all keystrokes: the answer holds the count and the rows to show. */
export async function search(): Promise<number[]> {
  const spent: number[] = []
  for (const text of keystrokes)
    spent.push(await timed(() => tables?.look({ ...ask, spec: { ...spec, text } })))
  return spent
}
/** How long tasks of more than 50 ms kept the page while a user typed. */
export async function blockedBySearch(): Promise<number> {
  let blocked = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocked += duration
  })
  observer.observe({ entryTypes: ['longtask'] })
  await search()
  await new Promise((done) => setTimeout(done, 100))
  observer.disconnect()
  return blocked
}

const searches = { joined: joinedStrings, mini: miniSearch, flex: flexSearch }
export async function searchReference(
  name: keyof typeof searches,
  count: number,
  customers: number,
): Promise<number[]> {
  const found = searches[name](resources(count, customers))
  const spent: number[] = []
  for (const text of keystrokes) spent.push(await timed(() => found(text)))
  return spent
}

let table: Table | undefined
let rows: KindRecord[] | undefined

/** The table in the page itself: what the worker does, without the way there. */
export function hold(count: number, customers: number): void {
  const made = new Table('resource')
  const all = resources(count, customers)
  const $ = { account: which.account, source: 'api', observedAt: Date.now() } as const
  for (let at = 0; at < count; at += 1000) {
    const part = all.slice(at, at + 1000)
    const kept = part.map(
      (row) => ({ ...row, $: { ...$, key: String(row.resourceId) } }) as unknown as KeptRecord,
    )
    made.apply([{ scope: `${at}`, part: 0, columns: encode(kept, which.account) }])
  }
  // What a search makes belongs to it.
  new View(made).lines({ ...spec, text: 'x' }, Date.now())
  table = made
}
export function holdReference(count: number, customers: number): void {
  const kept = resources(count, customers).map((row) => ({
    ...row,
    $: { key: row.resourceId, account: which.account, source: 'api', observedAt: Date.now() },
  }))
  // As they come from a database: no string shared with another row.
  rows = JSON.parse(JSON.stringify(kept)) as KindRecord[]
}
export const letGo = () => {
  table = undefined
  rows = undefined
}

export const sort = (field: string, language: 'zh' | 'en'): Promise<number> =>
  timed(() => table && orderOf(table, [{ field }], language))
/** As if the dictionary had just come in: ranks are worked out anew. */
export function forgetRanks(field: string): void {
  const column = table?.column(field)
  if (column?.type === 'text') column.forget()
}
export const sortReference = (field: string, text: boolean): Promise<number> =>
  timed(() => (text ? sortedByText : sortedByNumber)(rows ?? [], field))

export const filter = (one: string, other: string): Promise<number> =>
  timed(() => {
    if (!table) return
    const marks = noMarks(table.capacity)
    marks.set(table.live)
    applyFilter(table, { field: 'status', is: [one] }, marks)
    applyFilter(table, { field: 'region', is: [other] }, marks)
  })
export const filterReference = (one: string, other: string): Promise<number> =>
  timed(() => filteredByTwo(rows ?? [], ['status', one], ['region', other]))
