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
  /** Resolves when all that was put until now was acknowledged, or given up. */
  drained(): Promise<void>
}

const most = { items: 400, bytes: 32 * 1024 * 1024, atOnce: 4 }
/** A flood is told of once in this time, in ms: telling of every drop would be a flood itself. */
const tellEveryMs = 60_000

interface Entry<T> {
  item: T
  bytes: number
  done(): void
}

export function outbox<T>(send: (item: T) => Promise<void>, dropped: () => void): Outbox<T> {
  const queue: Entry<T>[] = []
  const under = new Set<Promise<void>>()
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
  const deliver = async (next: Entry<T>) => {
    try {
      await send(next.item)
      held -= next.bytes
      next.done()
    } catch (error) {
      // The worker may be on its way up again; anything else will not change by repeating.
      if (error instanceof UnreachableError && state === 'open' && queue.length < most.items) {
        queue.unshift(next)
        await new Promise((resolve) => setTimeout(resolve, 1000))
      } else {
        held -= next.bytes
        next.done()
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
      const { promise, resolve } = Promise.withResolvers<void>()
      under.add(promise)
      void promise.then(() => under.delete(promise))
      queue.push({ item, bytes, done: resolve })
      pump()
    },
    open(on) {
      state = on ? 'open' : 'shut'
      if (!on) {
        for (const { done } of queue.splice(0)) done()
        held = 0
      }
      pump()
    },
    async drained() {
      await Promise.all(under)
    },
    get waiting() {
      return queue.length + busy
    },
  }
}
