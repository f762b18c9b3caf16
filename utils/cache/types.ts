import type { Note, Noted } from '@/utils/notes/note'
import type { KindName } from '@/utils/kinds'
import type { KindRecord, Source, StoredRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'
import type { Columns } from './columns'
import type { ImportLine } from './imports/types'

/** Rows of one kind that a source showed at one moment; the only way in for records. */
export interface Observation {
  /** Retry key: the same observation again changes nothing but its age. */
  id: string
  /** `cn:alice`, `intl:bob`, or `cn:?` for an account not known yet. */
  account: string
  kind: KindName
  /** As recognised: personal values still in full; ingest writes them masked. */
  records: KindRecord[]
  source: Source
  observedAt: number
  /** Where, without query values: origin + path + hash route. */
  place: string
  /** The console's own total for this listing, when it says so. */
  total?: number
  page?: { number: number; size?: number }
  /** Where `records` are all there is in `scope`: what they no longer hold is marked gone. */
  complete?: Complete
}

export interface Complete {
  /** A customer, a month; the whole kind where absent. */
  scope?: string
  /** Epoch ms at which a listing of several observations began: gone is what was not seen since. */
  since?: number
  /** What of the scope the listing speaks of; all of it where absent. */
  among?: (row: StoredRecord) => boolean
}

export interface Ingested {
  kept: number
  changed: number
  /** Rows without key and fallback, with why. */
  rejected: { row: number; reason: string }[]
}

/** Rows the user can do without. */
export interface Freeing {
  kind: KindName
  /** Of all accounts where absent. */
  account?: string
  /** What the console no longer lists, what it has not shown for long, or everything. */
  what: 'gone' | 'unseen' | 'all'
  /** Epoch ms: gone, or last seen, before this moment; of no account for `all`. */
  before: number
}

/** What rows on their way in did to those that were there. */
export interface Laid {
  /** Rows that are new or differ in more than their age. */
  changed: number
  /** Keys as they are kept. */
  keys: Set<string>
  /** Rows first seen without their key fields and now with them: from the old key to the new. */
  renamed: Map<string, string>
}

/** One line of the health view: a page and kind, what was read there. No values. */
export interface Health {
  /** `place` + kind. */
  id: string
  place: string
  title: string
  kind?: KindName
  source: Source
  lastSeenAt: number
  seen: number
  understood: number
  rejected: number
  /** Reasons with how often each. */
  reasons: Record<string, number>
  /** Names of columns that no field took. */
  unmapped: string[]
  total?: number
  /** For export tasks: the page slug of KINDS, so that a reminder can lead to its page. */
  slug?: string
  /** Rows kept of each page of the listing that was seen, by its number. */
  pages?: Record<number, number>
  /** Rows of a full page, where the console says it. */
  pageSize?: number
  /** Names of columns with the fields they are read as. */
  mapping?: [column: string, field: string][]
  /** By a mapping of the user's. */
  taught?: true
  /** A machine word for what went wrong: `not-json`, `cut-off`, `too-large`, `too-deep`, `storage-full` … */
  problem?: string
}

export interface Account {
  /** `site:name`. */
  key: string
  site: 'cn' | 'intl' | 'eu'
  /** As the console shows it. */
  name?: string
  /** The user's own name for it. */
  label?: string
  lastSeenAt: number
}

export interface Reminder {
  /** `key|hours`, for other kinds than exports `kind:key|hours`: also the notification's id. */
  id: string
  /** Absent: an export task. */
  kind?: KindName
  account: string
  /** Key of the record. */
  taskKey: string
  /** Before the deadline; 0 for what is told when it happens. */
  hours: number
  /** Epoch ms; Infinity while what is to be told of has not happened. */
  dueAt: number
  state: 'planned' | 'shown' | 'missed' | 'done'
  shownAt?: number
  /** Epoch ms when a context took it to show it; a claim of one that was stopped runs out. */
  claimedAt?: number
  /** Epoch ms to which the user put it off. */
  snoozedTo?: number
  /** The user wants to hear no more of this record. */
  closed?: true
  /** What the user did with it, and when. */
  acted?: 'opened' | 'downloaded' | 'snoozed' | 'done'
  actedAt?: number
}
/** What is to become of the reminders, and what the caller takes away from having looked at them. */
export interface ReminderChange<T> {
  put: Reminder[]
  remove: string[]
  result: T
}

export interface GlanceLine {
  holder: 'quota' | 'own' | 'issued'
  type: string
  currency: string
  /** Exact decimal sum. */
  balance: string
  count: number
  nearestExpiry?: number
}
/** The popup's one record, written in the same transaction as what it sums up. */
export interface Glance {
  account: string
  lines: GlanceLine[]
  /** The next to expire, nearest first, at most 3. */
  expiring: StoredRecord[]
  /** Completed, not downloaded, nearest lapse first, at most 20. */
  exports: StoredRecord[]
  /** Incentive bills nobody has confirmed, nearest deadline first, at most 5; a record of before has none. */
  bills?: StoredRecord[]
  /** Newest observation in it, epoch ms. */
  observedAt?: number
}

export interface Usage {
  account: string
  kind: KindName
  rows: number
  bytes: number
  newest: number
}

export interface Unsubscribe {
  (): void
}
/** A value that follows the database; `next` is called first with the value as it is now. */
export interface Live<T> {
  subscribe(next: (value: T) => void, fail?: (error: unknown) => void): Unsubscribe
}

export interface Cache {
  ingest(observation: Observation): Promise<Ingested>
  read(kind: KindName, account?: string): Promise<StoredRecord[]>
  live(kind: KindName, account?: string): Live<StoredRecord[]>
  /** The same rows, in the same order, as the columns they are kept in. */
  liveColumns(kind: KindName, account?: string): Live<readonly Columns[]>
  glance(): Live<Glance[]>
  health(): Live<Health[]>
  noteHealth(entry: Health): Promise<void>
  accounts(): Live<Account[]>
  noteAccount(account: Account): Promise<void>
  /** Records of an account that was unknown (`cn:?`) become those of a known one, notes with them. Strict durability. */
  adoptUnknown(from: string, to: string): Promise<void>
  settings(): Promise<Settings>
  liveSettings(): Live<Settings>
  /** Strict durability: acknowledged is on disk. */
  saveSettings(change: Partial<Settings>): Promise<void>
  /** The user's marks on an export task (openedAt, downloadedAt …), kept across later observations. */
  markExport(account: string, key: string, marks: KindRecord): Promise<void>
  /** What the user wrote on records of an account. */
  notes(account: string): Live<Noted[]>
  /** Strict durability. @param note undefined, or empty, to take it away */
  writeNote(
    about: { account: string; kind: KindName; key: string },
    note: Omit<Note, 'changedAt'> | undefined,
  ): Promise<void>
  /** What a view of ours remembers for the user under a name, as JSON; undefined for nothing. */
  memory(account: string, name: string): Promise<string | undefined>
  /** Strict durability. */
  remember(account: string, name: string, text: string): Promise<void>
  reminders(): Live<Reminder[]>
  /**
   * Reads and changes the reminders in one transaction with strict durability: of two contexts that do so at once the
   * second sees what the first decided.
   * @param change without waiting for anything
   */
  changeReminders<T>(change: (present: Reminder[]) => ReminderChange<T>): Promise<T>
  /** Imports of files that can be undone. */
  imports(): Live<ImportLine[]>
  /** After another thread of a page has written: so that what was lost is noticed from there on. */
  noteCommit(): void
  usage(): Promise<Usage[]>
  /** How many rows would be let go. */
  freeable(freeing: Freeing): Promise<number>
  /** Takes rows away for good. @returns how many */
  free(freeing: Freeing): Promise<number>
  /** Everything that belongs to one customer goes for good, notes and reminders with it. @returns how many rows */
  forgetCustomer(account: string, customerId: string): Promise<number>
  /** What was not seen for as long as the user set is let go. @returns how many rows */
  keepSoLong(): Promise<number>
  /** Accounts that have rows, without reading any of them. */
  holders(): Promise<string[]>
  /**
   * What was found missing when the database was opened, until `acceptLoss`: kinds by name, or `everything`; empty where
   * nothing is missing. Settings, account names and marks on exports are put back from their second copy by then.
   */
  lost(): Live<string[]>
  acceptLoss(): Promise<void>
  /** Everything of the product on this device, settings included. */
  forgetEverything(): Promise<void>
  close(): void
}
