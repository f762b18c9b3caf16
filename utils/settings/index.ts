import type { KindName } from '@/utils/kinds'
import type { Language } from '@/utils/kinds/define'
import type { LearnedEye } from '@/utils/messaging/protocol'
import { usualQuiet, type Quiet } from './quiet'
import type { Rule, Topic } from './rule'
import type { LearnedMapping } from '@/utils/recognise/learned'

/** What the user may set. Kept in the cache's `settings` table, one record; absent values take the default. */
export interface Settings {
  /** 'follow' takes the console's language where one is open, else the browser's. */
  language: 'follow' | Language
  theme: 'system' | 'light' | 'dark'
  /** Epoch ms when the user accepted what is read and kept; absent: nothing is captured (PRIV-07). */
  acceptedAt?: number
  /** Retention of export files in hours, by page slug; 72 where absent. */
  retentionHours: Record<string, number>
  launcherHidden: boolean
  /** Where the launcher stands, as shares of the window (0 to 1). */
  launcherAt?: { x: number; y: number }
  /** Hours before an export file lapses at which a reminder is shown. */
  exportReminderHours: number[]
  /** What differs from the usual rules (`utils/reminders/topics`). */
  reminderRules: Partial<Record<Topic, Partial<Rule>>>
  quiet: Quiet
  /** Accounts nobody is reminded of. */
  mutedAccounts: string[]
  /** Where downloaded files go, below the browser's folder for downloads: `{account}/{page}/{name}.{ext}`. */
  downloadPattern: string
  /** Files that are ready are downloaded by themselves; one without a link only while the panel or the dashboard is open. */
  downloadByItself: boolean
  /** Files that were downloaded are imported by themselves, from a folder the user let us read. */
  importByItself: boolean
  /** While an export runs its list is read again after so many minutes, in a tab in the background; 0: never. */
  watchExportsMinutes: number
  /** Seconds after which a revealed column is hidden again; 0: when the page is left. */
  revealSeconds: number
  /** Rows that come later (another page of the list) are shown too, while the time lasts. */
  revealKeep: boolean
  /** Closing the panel hides what it revealed. */
  revealEndsWithPanel: boolean
  /** The user's own columns, by place: shown together with one press. */
  revealSets: Record<string, string[]>
  /** Controls the user's own presses taught, newest first. */
  eyes: LearnedEye[]
  /** Origins switched on by the user besides the console's own. */
  origins: string[]
  /** What the user taught: which column is which field. */
  learned: LearnedMapping[]
  /** Full names the open API gives are remembered, encrypted in the vault. */
  rememberNames: boolean
  /** Days after which a name that was not seen again is forgotten, 1 to 90. */
  nameDays: number
  /** A sync of the open API begins by itself every so many hours; 0: never. */
  syncEveryHours: number
  /** Share of the allowed rate a sync may take, above 0 to 1. */
  syncShare: number
  /** Months after which what was not seen again is let go, by kind; absent: kept. */
  keepMonths: Partial<Record<KindName, number>>
  /** Notices the user asked not to see again. */
  dismissed: string[]
  /** Which columns of a table are shown and where, by kind. */
  columns: Partial<Record<KindName, ColumnChoice>>
  /** Tables as the user arranged them, by name. */
  tableViews: TableSetting[]
}

/** Columns by field name; those not named stand where the product puts them. */
export interface ColumnChoice {
  order: string[]
  hidden: string[]
  /** These stay while the others scroll. */
  pinned: string[]
}
export interface TableSetting {
  /** Unlike among those of a kind. */
  name: string
  kind: KindName
  /** As the address keeps it: filters, order, groups. */
  query: string
  columns?: ColumnChoice
}

/** Where files go unless the user says otherwise, below the browser's own folder for downloads. */
export const usualPattern = '{account}/{page}/{name}-{requested:YYYYMMDD-HHmm}.{ext}'

export const defaultSettings: Settings = {
  language: 'follow',
  theme: 'system',
  retentionHours: {},
  launcherHidden: false,
  exportReminderHours: [24, 6, 1],
  reminderRules: {},
  quiet: usualQuiet,
  mutedAccounts: [],
  downloadPattern: usualPattern,
  downloadByItself: false,
  importByItself: false,
  watchExportsMinutes: 0,
  revealSeconds: 60,
  revealKeep: false,
  revealEndsWithPanel: false,
  revealSets: {},
  eyes: [],
  origins: [],
  learned: [],
  keepMonths: {},
  rememberNames: false,
  nameDays: 30,
  syncEveryHours: 0,
  syncShare: 0.5,
  dismissed: [],
  columns: {},
  tableViews: [],
}

/** Settings as read from the cache, whatever an older version left there. */
export function withDefaults(stored: Partial<Settings> | undefined): Settings {
  return { ...defaultSettings, ...stored }
}
