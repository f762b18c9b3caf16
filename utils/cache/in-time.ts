import { BlockedError, SlowStartError } from '@/utils/errors'

/** Nobody looks at a page that only loads for longer than this, ms. */
const startMs = 10_000
/** So long a window with an older version may take to let go, ms: ours do at once. */
const blockedMs = 2000

/**
 * Opens something that may hang. What opens after the limit is closed again: whoever is told tries anew.
 * @param open is given what to call when another context holds on to the database
 * @throws BlockedError, SlowStartError
 */
export function inTime<T extends { close(): void }>(
  open: (blocked: () => void) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timers: ReturnType<typeof setTimeout>[] = []
    let over = false
    const give = (error: unknown) => {
      over = true
      timers.forEach(clearTimeout)
      reject(error as Error)
    }
    const within = (ms: number, error: Error) => timers.push(setTimeout(() => give(error), ms))
    within(startMs, new SlowStartError('The database did not open in time'))
    open(() => within(blockedMs, new BlockedError('Another window holds on to the database'))).then(
      (opened) => {
        timers.forEach(clearTimeout)
        if (over) opened.close()
        else resolve(opened)
      },
      give,
    )
  })
}
