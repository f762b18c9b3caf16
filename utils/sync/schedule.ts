/** In `storage.local`: what is known of the sync by itself. */
export const scheduleKey = 'sync.schedule'
export interface Schedule {
  /** Epoch ms when the last one began, or when it was switched on. */
  at?: number
  /** Epoch ms when one began that has not ended: the browser may have been closed on it. */
  open?: number
  /** Why one that is due has not begun. */
  waits?: 'locked' | 'permission'
}

const hourMs = 3_600_000
/** One that was cut off is gone on with after this, not at once: what ends it every time must not keep the browser busy. */
const againMs = 600_000

/** When the next one is due, epoch ms; undefined while it is switched off. */
export function dueAt({ at = 0 }: Schedule, everyHours: number, now: number): number | undefined {
  if (!(everyHours > 0)) return undefined
  // A clock that was set back must not put it off for as long as it was ahead.
  return Math.min(at, now) + everyHours * hourMs
}

/** When one that was cut off goes on, epoch ms; undefined where none was. */
export const goesOnAt = ({ open }: Schedule, now: number): number | undefined =>
  open === undefined ? undefined : Math.min(open, now) + againMs
