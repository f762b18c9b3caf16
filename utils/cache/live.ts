import type { Live } from './types'

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
