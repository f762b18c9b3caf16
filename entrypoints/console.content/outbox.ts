import { UnreachableError } from '@/utils/errors'

/**
 * What waits to be acknowledged by the worker: sent again until it was committed, bounded so that a flood costs
 * no memory. A few go at once, in the order they came.
 */
export interface Outbox<T> {
  put(item: T, bytes: number): void
  /** Lets what waits go out, or throws it away when nothing may be kept. */
  open(on: boolean): void
  readonly waiting: number
}

const most = { items: 400, bytes: 32 * 1024 * 1024, atOnce: 4 }
/** A flood is told of once in this time, in ms: telling of every drop would be a flood itself. */
const tellEveryMs = 60_000

export function outbox<T>(send: (item: T) => Promise<void>, dropped: () => void): Outbox<T> {
  const queue: { item: T; bytes: number }[] = []
  let state: 'waiting' | 'open' | 'shut' = 'waiting'
  let held = 0
  let busy = 0
  let toldAt = Number.NEGATIVE_INFINITY

  const pump = () => {
    while (state === 'open' && busy < most.atOnce && queue.length > 0) {
      const next = queue.shift()
      if (!next) return
      busy++
      void deliver(next).finally(() => {
        busy--
        pump()
      })
    }
  }
  const deliver = async (next: { item: T; bytes: number }) => {
    try {
      await send(next.item)
      held -= next.bytes
    } catch (error) {
      // The worker may be on its way up again; anything else will not change by repeating.
      if (error instanceof UnreachableError && state === 'open' && queue.length < most.items) {
        queue.unshift(next)
        await new Promise((resolve) => setTimeout(resolve, 1000))
      } else {
        held -= next.bytes
      }
    }
  }
  return {
    put(item, bytes) {
      if (state === 'shut') return
      if (queue.length >= most.items || held + bytes > most.bytes) {
        if (performance.now() - toldAt > tellEveryMs) {
          toldAt = performance.now()
          dropped()
        }
        return
      }
      held += bytes
      queue.push({ item, bytes })
      pump()
    },
    open(on) {
      state = on ? 'open' : 'shut'
      if (!on) {
        queue.length = 0
        held = 0
      }
      pump()
    },
    get waiting() {
      return queue.length + busy
    },
  }
}
