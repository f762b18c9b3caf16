import { createPinia } from 'pinia'
import { createApp, h, type App } from 'vue'
import ExportLedger from '@/components/exports/ExportLedger.vue'
import { rimKey, type Rim } from '@/stores/rim'
import { openCache } from '@/utils/cache'
import { addTexts } from '@/utils/i18n/texts'
import { commonTexts } from '@/utils/i18n/features/common'
import { exportsTexts } from '@/utils/i18n/features/exports'
import { problemTexts } from '@/utils/i18n/features/problem'
import { slugTexts } from '@/utils/i18n/features/slug'
import type { KindRecord } from '@/utils/records'
import { reconcile } from '@/utils/reminders/reconcile'
import { Dexie, type Table } from 'dexie'

/* Runs inside a page of Chromium: one function a figure, each gives milliseconds. */

const account = 'cn:bench'
const hour = 3_600_000
const now = Date.UTC(2030, 0, 1)
const pages = ['orders', 'customers', 'coupons', 'statements', 'consumption-details']
let cache: Awaited<ReturnType<typeof openCache>>

interface Plain extends Dexie {
  tasks: Table<KindRecord, string>
}
const plain = new Dexie('plain') as Plain
plain.version(1).stores({ tasks: 'taskId' })

/** A year of exports: one in a hundred waits to be fetched, half of the rest were, the rest lapsed. */
export async function fill(count: number): Promise<void> {
  addTexts({ common: commonTexts, exports: exportsTexts, slug: slugTexts, problem: problemTexts })
  cache = await openCache()
  await cache.saveSettings({ acceptedAt: 1 })
  await cache.noteAccount({ key: account, site: 'cn', lastSeenAt: now })
  const age = (at: number) => (at % 100 === 0 ? (at / 100) % 60 : 80 + at) * hour
  const records = Array.from({ length: count }, (_, at): KindRecord => ({
    taskId: `EXP${at}`,
    name: `导出 ${at}`,
    page: pages[at % pages.length],
    status: at % 31 === 0 ? 'failed' : 'completed',
    requestedAt: now - age(at),
    fileName: `EXPORT_${at}.xlsx`,
    rowCount: at,
    ...(at % 2 === 0 && at % 100 !== 0
      ? { downloadedAt: now - age(at) + hour, savedAs: `EXPORT_${at}.xlsx` }
      : {}),
  }))
  for (let at = 0; at < count; at += 2000) {
    const about = { source: 'page', observedAt: now, place: 'bench' } as const
    const part = records.slice(at, at + 2000)
    await cache.ingest({ id: `b${at}`, account, kind: 'exportTask', records: part, ...about })
  }
  await plain.tasks.bulkPut(records)
  await reconcileAll()
}

const rim = (): Partial<Rim> => ({
  cache: async () => cache,
  now: () => now,
  hasPermission: async () => false,
})
const painted = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))

/** From nothing to the first lines of the ledger on the screen. */
export async function list(): Promise<number> {
  const place = document.body.appendChild(document.createElement('div'))
  const before = performance.now()
  const app: App = createApp({ render: () => h(ExportLedger, { account }) })
  app
    .use(createPinia())
    .provide(rimKey, rim() as Rim)
    .mount(place)
  while (!place.querySelector('.line .cell')) await new Promise((done) => setTimeout(done))
  await painted()
  const spent = performance.now() - before
  app.unmount()
  place.remove()
  return spent
}

/** Plain rows, read and sorted, forty of them written as they are. */
export async function listReference(): Promise<number> {
  const place = document.body.appendChild(document.createElement('div'))
  const before = performance.now()
  const rows = await plain.tasks.toArray()
  rows.sort((a, b) => Number(b.requestedAt) - Number(a.requestedAt))
  place.innerHTML = rows
    .slice(0, 40)
    .map(({ name, fileName, requestedAt }) => `<p>${name} ${fileName} ${requestedAt}</p>`)
    .join('')
  await painted()
  const spent = performance.now() - before
  place.remove()
  return spent
}

/** What a worker does when it starts: everything is planned, nothing is due. */
export async function reconcileAll(): Promise<number> {
  const before = performance.now()
  await reconcile(cache, now, { notify: async () => true, setAlarm: async () => {} })
  return performance.now() - before
}

/** The least that can be done: read the rows, work out the next time. */
export async function reconcileReference(): Promise<number> {
  const before = performance.now()
  const rows = await plain.tasks.toArray()
  let next = Infinity
  for (const { requestedAt, downloadedAt } of rows) {
    if (downloadedAt !== undefined) continue
    for (const hours of [24, 6, 1]) {
      const due = Number(requestedAt) + (72 - hours) * hour
      if (due > now) next = Math.min(next, due)
    }
  }
  if (next === 0) throw new Error('never')
  return performance.now() - before
}
