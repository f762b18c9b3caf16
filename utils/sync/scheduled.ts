import { usualWish } from './head'
import { lastMonths, monthlyKinds, onlyNew } from './wish'
import { tailOf, type Start } from './session'
import type { History, Keys, SyncHead } from './types'

/** Months whose figures are read again, as far as they may have changed. */
const months = 3

/**
 * What a sync by itself asks for: what the last one of these keys did, as far as it may have changed; one that was
 * interrupted goes on. Nothing where the user has paused it, or where it stopped and wants to be looked at.
 */
export function orderFor(
  heads: readonly SyncHead[],
  historyOf: (account: string) => History,
  keys: Keys,
  now: number,
  share: number,
): Start | undefined {
  const [last] = heads
    .filter(
      ({ account, keyTail }) => account.startsWith(`${keys.site}:`) && keyTail === tailOf(keys),
    )
    .sort((a, b) => b.startedAt - a.startedAt)
  if (!last || last.state === 'paused' || last.state === 'stopped') return undefined
  const order = { do: 'start', account: last.account, keys, share } as const
  if (last.state === 'running') return { ...order, auto: true }
  const usual = usualWish(last)
  if (usual === undefined) return undefined
  const { since: _, ...wish } = usual
  const monthly = wish.kinds.some((kind) => monthlyKinds.has(kind))
  const whole = { ...wish, months: monthly ? lastMonths(months, now) : [] }
  return { ...order, wish: onlyNew(whole, historyOf(last.account)) }
}
