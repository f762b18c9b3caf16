import type { Asked, Tables, TableName, Told, Which } from './protocol'

/** Tables in a worker of this page. */
export interface RemoteTables extends Tables {
  /** Starts the worker before the first question, while the page itself is still being put together. */
  start(): void
  /** Word that rows of a table changed. @returns how to stop */
  onChanged(listener: (which: Which) => void): () => void
  close(): void
}

/**
 * Speaks with a worker that keeps the tables.
 * @param start makes the worker; called once, with the first question
 */
export function remoteTables(start: () => Worker, now: () => number): RemoteTables {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  const listeners = new Set<(which: Which) => void>()
  let worker: Worker | undefined
  let last = 0

  function hear({ data }: MessageEvent<Told>): void {
    if ('changed' in data) {
      for (const each of listeners) each(data.changed)
      return
    }
    const asker = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) asker?.reject(named(data.error))
    else asker?.resolve(data.value)
  }
  /** A worker that could not be started answers nobody. */
  function fail(): void {
    for (const each of waiting.values()) each.reject(new Error('the tables could not be started'))
    waiting.clear()
    worker?.terminate()
    worker = undefined
  }
  function begin(): Worker {
    const begun = start()
    begun.addEventListener('message', hear)
    begun.addEventListener('error', fail)
    return begun
  }
  const ask = (name: TableName) => (question: unknown) =>
    new Promise<never>((resolve, reject) => {
      const id = (last += 1)
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
      const asked: Asked = { id, name, question, now: now() }
      worker ??= begin()
      // oxlint-disable-next-line require-post-message-target-origin -- a worker has no target
      worker.postMessage(asked)
    })
  return {
    start: () => void (worker ??= begin()),
    look: ask('look'),
    values: ask('values'),
    sums: ask('sums'),
    rows: ask('rows'),
    find: ask('find'),
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: fail,
  }
}

function named(name: string): Error {
  const error = new Error('the tables could not be read')
  error.name = name
  return error
}
