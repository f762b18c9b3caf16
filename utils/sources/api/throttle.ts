/** Waits, or throws the signal's reason as soon as it aborts. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>

export const waitFor: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })

/**
 * Requests of the same operation stand apart by an even gap, a tenth wider than the rate asks for: on their way they
 * drift by up to 100 ms, and the gateway counts them where they arrive.
 */
const MARGIN = 1.1

export interface Throttle {
  /** Comes back when the operation may be called; those who wait are served in their order. */
  turn(operation: string, perSecond: number, signal?: AbortSignal): Promise<void>
  /** Nobody's turn comes before this moment: the gateway asked for a pause. */
  pause(operation: string, untilMs: number): void
}

/** @param share of the rate that may be used, above 0 to 1 */
export function createThrottle(now: () => number, wait: Wait, share = 1): Throttle {
  const born = now()
  const last = new Map<string, number>()
  const paused = new Map<string, number>()
  const queues = new Map<string, Promise<void>>()
  const due = (operation: string, gapMs: number): number =>
    // The worker before this one may have asked a moment ago.
    Math.max((last.get(operation) ?? born) + gapMs, paused.get(operation) ?? 0)

  const head = async (operation: string, gapMs: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted()
    // Counted from when the one before really went: timers that fire late must not bunch.
    const at = due(operation, gapMs)
    if (at > now()) await wait(at - now(), signal)
    // The gateway may have asked for a pause meanwhile.
    const until = paused.get(operation) ?? 0
    if (until > now()) await wait(until - now(), signal)
    last.set(operation, now())
  }
  return {
    turn: (operation, perSecond, signal) => {
      const gapMs = (1000 * MARGIN) / (perSecond * share)
      const before = queues.get(operation) ?? Promise.resolve()
      const turn = before.then(() => head(operation, gapMs, signal))
      // Whoever gives up makes room for the next.
      queues.set(
        operation,
        turn.catch(() => undefined),
      )
      return turn
    },
    pause: (operation, untilMs) => {
      paused.set(operation, Math.max(untilMs, paused.get(operation) ?? 0))
    },
  }
}

/** Half of a doubling ceiling and as much again by chance: at most 0.2 s, 0.4 s, 0.8 s … 30 s. */
export const backOffMs = (attempt: number, random: () => number): number =>
  Math.min(30_000, 200 * 2 ** attempt) * (0.5 + random() / 2)

/** `Retry-After` in seconds or as a date, in ms from now; at most ten minutes are taken seriously. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), 600_000)
}
