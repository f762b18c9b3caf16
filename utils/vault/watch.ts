import type { Keeper } from './keeper'

/** What of a page tells whether its user is there. */
interface Signs {
  now(): number
  /** A press or a key in this page. */
  uses(heard: () => void): void
  /** The system's screen was locked. */
  systemLocks(heard: () => void): void
}

/** A press every second is one use: idle times are minutes. */
const USE_EVERY_MS = 15_000
/** Timers stand still while the machine sleeps; one that is not far off is soon right again. */
const LOOK_EVERY_MS = 30_000

/**
 * Every page of ours locks an open vault in time and tells it of its use. It is for promptness only: deadlines hold
 * without any page, since they are checked before each use.
 */
export function watchOver(keeper: Keeper, { now, uses, systemLocks }: Signs): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let usedAt = Number.NEGATIVE_INFINITY
  const look = async (): Promise<void> => {
    // Asked after its deadline, it locks by being asked, and the pages hear it from storage.
    const left = await keeper.msOpen().catch(() => undefined)
    clearTimeout(timer)
    timer = undefined
    if (left !== undefined) timer = setTimeout(look, Math.min(left + 1, LOOK_EVERY_MS))
  }
  keeper.onChange(() => void look())
  uses(() => {
    // Without an open vault there is nothing to keep open.
    if (timer === undefined || now() - usedAt < USE_EVERY_MS) return
    usedAt = now()
    void keeper.used().catch(() => {})
  })
  systemLocks(() => void keeper.lock().catch(() => {}))
  void look()
}
