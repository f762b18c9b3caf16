/* oxlint-disable unicorn/require-post-message-target-origin -- a worker has no origin to name */
import { openLean } from '@/utils/cache/lean'
import type { ImportOrder, ImportWord } from '@/utils/imports/types'

/* Runs inside a page of Chromium: hands files to workers, and watches how long the page itself is busy. */

const files = new Map<string, File>()
let longest = 0
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
}).observe({ type: 'longtask' })

async function fileOf(name: string): Promise<File> {
  const known = files.get(name)
  if (known) return known
  const blob = await (await fetch(`/${name}`)).blob()
  const file = new File([blob], name, { lastModified: Date.UTC(2026, 11, 31) })
  files.set(name, file)
  return file
}

/** So long the page was busy at a stretch since it was asked last, ms; 0 for less than 50. */
export async function longestTask(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 200))
  const found = longest
  longest = 0
  return found
}

/** An empty cache, as it stands there before the page that takes a file is open. */
async function forget(): Promise<void> {
  for (const { name } of await indexedDB.databases())
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name ?? '')
      request.addEventListener('success', resolve)
      request.addEventListener('error', reject)
    })
  const database = await openLean()
  database.close()
}

/** From the file to rows that are searchable and durable: read, recognised, mapped, masked, keyed, committed. */
export async function ours(name: string, rows: number): Promise<number> {
  const file = await fileOf(name)
  await forget()
  const worker = new Worker('/worker.js')
  const ask = (order: ImportOrder) => worker.postMessage(order)
  const account = 'cn:bench'
  const now = Date.now()
  const before = performance.now()
  try {
    return await new Promise<number>((resolve, reject) => {
      worker.addEventListener('error', reject)
      worker.addEventListener('message', ({ data }: MessageEvent<ImportWord>) => {
        if (data.say === 'progress') return
        if (data.say === 'preview') ask({ ask: 'import', account, observedAt: now, now })
        else if (data.say === 'done' && data.line.kinds[0]?.kept === rows)
          resolve(performance.now() - before)
        else reject(new Error(JSON.stringify(data).slice(0, 500)))
      })
      ask({ ask: 'read', file, batch: crypto.randomUUID(), account, trusting: false })
    })
  } finally {
    worker.terminate()
  }
}

/** As ours, from the start of the worker to its last word. */
export async function reference(script: string, name: string, rows?: number): Promise<number> {
  const file = await fileOf(name)
  const before = performance.now()
  const worker = new Worker(`/${script}.js`)
  try {
    const read = await new Promise<number>((resolve, reject) => {
      worker.addEventListener('error', reject)
      worker.addEventListener('message', ({ data }: MessageEvent<number>) => resolve(data))
      worker.postMessage(file)
    })
    if (rows !== undefined && read !== rows) throw new Error(`${read} rows`)
    return performance.now() - before
  } finally {
    worker.terminate()
  }
}
