import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import type { Cache } from '@/utils/cache/types'
import { openCache } from '@/utils/cache'
import { createClient } from '@/utils/sources/api/client'
import { planFor } from '@/utils/sources/api/plan'
import type { Wish } from '@/utils/sources/api/steps'
import { newSync } from '@/utils/sync/head'
import { run } from '@/utils/sync/run'
import { openSyncStore } from '@/utils/sync/store'
import type { Sync, SyncStore } from '@/utils/sync/types'
import { keysOf } from '../../console/api/keys.ts'
import type { Loopback } from '../api/loopback'

export const options = { scale: 30, now: Date.UTC(2026, 10, 3, 2) }
/** The stand-in lives in November 2026, wherever the machine is. */
const ahead = options.now - Date.now()
export const now = (): number => Date.now() + ahead

export const wish: Wish = {
  site: 'cn',
  caller: 'partner',
  kinds: ['coupon', 'couponQuota', 'couponOperation', 'customer', 'resource', 'consumption'],
  months: ['2026-10'],
}

export const clientOf = (world: Loopback, account: string, follows = false) => {
  const { access, secret } = keysOf(account)
  const key = { access, secret }
  return createClient({ site: 'cn', key, fetch: world.fetch, now, random: () => -0.9, follows })
}

export function freshCache(): void {
  // Dexie looks for the factory once, when it is loaded.
  globalThis.indexedDB = new IDBFactory()
  Dexie.dependencies.indexedDB = globalThis.indexedDB
}

/** One life of a page: everything it has open ends with it, at whatever it is doing. */
export class Life {
  #dead = false
  #died = (): void => undefined
  readonly death = new Promise<'dead'>((resolve) => {
    this.#died = () => resolve('dead')
  })
  /** The work of this page until something ends it, then nothing of it is heard again. */
  alive<A extends unknown[], R>(work: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return async (...args) => {
      if (this.#dead) return new Promise<never>(() => {})
      const result = await work(...args)
      return this.#dead ? new Promise<never>(() => {}) : result
    }
  }
  kill(): void {
    this.#dead = true
    this.#died()
  }
}

export interface Turn {
  world: Loopback
  account?: string
  wish?: Wish
  life?: Life
  /** Called at every request and every write: a test ends the life where it likes. */
  step?: () => void
  signal?: AbortSignal
}

/** Opens a page that goes on with the sync of `cn:alice`, or begins one. @returns undefined where the page died */
export async function turn(asked: Turn): Promise<Sync | undefined> {
  const { world, account = 'partner-a', life = new Life(), step = () => {}, signal } = asked
  const [cache, store] = [await openCache(), await openSyncStore()]
  const counted = <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    life.alive<A, R>(async (...args) => {
      step()
      return work(...args)
    })
  const fetch = counted(world.fetch) as typeof globalThis.fetch
  const rim: { cache: Pick<Cache, 'ingest' | 'read'>; store: Pick<SyncStore, 'save' | 'notes'> } = {
    cache: { ingest: counted(cache.ingest), read: cache.read },
    store: { save: counted(store.save), notes: store.notes },
  }
  const kept = await store.load('cn:alice')
  const sync = kept ?? newSync('cn:alice', '0000', planFor(asked.wish ?? wish, now()), 1)
  const client = clientOf({ ...world, fetch }, account, kept !== undefined)
  const done = await Promise.race([
    run(sync, { ...rim, client, now, ...(signal ? { signal } : {}) }),
    life.death,
  ])
  // What the page had begun to write is written, or not at all.
  cache.close()
  store.close()
  return done === 'dead' ? undefined : done
}
