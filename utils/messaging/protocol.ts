import type { Keys } from '@/utils/vault/types'
import * as v from './shape'

/**
 * Every message, one entry each: who may send it, what it carries, what it answers.
 * `console` is our content script on a page of the console; `own` is one of our own pages.
 */
const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const pageFacts = v.strictObject({
  url: text(4096),
  title: text(512),
  breadcrumb: v.optional(v.pipe(v.array(text(128)), v.maxLength(12))),
  tab: v.optional(text(128)),
  /** The month or year of the filter line. */
  filters: v.optional(text(16)),
  language: v.optional(v.picklist(['zh', 'en'])),
})
export type PageFacts = v.InferOutput<typeof pageFacts>

/** One masked column of the page, as the panel lists it. No values. */
export const maskedColumn = v.strictObject({
  /** Stable while the page shows the same table. */
  id: text(64),
  header: text(128),
  personal: v.optional(v.picklist(['person', 'company', 'account', 'phone', 'email'])),
  state: v.picklist(['masked', 'shown', 'partly', 'working', 'failed', 'no-control']),
  /** What one press shows; absent where there is nothing to press. */
  scope: v.optional(v.picklist(['column', 'cell', 'page'])),
  /** Why it failed, or why it is covered instead of hidden. */
  problem: v.optional(v.picklist(['no-effect', 'login', 'layout', 'still-shown'])),
  masked: count,
  rows: count,
  /** The frame of the tab that it stands in, as the worker knows it. */
  frame: v.optional(count),
  /** Epoch ms since when we show it. */
  since: v.optional(v.number()),
  /** Epoch ms at which it is hidden again; while shown. */
  until: v.optional(v.number()),
})
export type MaskedColumn = v.InferOutput<typeof maskedColumn>

/** A control that showed a column when the user pressed it: structure alone, no text and no value. */
export const learnedEye = v.strictObject({
  place: text(1024),
  column: text(64),
  scope: v.picklist(['column', 'cell', 'page']),
  path: text(1024),
})
export type LearnedEye = v.InferOutput<typeof learnedEye>

/** A line of the list of what was revealed. No values. */
export const revealNote = v.strictObject({
  id: text(64),
  /** Epoch ms. */
  at: v.number(),
  /** Without query values. */
  place: text(1024),
  header: text(128),
  why: v.picklist(['column', 'all', 'kind', 'set', 'key', 'keep']),
  /** How long it was shown; absent while it is. */
  seconds: v.optional(v.number()),
})
export type RevealNote = v.InferOutput<typeof revealNote>

const cell = v.union([v.string(), v.number(), v.boolean(), v.null(), v.undefined()])

export const protocol = {
  /** A page of the console is there (loaded, or its route changed). */
  'page.seen': {
    from: 'console',
    schema: v.strictObject({ page: pageFacts, account: v.optional(text(128)) }),
  },
  /** A JSON answer the page got, as bytes or text; acknowledged after it is committed. */
  'answer.seen': {
    from: 'console',
    schema: v.strictObject({
      id: text(64),
      page: pageFacts,
      requestUrl: text(4096),
      method: text(16),
      seenAt: v.number(),
      body: v.union([v.instance(Uint8Array), v.string()]),
    }),
  },
  /** A table that settled on the page. */
  'table.seen': {
    from: 'console',
    schema: v.strictObject({
      id: text(64),
      page: pageFacts,
      seenAt: v.number(),
      columns: v.pipe(v.array(text(256)), v.maxLength(200)),
      rows: v.pipe(v.array(v.pipe(v.array(cell), v.maxLength(200))), v.maxLength(2000)),
      total: v.optional(count),
      pageNumber: v.optional(count),
      pageSize: v.optional(count),
    }),
  },
  /** The console said that it began an export: asked for on this page, at this moment. */
  'export.asked': {
    from: 'console',
    schema: v.strictObject({ id: text(64), page: pageFacts, seenAt: v.number() }),
  },
  /** The masked columns of the page changed. */
  'masking.changed': {
    from: 'console',
    schema: v.strictObject({ columns: v.pipe(v.array(maskedColumn), v.maxLength(200)) }),
  },
  /** The user pressed something that showed a masked column: offered as its eye from now on. */
  'eye.learned': { from: 'console', schema: learnedEye },
  /** Something was revealed, or hidden again: a line of the audit list. */
  'reveal.noted': { from: 'console', schema: revealNote },
  /** Something of the console could not be read; a sentence for the health view, without values. */
  'page.problem': {
    from: 'console',
    schema: v.strictObject({ page: pageFacts, problem: text(64), detail: v.optional(text(256)) }),
  },
  /** Presentation mode, by the launcher. */
  'presentation.toggle': { from: 'console', schema: v.strictObject({}) },
  /** The launcher was pressed: open the side panel of this tab. */
  'panel.open': { from: 'console', schema: v.strictObject({}) },
  'launcher.moved': {
    from: 'console',
    schema: v.strictObject({
      x: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      y: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    }),
  },
  'launcher.hidden': { from: 'console', schema: v.strictObject({}) },

  /** Which tab is in front, what page of the console it shows, its masked columns. */
  'tab.state': { from: 'own', schema: v.strictObject({ windowId: v.optional(v.number()) }) },
  /** Bring a page of the console to the front and show the columns the user remembered of it. A user's gesture. */
  'reveal.mine': { from: 'own', schema: v.strictObject({ place: text(1024) }) },
  /** Presentation mode on or off; `amounts`: figures of money are covered too. */
  'presentation.set': {
    from: 'own',
    schema: v.strictObject({ on: v.boolean(), amounts: v.boolean() }),
  },
  /** Settings were written: tell the content scripts. */
  'settings.changed': { from: 'own', schema: v.strictObject({}) },
  /** Capture, origins and alarms follow the settings again. */
  'origins.changed': { from: 'own', schema: v.strictObject({}) },
  /** Everything stored is to go, settings included. */
  'forget.everything': { from: 'own', schema: v.strictObject({}) },
  /** Show a notification now, to see whether they come through. */
  'reminder.test': { from: 'own', schema: v.strictObject({}) },
  /** The page that works on a sync by itself asks what with. */
  'sync.due': { from: 'own', schema: v.strictObject({}) },
  /** It has no more to do. */
  'sync.over': { from: 'own', schema: v.strictObject({}) },
  /** Reminders were put off or closed: the alarm follows. */
  'reminders.changed': { from: 'own', schema: v.strictObject({}) },
  /** Bring the page that lists this export to the front; `read`: loaded anew where it is open already. */
  'export.open': {
    from: 'own',
    schema: v.strictObject({ taskId: text(256), read: v.optional(v.literal(true)) }),
  },
} as const

