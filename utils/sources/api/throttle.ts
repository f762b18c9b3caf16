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
  const free = new Map<string, number>()
  const paused = new Map<string, number>()
  return {
    turn: async (operation, perSecond, signal) => {
      signal?.throwIfAborted()
      // Those who waited while the gateway asked for a pause line up again behind it.
      do {
        const gapMs = (1000 * MARGIN) / (perSecond * share)
        // The worker before this one may have asked a moment ago.
        const next = free.get(operation) ?? born + gapMs
        const at = Math.max(now(), next, paused.get(operation) ?? 0)
        free.set(operation, at + gapMs)
        if (at > now()) await wait(at - now(), signal)
      } while (now() < (paused.get(operation) ?? 0))
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
