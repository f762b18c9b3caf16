/** Beijing time, which the console writes without saying so: eight hours ahead of UTC, all year. */
const AHEAD_MS = 8 * 3_600_000

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

const shifted = (at: number): string => new Date(at + AHEAD_MS).toISOString()

/** "2026-11-03 10:22:31" */
export const clockTime = (at: number): string => shifted(at).slice(0, 19).replace('T', ' ')

/** "2026-11-03" */
export const day = (at: number): string => shifted(at).slice(0, 10)

/** "2026-11" */
export const month = (at: number): string => shifted(at).slice(0, 7)

/** "2611031022", as it stands in ids */
export const stamp = (at: number): string => shifted(at).replaceAll(/[-T:]/g, '').slice(2, 12)

/** "2026-11-03T02:22:31Z", for the pages that answer in UTC */
export const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

/** The first moment of a month such as "2026-11". */
export const monthStart = (name: string): number => Date.parse(`${name}-01T00:00:00+08:00`)

/** The first moment of the day of `at`. */
export const dayStart = (at: number): number => Date.parse(`${day(at)}T00:00:00+08:00`)

/** The months before and including the one of `at`, newest first. */
export function monthsBack(at: number, count: number): string[] {
  const year = Number(month(at).slice(0, 4))
  const index = Number(month(at).slice(5)) - 1
  return Array.from({ length: count }, (_, back) => {
    const months = year * 12 + index - back
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
  })
}
