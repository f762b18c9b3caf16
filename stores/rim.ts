import { inject, type InjectionKey } from 'vue'
import type { BegunLook } from '@/utils/cache/first-look-begun'
import type { Cache } from '@/utils/cache/types'
import type { Folders } from '@/utils/exports/folders'
import type { Download, Downloads } from '@/utils/exports/settle'
import type { Keeper } from '@/utils/vault/keeper'
import type { Presenting } from '@/utils/masking/presenting'
import type { ask as askWorker } from '@/utils/messaging/ask'
import type { FileOffer, Order, RevealNote } from '@/utils/messaging/protocol'
import type { ImportOrder, ImportWord } from '@/utils/imports/types'
import type { Asked } from '@/utils/recognise'
import type { RemoteTables } from '@/utils/table/client'
import type { NamesDoor } from '@/utils/cache/names/door'
import type { SyncDoor } from '@/utils/sync/door'
import type { Schedule } from '@/utils/sync/schedule'
import type { Credentials } from '@/utils/sync/types'

/** What of the browser and the worker our pages touch; tests bring their own. */
export interface Rim {
  cache(): Promise<Cache>
  /** What is stored for the first paint, before the cache can be opened. */
  firstLook?(): Promise<BegunLook | undefined>
  /** Until what the first look gives is on the screen. */
  painted?(): Promise<void>
  /** Making and restoring backups; its code loads when it is asked for. */
  backups(): Promise<typeof import('@/utils/backup')>
  /** Rows of any kind in memory, in a worker of this page. */
  tables(): RemoteTables
  ask: typeof askWorker
  now(): number
  /** Language of the browser's own interface, as `zh-CN`. */
  browserLanguage: string
  /** Called whenever the tab in front, its page or its masked columns changed. Returns how to stop. */
  onTabChanged(listener: () => void): () => void
  /** Since when nothing more can be written because storage is full, epoch ms; absent while there is room. */
  fullSince(): Promise<number | undefined>
  /** Tables that were not or only partly understood, newest first; the worker keeps them in memory. */
  questions(): Promise<Asked[]>
  /** Loads a page of the console again, so that its answers are read anew. */
  reloadTab(tabId: number): Promise<void>
  /** The browser's downloads; to be used only once their permission is there. */
  downloads: Downloads & {
    /** To be called before the first download is begun by whomever. */
    begin(): void
    /** @param filename path below the folder for downloads; absent: the browser names the file */
    start(url: string, filename: string | undefined): Promise<number>
    /** Downloads begun since a moment (epoch ms), by whomever; newest first. */
    since(at: number): Promise<Download[]>
    /** Of all downloads the browser still lists: whether the file lies where it was put. */
    onDisk(): Promise<ReadonlyMap<number, boolean>>
    /** Shows a file in its folder. */
    reveal(id: number): void
  }
  /** A tab that shows a page of the console; opened behind the one in front where there is none. */
  consoleTab(place: string): Promise<{ tabId: number; opened: boolean }>
  closeTab(tabId: number): Promise<void>
  /** Asks a console page where a file is; undefined where it does not show its row, or is not there yet. */
  askForFile(tabId: number, order: Order & { order: 'export.file' }): Promise<FileOffer | undefined>
  /** Folders of downloads the user let us read; absent where the browser has no such thing. */
  folders?(): Promise<Folders>
  /** What the browser says of our storage. */
  storage?: Pick<StorageManager, 'estimate' | 'persisted' | 'persist'>
  /** Gives the user a file of ours. */
  save(name: string, file: Blob): void
  /** The window this page belongs to. */
  windowId(): Promise<number | undefined>
  /** The tab in front; its address is absent where we have no permission for it. */
  frontTab(): Promise<{ id?: number; url?: string } | undefined>
  /** An order to our script in a frame of a tab (all of its frames where absent); rejects where it is not there. */
  tell?(tabId: number, order: Order, frame?: number): Promise<unknown>
  /** Tells the scripts of a tab that the panel is open; the returned function lets go. */
  tether?(tabId: number, facts: { endsWithPanel: boolean }): () => void
  /** Whether presentation mode is on; called again with every change. Returns how to stop. */
  onPresenting?(listener: (now: Presenting) => void): () => void
  /** What was revealed, newest first; called again with every change. Returns how to stop. */
  onReveals?(listener: (list: RevealNote[]) => void): () => void
  /** Must be called in the turn of the user's press: nothing may be awaited before. */
  openPanel(windowId: number | undefined, tabId: number | undefined): Promise<void>
  openPage(path: string): Promise<void>
  /** A page of the console in a tab. @param url https */
  openUrl(url: string): Promise<void>
  /** In the turn of the user's press, too. */
  requestOrigins(origins: string[]): Promise<boolean>
  hasOrigins(origins: string[]): Promise<boolean>
  removeOrigins(origins: string[]): Promise<void>
  requestPermission(name: 'notifications' | 'downloads'): Promise<boolean>
  hasPermission(name: 'notifications' | 'downloads'): Promise<boolean>
  /** The user's own keys of the open API. */
  credentials?(): Promise<Credentials>
  /** What keeps them. */
  keys?(): Promise<Keeper>
  /** What is known of the sync by itself; called again with every change. Returns how to stop. */
  onSchedule?(listener: (schedule: Schedule) => void): () => void
  /** What the vault remembers of full names. */
  names?(): Promise<NamesDoor>
  /** What works on syncs, in a thread of this page. */
  syncDoor?(): Promise<SyncDoor>
  /** A worker of its own for one file; what it says is heard until it is ended. */
  importer(hear: (word: ImportWord) => void): Importer
  /** Of this extension. */
  version: string
  copy(text: string): Promise<void>
}

export interface Importer {
  ask(order: ImportOrder): void
  /** Ends it at once, whatever it does. */
  end(): void
}

export const rimKey: InjectionKey<Rim> = Symbol('rim')

export function useRim(): Rim {
  const rim = inject(rimKey)
  if (!rim) throw new Error('no rim was provided to this page')
  return rim
}
