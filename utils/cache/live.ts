import { liveQuery } from 'dexie'
import type { Live } from './types'

/**
 * A value that follows the database: `query` runs again whenever something it read was written, in any context.
 * @param query only reads, and only through Dexie
 */
export function follow<T>(query: () => Promise<T>): Live<T> {
  return {
    subscribe(next, fail) {
      const subscription = liveQuery(query).subscribe(next, fail ?? (() => {}))
      return () => subscription.unsubscribe()
    },
  }
}

/** The value as it is now. Rejects with what the query failed with. */
export function first<T>(live: Live<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | undefined
    let settled = false
    const settle = (end: () => void) => {
      settled = true
      stop?.()
      end()
    }
    stop = live.subscribe(
      (value) => settle(() => resolve(value)),
      (error) => settle(() => reject(error)),
    )
    if (settled) stop()
  })
}
