import type { Cache } from '@/utils/cache/types'
import { revealsKey, withReveal } from '@/utils/masking/reveal-list'
import type { Order, RevealNote } from '@/utils/messaging/protocol'
import { placeOf } from '@/utils/site'
import { frontTab, knownTab } from './tabs'

let last: Promise<unknown> = Promise.resolve()
/** Writes one line after the other: two frames may tell at once. */
export function noteReveal(note: RevealNote): Promise<void> {
  const next = last.then(async () => {
    const { [revealsKey]: list } = await chrome.storage.local.get(revealsKey)
    await chrome.storage.local.set({
      [revealsKey]: withReveal((list as RevealNote[] | undefined) ?? [], note),
    })
  })
  last = next.catch(() => {})
  return next
}

/** The user's own columns of the page in front, by one key: at most twenty presses over all its frames. */
export async function showMine(cache: () => Promise<Cache>): Promise<void> {
  const tabId = await frontTab(undefined)
  const tab = tabId === undefined ? undefined : await knownTab(tabId)
  if (tabId === undefined || !tab) return
  const { revealSets, revealSeconds: seconds, revealKeep: keep } = await (await cache()).settings()
  const columns = revealSets[placeOf(tab.page.url)] ?? []
  let most = 20
  for (const frame of columns.length > 0 ? Object.keys(tab.columns) : []) {
    const order = { order: 'masking.show', columns, seconds, keep, why: 'key', most } as const
    const answer = await chrome.tabs
      .sendMessage<Order, { left?: number }>(tabId, order, { frameId: Number(frame) })
      .catch(() => undefined)
    most = answer?.left ?? most
    if (most <= 0) return
  }
}
