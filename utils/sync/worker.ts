import { openCache } from '@/utils/cache'
import { openDexie } from '@/utils/cache/dexie'
import { guarded } from '@/utils/cache/failure'
import { fullValuesOf } from '@/utils/cache/full-values'
import { rememberNames } from '@/utils/cache/names/names'
import { aesKey, fromBase64 } from '@/utils/vault/seal'
import type { Remember } from './commit'
import { now } from '@/utils/clock'
import { createClient } from '@/utils/sources/api/client'
import { type Order, type Said, session } from './session'
import { left } from './run'
import { openSyncStore } from './store'
import type { Keys } from './types'

/*
 * The sync's own thread, of the page that started it: a page in the background has its timers slowed down to one a
 * second or less, a worker's run on. It ends with its page; the plan stays.
 */

let pause: AbortController | undefined
let working: Promise<void> = Promise.resolve()
const say = (said: Said): void => postMessage(said)

const clientOf = ({ site, ak, sk, token }: Keys, share: number, follows: boolean) =>
  createClient({
    site,
    key: token === undefined ? { access: ak, secret: sk } : { token },
    fetch: globalThis.fetch.bind(globalThis),
    now,
    share,
    follows,
  })

async function rememberWith(dataKey: string): Promise<Remember> {
  const [database, key] = [await openDexie(), await aesKey(fromBase64(dataKey))]
  return (kind, rows, at) =>
    guarded(database, () => rememberNames(database, key, fullValuesOf([{ kind, rows }]), at))
}

async function work(order: Extract<Order, { do: 'start' }>, signal: AbortSignal): Promise<void> {
  const [cache, store] = [await openCache(), await openSyncStore()]
  const remember = order.dataKey === undefined ? undefined : await rememberWith(order.dataKey)
  const rim = { cache, store, clientOf, now, locks: navigator.locks, say }
  try {
    await session(order, { ...rim, ...(remember ? { remember } : {}) }, signal)
  } finally {
    cache.close()
    store.close()
  }
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  if (data.do === 'pause') return pause?.abort()
  if (data.do === 'leave') return pause?.abort(left)
  // A second start replaces the first.
  pause?.abort()
  const own = (pause = new AbortController())
  working = working
    .then(() => work(data, own.signal))
    .catch((error: unknown) => {
      say({ said: 'failed', name: error instanceof Error ? error.name : 'other' })
    })
})
