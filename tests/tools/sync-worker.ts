import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { lockName, type Order, type Said } from '@/utils/sync/session'
import type { SyncHead } from '@/utils/sync/types'

interface OwnWindow {
  said: Said[]
}

/** Starts the sync's worker in a page of ours, as the sync view does. @param extension the unpacked extension */
export async function orderSync(own: Page, extension: string, asked: Order): Promise<void> {
  const folder = join(extension, 'assets')
  // There are other workers; this one alone takes the sync's lock.
  const name = readdirSync(folder).find(
    (one) => one.endsWith('.js') && readFileSync(join(folder, one), 'utf8').includes(lockName),
  )
  await own.evaluate(
    ([path, message]) => {
      const said: Said[] = []
      Object.assign(globalThis, { said })
      const worker = new Worker(path, { type: 'module' })
      worker.addEventListener('message', ({ data }: MessageEvent<Said>) => said.push(data))
      // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      worker.postMessage(message)
    },
    [`/assets/${name ?? 'missing'}`, asked] as const,
  )
}

const saidIn = (own: Page): Promise<Said[]> =>
  own.evaluate(() => (globalThis as unknown as OwnWindow).said)

/** The sync as its worker told it last. */
export const syncHeadIn = async (own: Page): Promise<SyncHead | undefined> =>
  (await saidIn(own)).flatMap((one) => (one.said === 'head' ? [one.head] : [])).at(-1)
