import { placeOf } from '@/utils/site'
import type { KnownTab } from './documents'
import type { Order, TabState } from '@/utils/messaging/protocol'

const keyOf = (tabId: number) => `tab:${tabId}`

async function stored<T>(key: string): Promise<T | undefined> {
  return ((await chrome.storage.session.get(key)) as Record<string, T>)[key]
}

export const knownTab = (tabId: number): Promise<KnownTab | undefined> => stored(keyOf(tabId))

let last: Promise<unknown> = Promise.resolve()
/** Read, change and write as one step: messages of a tab come close upon each other. Our own pages are told. */
export function changeStored<T>(
  key: string,
  change: (before: T | undefined) => T | undefined,
): Promise<void> {
  const next = last.then(async () => {
    const before = await stored<T>(key)
    const after = change(before)
    if (after === before || JSON.stringify(after) === JSON.stringify(before)) return
    await (after === undefined
      ? chrome.storage.session.remove(key)
      : chrome.storage.session.set({ [key]: after }))
    announce()
  })
  last = next.catch(() => {})
  return next
}
export const changeTab = (
  tabId: number,
  change: (tab: KnownTab | undefined) => KnownTab | undefined,
): Promise<void> => changeStored(keyOf(tabId), change)

/** Tells our own open pages to ask again; nobody listening is a normal state. */
export function announce(): void {
  void chrome.runtime.sendMessage({ event: 'tab.changed' }).catch(() => {})
}

export async function stateOf(tabId: number | undefined): Promise<TabState> {
  const tab = tabId === undefined ? undefined : await knownTab(tabId)
  if (!tab) return { ...(tabId === undefined ? {} : { tabId }), columns: [] }
  const { page, account, wrongSite } = tab
  return {
    tabId,
    page,
    columns: Object.entries(tab.columns).flatMap(([frame, columns]) =>
      columns.map((column) => ({ ...column, frame: Number(frame) })),
    ),
    ...(account === undefined ? {} : { account }),
    ...(wrongSite ? { wrongSite } : {}),
  }
}

/** The tab in front of a window; the panel's window, or the one used last. */
export async function frontTab(windowId: number | undefined): Promise<number | undefined> {
  const where = windowId === undefined ? { lastFocusedWindow: true } : { windowId }
  const [tab] = await chrome.tabs.query({ active: true, ...where })
  return tab?.id
}

/** Brings a page of the console to the front: a tab that shows it, else a new one. */
export async function toFront(place: string): Promise<number | undefined> {
  const tabs = await chrome.tabs.query({ url: `${new URL(place).origin}/*` })
  const open = tabs.find(({ url }) => url !== undefined && placeOf(url) === place)
  if (open?.id === undefined) return (await chrome.tabs.create({ url: place })).id
  await chrome.tabs.update(open.id, { active: true })
  await chrome.windows.update(open.windowId, { focused: true })
  return open.id
}

export function forgetClosedTabs(): void {
  chrome.tabs.onRemoved.addListener((tabId) => void changeTab(tabId, () => undefined))
  chrome.tabs.onActivated.addListener(announce)
  chrome.tabs.onUpdated.addListener((_tabId, change) => {
    if (change.status === 'complete' || change.url !== undefined) announce()
  })
}

/** Tabs without our script reject: a normal state. */
export async function everyTab(order: Order): Promise<void> {
  for (const tab of await chrome.tabs.query({})) {
    if (tab.id !== undefined) void chrome.tabs.sendMessage(tab.id, order).catch(() => {})
  }
}
