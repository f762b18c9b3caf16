import { firstLook } from '@/utils/cache/first-look'
import type { Cache } from '@/utils/cache/types'
import { now } from '@/utils/clock'
import { ask } from '@/utils/messaging/ask'
import type { Asked } from '@/utils/recognise'
import type { SyncDoor } from '@/utils/sync/door'
import type { Rim } from './rim'

/** Asked at once, and once: what the first paint shows. */
const look = firstLook().catch(() => undefined)
/** Loads after the first look, not before it: the database code is the largest part of a page. */
const code = look.then(() => import('@/utils/cache'))
let opening: Promise<Cache> | undefined
/** Opened once a page; a failed opening is tried again by the next who asks. */
function cache(): Promise<Cache> {
  const opened = (opening ??= code.then(({ openCache }) => openCache()))
  opened.catch(() => (opening = undefined))
  return opened
}

function onTabChanged(listener: () => void): () => void {
  const hear = (message: unknown) => {
    if ((message as { event?: unknown } | undefined)?.event === 'tab.changed') listener()
  }
  chrome.runtime.onMessage.addListener(hear)
  return () => chrome.runtime.onMessage.removeListener(hear)
}

/** Chromium browsers without a side panel get the same page in a narrow window. */
async function openPanel(windowId: number | undefined, tabId: number | undefined): Promise<void> {
  if (chrome.sidePanel?.open && windowId !== undefined) {
    await chrome.sidePanel.open({ windowId })
    return
  }
  const url = chrome.runtime.getURL(`/sidepanel.html?tab=${tabId ?? ''}`)
  await chrome.windows.create({ url, type: 'popup', width: 400, height: 860 })
}

/** In a window of its own the panel looks at the window of the tab it was opened for. */
async function windowId(): Promise<number | undefined> {
  const tab = Number(new URLSearchParams(location.search).get('tab') ?? '')
  if (Number.isInteger(tab) && tab > 0) {
    const found = await chrome.tabs.get(tab).catch(() => undefined)
    if (found) return found.windowId
  }
  return (await chrome.windows.getCurrent()).id
}

/** The worker keeps it where it takes no room. */
async function fullSince(): Promise<number | undefined> {
  const { problem } = await chrome.storage.session.get('problem')
  const since = (problem as { since?: unknown } | undefined)?.since
  return typeof since === 'number' ? since : undefined
}

async function questions(): Promise<Asked[]> {
  const { questions } = await chrome.storage.session.get('questions')
  return (questions as Asked[] | undefined) ?? []
}

/** Opened once a page, when first asked for. */
let door: Promise<SyncDoor> | undefined
const syncDoor = (): Promise<SyncDoor> =>
  (door ??= import('@/utils/sync/door').then(({ openSyncDoor }) => openSyncDoor()))

function save(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  // The download has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** The browser as it is; thin on purpose. */
export function browserRim(): Rim {
  return {
    cache,
    firstLook: () => look,
    ask,
    now,
    browserLanguage: chrome.i18n.getUILanguage(),
    onTabChanged,
    windowId,
    fullSince,
    questions,
    reloadTab: (tabId) => chrome.tabs.reload(tabId),
    save,
    frontTab: async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0],
    openPanel,
    openPage: async (path) => {
      await chrome.tabs.create({ url: chrome.runtime.getURL(path) })
    },
    requestOrigins: (origins) => chrome.permissions.request({ origins }),
    hasOrigins: (origins) => chrome.permissions.contains({ origins }),
    syncDoor,
    removeOrigins: async (origins) => {
      await chrome.permissions.remove({ origins })
    },
    requestPermission: (name) => chrome.permissions.request({ permissions: [name] }),
    hasPermission: (name) => chrome.permissions.contains({ permissions: [name] }),
    version: chrome.runtime.getManifest().version,
    copy: (text) => navigator.clipboard.writeText(text),
  }
}
