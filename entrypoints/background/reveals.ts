import type { Cache } from '@/utils/cache/types'
import { revealsKey, withReveal } from '@/utils/masking/reveal-list'
import type { Order, RevealNote } from '@/utils/messaging/protocol'
import type { Settings } from '@/utils/settings'
import { placeOf } from '@/utils/site'
import type { KnownTab } from './documents'
import { frontTab, knownTab, toFront } from './tabs'

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

/** The user's own columns of the page in front, by one key. */
export async function showMine(cache: () => Promise<Cache>): Promise<void> {
  const tabId = await frontTab(undefined)
  const tab = tabId === undefined ? undefined : await knownTab(tabId)
  if (tabId !== undefined && tab) await showIn(tabId, tab, await (await cache()).settings(), 'key')
}

/** The same on a page that is brought to the front, by a command. Of a page without such columns nothing is opened. */
export async function showMineAt(cache: () => Promise<Cache>, place: string): Promise<void> {
  const settings = await (await cache()).settings()
  const wanted = Object.hasOwn(settings.revealSets, place) ? settings.revealSets[place] : undefined
  if (!wanted) return
  const tabId = await toFront(place)
  const tab = tabId === undefined ? undefined : await hiddenIn(tabId, place, wanted)
  if (tabId !== undefined && tab) await showIn(tabId, tab, settings, 'set')
}

/** At most twenty presses over all frames of a page. */
async function showIn(
  tabId: number,
  { page, columns: frames }: KnownTab,
  { revealSets, revealSeconds: seconds, revealKeep: keep }: Settings,
  why: RevealNote['why'],
): Promise<void> {
  const columns = revealSets[placeOf(page.url)] ?? []
  let most = 20
  for (const frame of columns.length > 0 ? Object.keys(frames) : []) {
    const order = { order: 'masking.show', columns, seconds, keep, why, most } as const
    const answer = await chrome.tabs
      .sendMessage<Order, { left?: number }>(tabId, order, { frameId: Number(frame) })
      .catch(() => undefined)
    most = answer?.left ?? most
    if (most <= 0) return
  }
}

const [longest, pause] = [20_000, 200]
/** A page that was just opened tells of its columns when its table is there; undefined where it never does. */
async function hiddenIn(
  tabId: number,
  place: string,
  wanted: readonly string[],
): Promise<KnownTab | undefined> {
  for (let waited = 0; waited < longest; waited += pause) {
    const tab = await knownTab(tabId)
    const columns = tab && placeOf(tab.page.url) === place ? Object.values(tab.columns).flat() : []
    if (columns.some(({ id, state }) => wanted.includes(id) && state === 'masked')) return tab
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return undefined
}
