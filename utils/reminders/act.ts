import type { Cache, Reminder } from '@/utils/cache/types'

const hour = 3_600_000
export type Snooze = 'hour' | 'tomorrow' | 'next'

/** Until when a reminder is put off: an hour, nine o'clock tomorrow where the machine stands, or the next rule's time. */
export function snoozedTo(how: Snooze, now: number): number | undefined {
  if (how === 'hour') return now + hour
  if (how === 'next') return undefined
  const day = new Date(now)
  day.setDate(day.getDate() + 1)
  return day.setHours(9, 0, 0, 0)
}

/** Puts reminders off that were shown; what the next rule says still comes. */
export function snooze(
  cache: Cache,
  ids: readonly string[],
  how: Snooze,
  now: number,
): Promise<void> {
  const to = snoozedTo(how, now)
  return change(cache, ids, (each) => ({
    ...each,
    acted: 'snoozed',
    actedAt: now,
    ...(to === undefined ? {} : { snoozedTo: to, dueAt: to, state: 'planned' as const }),
  }))
}

/** Nobody is to hear of these records again. */
export const close = (cache: Cache, ids: readonly string[], now: number): Promise<void> =>
  change(cache, ids, (each) => ({
    ...each,
    state: 'done',
    closed: true,
    acted: 'done',
    actedAt: now,
  }))

export const noteActed = (
  cache: Cache,
  ids: readonly string[],
  acted: 'opened' | 'downloaded',
  now: number,
): Promise<void> => change(cache, ids, (each) => ({ ...each, acted, actedAt: now }))

function change(
  cache: Cache,
  ids: readonly string[],
  by: (each: Reminder) => Reminder,
): Promise<void> {
  const wanted = new Set(ids)
  return cache.changeReminders((present) => ({
    put: present.filter(({ id }) => wanted.has(id)).map(by),
    remove: [],
    result: undefined,
  }))
}

/** Those of the last notification that was a summary: they were shown at one moment. */
export function lastShown(reminders: readonly Reminder[]): string[] {
  const at = Math.max(...reminders.map(({ shownAt }) => shownAt ?? 0), 1)
  return reminders.filter(({ shownAt }) => shownAt === at).map(({ id }) => id)
}
