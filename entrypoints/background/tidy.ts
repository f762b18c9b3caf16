import { now } from '@/utils/clock'
import type { Cache } from '@/utils/cache/types'

const dayMs = 86_400_000

/** Once a day, and after each start of the browser: what was not seen for as long as the user set is let go. */
export async function tidyDaily(cache: Cache): Promise<void> {
  const { tidiedAt } = await chrome.storage.session.get('tidiedAt')
  const age = now() - Number(tidiedAt ?? 0)
  // A clock set back makes it negative.
  if (age >= 0 && age < dayMs) return
  await cache.keepSoLong()
  // Only now: one that was cut off is done again by the next worker.
  await chrome.storage.session.set({ tidiedAt: now() })
}
