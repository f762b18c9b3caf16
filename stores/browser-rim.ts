import { beginLook } from '@/utils/cache/first-look-begun'
import type { Cache } from '@/utils/cache/types'
import { now } from '@/utils/clock'
import type { ChosenFolder, Folders } from '@/utils/exports/folders'
import { browserDownloads, noteTypes } from '@/utils/exports/settle'
import { presentingKey, type Presenting } from '@/utils/masking/presenting'
import { revealsKey } from '@/utils/masking/reveal-list'
import { ask } from '@/utils/messaging/ask'
import { painted } from '@/utils/painted'
import type { FileOffer, RevealNote } from '@/utils/messaging/protocol'
import type { Asked } from '@/utils/recognise'
import { scheduleKey, type Schedule } from '@/utils/sync/schedule'
import type { NamesDoor } from '@/utils/cache/names/door'
import type { SyncDoor } from '@/utils/sync/door'
import { placeOf } from '@/utils/site'
import { takeTables } from '@/utils/table/begun'
import { remoteTables } from '@/utils/table/client'
import type { ImportWord } from '@/utils/imports/types'
import type { Importer, Rim } from './rim'

/** Asked at once, and once: what the first paint shows. */
const look = beginLook()
let opening: Promise<Cache> | undefined
/** Opened once a page; a failed opening is tried again by the next who asks. */
function cache(ready: Promise<unknown>): Promise<Cache> {
  const opened = (opening ??= ready
    .then(() => import('@/utils/cache'))
    .then(({ openCache }) => openCache()))
  opened.catch(() => (opening = undefined))
  return opened
}
const tables = remoteTables(takeTables, now)

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

function tether(tabId: number, facts: { endsWithPanel: boolean }): () => void {
  const port = chrome.tabs.connect(tabId, { name: 'panel' })
  // A tab without our script lets go at once: a normal state that has to be looked at.
  port.onDisconnect.addListener(() => void chrome.runtime.lastError)
  port.postMessage(facts)
  return () => port.disconnect()
}

/** Calls with what local storage holds under a name, now and with every change. */
function followLocal<T>(key: string, none: T, listener: (value: T) => void): () => void {
  const tell = (value: unknown) => listener((value as T | undefined) ?? none)
  const hear = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (key in changes) tell(changes[key]?.newValue)
  }
  chrome.storage.local.onChanged.addListener(hear)
  void chrome.storage.local.get(key).then((stored) => tell(stored[key]))
  return () => chrome.storage.local.onChanged.removeListener(hear)
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

const downloads: Rim['downloads'] = {
  ...browserDownloads,
  begin: noteTypes,
  start: (url, filename) =>
    chrome.downloads.download({
      url,
      conflictAction: 'uniquify',
      saveAs: false,
      ...(filename === undefined ? {} : { filename }),
    }),
  since: (at) =>
    chrome.downloads.search({
      startedAfter: new Date(at).toISOString(),
      orderBy: ['-startTime'],
      limit: 20,
    }),
  async onDisk() {
    const all = await chrome.downloads.search({ limit: 0 })
    return new Map(all.map(({ id, exists, state }) => [id, exists && state === 'complete']))
  },
  reveal: (id) => void chrome.downloads?.show(id),
}

/** Not yet among the names TypeScript knows. */
interface Picker {
  showDirectoryPicker: (how: { id: string; startIn: string }) => Promise<ChosenFolder | undefined>
}
const folders = async (): Promise<Folders> => {
  const [{ openDexie }, { foldersIn }] = await Promise.all([
    import('@/utils/cache/dexie'),
    import('@/utils/exports/folders'),
  ])
  const { meta } = await openDexie()
  // Left without a choice, the browser throws.
  const how = { id: 'downloads', startIn: 'downloads' }
  const pick = (window as unknown as Picker).showDirectoryPicker
  return foldersIn(meta as never, () => pick(how).catch(() => undefined))
}

async function consoleTab(place: string): Promise<{ tabId: number; opened: boolean }> {
  const tabs = await chrome.tabs.query({ url: `${new URL(place).origin}/*` })
  const there = tabs.find(({ url, id }) => id !== undefined && url && placeOf(url) === place)
  if (there?.id !== undefined) return { tabId: there.id, opened: false }
  const made = await chrome.tabs.create({ url: place, active: false })
  return { tabId: made.id ?? -1, opened: true }
}

const keys = async () => (await import('@/utils/vault/browser')).browserKeeper()

let namesDoor: Promise<NamesDoor> | undefined
const names = (): Promise<NamesDoor> =>
  (namesDoor ??= import('@/utils/cache/names/door').then(async ({ openNames }) =>
    openNames(await keys()),
  ))

function importer(hear: (word: ImportWord) => void): Importer {
  // In one expression, else the build does not see that it is a worker.
  const worker = new Worker(new URL('../utils/imports/worker.ts', import.meta.url), {
    type: 'module',
  })
  worker.addEventListener('message', ({ data }: MessageEvent<ImportWord>) => hear(data))
  worker.addEventListener('error', () => hear({ say: 'failed', name: 'UnreachableError' }))
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    ask: (order) => worker.postMessage(order),
    end: () => worker.terminate(),
  }
}

/**
 * The browser as it is; thin on purpose.
 * @param paintsFirst the first look is all that the page shows at first: the database code, the largest part of a page,
 * comes after it is on the screen
 */
export function browserRim({ paintsFirst = false } = {}): Rim {
  const ready = paintsFirst ? look.then((seen) => seen && painted()) : look
  return {
    cache: () => cache(ready),
    firstLook: () => look,
    painted: async () => void (await ready),
    tables: () => tables,
    backups: () => import('@/utils/backup'),
    ask,
    now,
    browserLanguage: chrome.i18n.getUILanguage(),
    onTabChanged,
    windowId,
    fullSince,
    questions,
    reloadTab: (tabId) => chrome.tabs.reload(tabId),
    downloads,
    consoleTab,
    closeTab: (tabId) => chrome.tabs.remove(tabId),
    askForFile: (tabId, order) =>
      chrome.tabs
        .sendMessage<typeof order, FileOffer | undefined>(tabId, order)
        .catch(() => undefined),
    save,
    frontTab: async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0],
    storage: navigator.storage,
    ...('showDirectoryPicker' in window ? { folders } : {}),
    tell: (tabId, order, frame) =>
      chrome.tabs.sendMessage(tabId, order, frame === undefined ? {} : { frameId: frame }),
    tether,
    onReveals: (listener) => followLocal<RevealNote[]>(revealsKey, [], listener),
    onPresenting: (listener) =>
      followLocal<Presenting>(presentingKey, { on: false, amounts: false }, listener),
    openPanel,
    openPage: async (path) => {
      await chrome.tabs.create({ url: chrome.runtime.getURL(path) })
    },
    openUrl: async (url) => {
      await chrome.tabs.create({ url })
    },
    requestOrigins: (origins) => chrome.permissions.request({ origins }),
    hasOrigins: (origins) => chrome.permissions.contains({ origins }),
    keys,
    credentials: async () => (await keys()).credentials(),
    names,
    syncDoor,
    onSchedule: (listener) => followLocal<Schedule>(scheduleKey, {}, listener),
    removeOrigins: async (origins) => {
      await chrome.permissions.remove({ origins })
    },
    requestPermission: (name) => chrome.permissions.request({ permissions: [name] }),
    hasPermission: (name) => chrome.permissions.contains({ permissions: [name] }),
    importer,
    version: chrome.runtime.getManifest().version,
    copy: (text) => navigator.clipboard.writeText(text),
  }
}
