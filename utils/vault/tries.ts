/** Wrong passphrases in a row. Written before a try, so that ending the browser in the midst of one gains nothing. */
export interface Tries {
  count: number
  /** Epoch ms of the last one. */
  at: number
}

const FREE = 4
const FIRST_MS = 5_000
const MOST_MS = 5 * 60_000

/** Ms that must pass after so many wrong tries: nothing for the first four, then 5 s, doubling up to 5 minutes. */
export const pauseAfter = (count: number): number =>
  count <= FREE ? 0 : Math.min(MOST_MS, FIRST_MS * 2 ** (count - FREE - 1))

/** Ms until the next try. A clock that was set back does not shorten it: the whole time is waited. */
export function waitMs(tries: Tries | undefined, now: number): number {
  if (tries === undefined) return 0
  const passed = Math.max(0, now - tries.at)
  return Math.max(0, pauseAfter(tries.count) - passed)
}

/** What storage gave, whatever is in there. */
export function triesIn(value: unknown): Tries | undefined {
  const { count, at } = (value ?? {}) as Partial<Tries>
  return typeof count === 'number' && typeof at === 'number' ? { count, at } : undefined
}
