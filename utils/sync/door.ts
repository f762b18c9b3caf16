import type { Order, Said } from './session'
import { openSyncStore } from './store'
import type { SyncStore } from './types'

/** A page's way to its sync worker and to what is kept of syncs. */
export interface SyncDoor {
  store: Pick<SyncStore, 'heads' | 'allNotes' | 'remove'>
  order(order: Order): void
  /** @returns how to stop */
  listen(hear: (said: Said) => void): () => void
}

/** Opens the door; the worker starts with the first order. */
export async function openSyncDoor(): Promise<SyncDoor> {
  const store = await openSyncStore()
  const heard = new Set<(said: Said) => void>()
  let worker: Worker | undefined
  const started = (): Worker => {
    const fresh = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    fresh.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      for (const hear of heard) hear(data)
    })
    fresh.addEventListener('error', () => {
      for (const hear of heard) hear({ said: 'failed', name: 'other' })
    })
    return fresh
  }
  return {
    store,
    order(order) {
      worker ??= started()
      // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      worker.postMessage(order)
    },
    listen(hear) {
      heard.add(hear)
      return () => heard.delete(hear)
    },
  }
}
