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
/** Timers fire late: so many gaps may be made up for, though never with more in a second than evenly spaced. */
const OWED = 4

export interface Throttle {
  /** Comes back when the operation may be called; those who wait are served in their order. */
  turn(operation: string, perSecond: number, signal?: AbortSignal): Promise<void>
  /** Nobody's turn comes before this moment: the gateway asked for a pause. */
  pause(operation: string, untilMs: number): void
}

/**
 * @param share of the rate that may be used, above 0 to 1
 * @param follows another one that may have sent as much as is allowed a moment ago, in bursts even
 */
export function createThrottle(
  now: () => number,
  wait: Wait,
  share = 1,
  follows = false,
): Throttle {
  const born = now()
  /** When the last ones went, as many as a second allows, and when the last of them should have. */
  const past = new Map<string, { went: number[]; due: number }>()
  const paused = new Map<string, number>()
  const queues = new Map<string, Promise<void>>()
  const head = async (
    operation: string,
    { perSecond, gapMs }: { perSecond: number; gapMs: number },
    signal?: AbortSignal,
  ): Promise<void> => {
    signal?.throwIfAborted()
    const before = follows ? Array.from({ length: perSecond }, () => born) : []
    const { went, due } = past.get(operation) ?? { went: before, due: born }
    const planned = due + gapMs
    // Where some went late, those that make up for it must not come closer to the ones before.
    const at = Math.max(planned, (went[0] ?? born) + gapMs * went.length)
    const until = (): number => Math.max(at, paused.get(operation) ?? 0)
    // The gateway may ask for a pause meanwhile.
    while (until() > now()) await wait(until() - now(), signal)
    const gone = now()
    past.set(operation, {
      went: [...went, gone].slice(-perSecond),
      due: past.has(operation) ? Math.max(planned, gone - OWED * gapMs) : gone,
    })
  }
  return {
    turn: (operation, perSecond, signal) => {
      const ahead = queues.get(operation) ?? Promise.resolve()
      const gapMs = (1000 * MARGIN) / (perSecond * share)
      const turn = ahead.then(() => head(operation, { perSecond, gapMs }, signal))
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
