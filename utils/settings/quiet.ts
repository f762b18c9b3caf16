/** When the user wants to be left in peace; hours and days of the machine's own zone. */
export interface Quiet {
  on: boolean
  /** Full hours, 0 to 23; `from` after `to` goes over midnight; the same: no quiet hours. */
  from: number
  to: number
  /** 0 is Sunday; on all other days nothing is shown. */
  days: number[]
}
export const usualQuiet: Quiet = { on: false, from: 22, to: 8, days: [1, 2, 3, 4, 5] }

const hour = 3_600_000

/**
 * The moment at which something due at `at` may be shown: then, or when the quiet time ends; where that is too late, just
 * before the quiet time begins, for nothing may lapse unseen.
 * @param deadline epoch ms, as all
 */
export function outOfQuiet(at: number, deadline: number, quiet: Quiet): number {
  if (!Number.isFinite(at) || !isQuiet(at, quiet)) return at
  const later = nextLoud(at, quiet, 1)
  if (later !== undefined && later < deadline) return later
  // The last minute before it, not its first.
  const sooner = nextLoud(at, quiet, -1)
  return sooner ?? at
}

export function isQuiet(at: number, { on, from, to, days }: Quiet): boolean {
  if (!on) return false
  const moment = new Date(at)
  if (!days.includes(moment.getDay())) return true
  const time = moment.getHours()
  return from <= to ? time >= from && time < to : time >= from || time < to
}

/** By the hour, so that a day of 23 or 25 hours needs no rule of its own; two weeks at most. */
function nextLoud(at: number, quiet: Quiet, step: 1 | -1): number | undefined {
  const start = new Date(at).setMinutes(0, 0, 0)
  for (let hours = 1; hours <= 24 * 14; hours++) {
    const moment = start + step * hours * hour
    if (isQuiet(moment, quiet)) continue
    return step === 1 ? moment : moment + hour - 60_000
  }
  return undefined
}