export type MessageName = keyof typeof protocol
export type MessageOf<N extends MessageName> = v.InferOutput<(typeof protocol)[N]['schema']>

/** The tab in front as the panel needs it. */
export interface TabState {
  tabId?: number
  /** Absent where the tab in front is no page of the console. */
  page?: PageFacts
  /** Account key of the page, as kept with its records. */
  account?: string
  columns: MaskedColumn[]
  /** The page's host serves another site than the account's (the console shows a banner). */
  wrongSite?: boolean
}

/** What each message answers, beside `ok`. */
export interface Answers {
  'page.seen': {
    on: boolean
    language?: 'zh' | 'en'
    launcher?: { x: number; y: number } | 'hidden'
    /** Presentation mode, where it is on. */
    presenting?: { amounts: boolean }
    /** What the user's own presses taught. */
    eyes?: LearnedEye[]
  }
  'answer.seen': { kept: number; useful: boolean }
  'table.seen': { kept: number }
  'tab.state': TabState
  'sync.due': { keys?: Keys; share?: number; dataKey?: string }
}
export type AnswerOf<N extends MessageName> = N extends keyof Answers
  ? Answers[N]
  : Record<string, never>

/** What a page of the console answers to `masking.values`: its tables with a column that is shown now. Never stored. */
export interface ShownTables {
  page: PageFacts
  tables: { columns: string[]; rows: (string | undefined)[][] }[]
}

/** What a page of the console answers to `export.file`; a page that does not show the row answers nothing. */
export interface FileOffer {
  /** As it stands on the page: not checked. */
  link?: string
  pressed?: true
}

/** Worker to content script. Only our own worker and pages can send these (`chrome.tabs.sendMessage`). */
export type Order =
  | { order: 'start' }
  | { order: 'stop' }
  | {
      order: 'settings'
      language?: 'zh' | 'en'
      launcher: { x: number; y: number } | 'hidden' | undefined
      eyes: LearnedEye[] | undefined
    }
  /** From a user's gesture only. */
  | {
      order: 'masking.show'
      columns: string[] | 'all'
      /** How long, in seconds; 0 until the page is left. */
      seconds: number
      /** Rows that come later too, while the time lasts. */
      keep: boolean
      why: RevealNote['why']
      /** Presses left for this gesture. */
      most: number
    }
  | { order: 'masking.hide'; columns: string[] | 'all' }
  /** No further press of the gesture in hand; what is shown stays until its time is over. */
  | { order: 'masking.stop' }
  /** The user left (another program, idle, locked, panel closed): everything we revealed is hidden. */
  | { order: 'masking.leave' }
  | { order: 'masking.list' }
  /** From our own pages: the rows whose hidden columns are shown now. */
  | { order: 'masking.values' }
  /** Cover everything personal, then close every eye; or lift all covers. */
  | { order: 'present'; on: boolean; amounts: boolean }
  /**
   * Where the file of an export is to be had, by a row that names it; `press`: press the row's own control. Sent after
   * a press of the user's, by our own pages too.
   */
  | { order: 'export.file'; ids: string[]; asked: string[]; press: boolean }
