import type { Cache } from '@/utils/cache/types'
import type { Client } from '@/utils/sources/api/client'
import { askAgain, planFor } from '@/utils/sources/api/plan'
import type { Wish } from '@/utils/sources/api/steps'
import { newSync } from './head'
import type { Remember } from './commit'
import { run } from './run'
import type { Keys, Sync, SyncHead, SyncStore } from './types'

/** What a page asks of the one who works. */
export interface Start {
  do: 'start'
  account: string
  keys: Keys
  /** A new sync of this; absent: the one that is kept goes on. */
  wish?: Wish
  /** What was not available to the account, or failed, is asked for again. */
  again?: boolean
  /** Nobody pressed anything: only what was running when its page was closed goes on. */
  auto?: boolean
  /** The user says that the keys are another pair of the same account's. */
  otherKeys?: boolean
  /** Share of the allowed rate, above 0 to 1. */
  share: number
  /** The vault's data key in base64, where full names are to be remembered. */
  dataKey?: string
}
/** `leave`: put down what is not the user's doing; it goes on by itself. */
export type Order = Start | { do: 'pause' } | { do: 'leave' }

/** What it tells. `elsewhere`: another page is at work; this one takes over should that one be closed. */
export type Said =
  | { said: 'head'; head: SyncHead }
  | { said: 'elsewhere' }
  | { said: 'over' }
  | { said: 'other-keys' }
  | { said: 'failed'; name: string }

export interface SessionRim {
  cache: Pick<Cache, 'ingest' | 'read'>
  store: Pick<SyncStore, 'load' | 'save' | 'notes'>
  /** @param follows a sync of this account was at work before, perhaps a moment ago */
  clientOf: (keys: Keys, share: number, follows: boolean) => Client
  now: () => number
  /** Takes full names out of what was read, before it is masked. */
  remember?: Remember
  /** One worker at a time, over all pages of the extension. */
  locks: Pick<LockManager, 'request'>
  say: (said: Said) => void
}

export const lockName = 'partner-lens.sync'

/**
 * Works on an account's sync until it is done, paused or stopped. Waits where another page is at work, and goes on with
 * what that one left behind if it was closed.
 * @param signal aborted: pause, or leave
 */
export async function session(start: Start, rim: SessionRim, signal: AbortSignal): Promise<void> {
  const { locks, say } = rim
  const free = await locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await attend(start, rim, signal)
    return lock !== null
  })
  if (!free) {
    say({ said: 'elsewhere' })
    await locks
      .request(lockName, { signal }, () => attend({ ...start, auto: true }, rim, signal))
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
  }
  say({ said: 'over' })
}

async function attend(start: Start, rim: SessionRim, signal: AbortSignal): Promise<void> {
  const { store, cache, now, say, remember } = rim
  const { keys, share } = start
  const kept = await store.load(start.account)
  if (start.auto === true && kept?.head.state !== 'running') return
  const sync = start.auto === true ? kept : chosen(start, kept, now())
  if (sync === undefined) return
  if (sync.head.keyTail !== tailOf(keys)) return say({ said: 'other-keys' })
  const client = rim.clientOf(keys, share, kept !== undefined)
  const onChange = (head: SyncHead): void => say({ said: 'head', head })
  await run(sync, {
    store,
    cache,
    client,
    now,
    signal,
    share,
    onChange,
    ...(remember ? { remember } : {}),
  })
}

/** The sync that a start means; undefined where there is nothing to go on with. */
export function chosen(start: Start, kept: Sync | undefined, now: number): Sync | undefined {
  const { account, wish, keys, again = false, share } = start
  const tail = tailOf(keys)
  if (wish !== undefined) {
    // What another pair of keys may not call says nothing about these.
    const unavailable = kept?.head.keyTail === tail && !again ? kept.head.unavailable : []
    return newSync(account, tail, planFor(wish, now, unavailable), share, kept?.head)
  }
  if (kept === undefined) return undefined
  const plan = again ? askAgain(kept.plan) : kept.plan
  const keyTail = start.otherKeys === true ? tail : kept.head.keyTail
  return { plan, head: { ...kept.head, keyTail } }
}

/** The last four characters of the access key id, as the user may see them. */
export const tailOf = ({ ak, token }: Keys): string => (token === undefined ? ak.slice(-4) : '')
