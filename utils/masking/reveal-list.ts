import type { RevealNote } from '@/utils/messaging/protocol'

/** Where the list of reveals lies in `chrome.storage.local`, newest first. */
export const revealsKey = 'reveals'
const most = 2000

/** The list with a line put in, or replaced by the same line that now knows how long. */
export function withReveal(list: readonly RevealNote[], note: RevealNote): RevealNote[] {
  const known = list.some(({ id }) => id === note.id)
  return known
    ? // What is told again may come late: a line that knows its end keeps it.
      list.map((each) => (each.id === note.id ? { ...note, ...each } : each))
    : [note, ...list].slice(0, most)
}

const dayMs = 86_400_000
const beijingMs = 8 * 3_600_000

/** How many reveals began since the day did, in Beijing as all our times. */
export function revealsToday(list: readonly RevealNote[], now: number): number {
  const midnight = Math.floor((now + beijingMs) / dayMs) * dayMs - beijingMs
  return list.filter(({ at }) => at >= midnight && at <= now).length
}
