import { RefusedError } from './failures'
import { assertOurs, hosts } from './hosts'
import type { Site } from '@/utils/kinds/define'

/** The gateway refuses signatures that are further off. */
export const LIMIT_MS = 15 * 60_000
/** From here on the user is told. */
export const WARN_MS = 5 * 60_000

/** How far this computer's clock is behind the server's, learned once. */
export interface ServerClock {
  /** The server's time, epoch ms. @throws RefusedError `clock` when the two are more than 15 minutes apart */
  now(operation: string, signal?: AbortSignal): Promise<number>
  /** Ms to add to the local time; undefined until an answer was dated. */
  skewMs(): number | undefined
  /** Takes the date of an answer where none is known yet. */
  note(date: string | null, sentAt: number): void
}

/**
 * Before the first signature the host is asked for its date, without a key: a signature that is refused for its time
 * would only be a failed try of the user's key.
 */
export function createServerClock(site: Site, send: typeof fetch, now: () => number): ServerClock {
  let skew: number | undefined
  let asking: Promise<void> | undefined
  const note = (date: string | null, sentAt: number): void => {
    const server = date === null ? Number.NaN : Date.parse(date)
    // The header says whole seconds: half of one is added on average.
    if (!Number.isNaN(server)) skew ??= Math.round(server + 500 - (sentAt + now()) / 2)
  }
  const ask = async (): Promise<void> => {
    const address = `https://${hosts[site]}/`
    assertOurs(address)
    const sentAt = now()
    try {
      const answer = await send(address, { ...plainly, method: 'HEAD' })
      note(answer.headers.get('date'), sentAt)
    } catch {
      // Not reachable: the call itself will say so, and its answer is dated too.
    }
  }
  return {
    note,
    skewMs: () => skew,
    now: async (operation, signal) => {
      if (skew === undefined) await (asking ??= ask())
      signal?.throwIfAborted()
      if (Math.abs(skew ?? 0) > LIMIT_MS) throw new RefusedError('clock', operation)
      return now() + (skew ?? 0)
    },
  }
}

/** How everything is sent: no cookies, no cache, no referrer, and never on to another address. */
export const plainly = {
  redirect: 'error',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit
