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
  state: v.picklist(['masked', 'shown', 'working', 'failed', 'no-control']),
  masked: count,
  rows: count,
  /** Epoch ms at which it is hidden again; while shown. */
  until: v.optional(v.number()),
})
export type MaskedColumn = v.InferOutput<typeof maskedColumn>

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
  /** The masked columns of the page changed. */
  'masking.changed': {
    from: 'console',
    schema: v.strictObject({ columns: v.pipe(v.array(maskedColumn), v.maxLength(200)) }),
  },
  /** Something of the console could not be read; a sentence for the health view, without values. */
  'page.problem': {
    from: 'console',
    schema: v.strictObject({ page: pageFacts, problem: text(64), detail: v.optional(text(256)) }),
  },
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
  /** Show or hide a masked column of the tab in front; `all` for every column. From a user's gesture only. */
  'masking.set': {
    from: 'own',
    schema: v.strictObject({
      tabId: v.number(),
      column: v.union([text(64), v.literal('all')]),
      shown: v.boolean(),
    }),
  },
  /** Settings were written: tell the content scripts. */
  'settings.changed': { from: 'own', schema: v.strictObject({}) },
  /** Capture, origins and alarms follow the settings again. */
  'origins.changed': { from: 'own', schema: v.strictObject({}) },
  /** Everything stored is to go, settings included. */
  'forget.everything': { from: 'own', schema: v.strictObject({}) },
  /** Show a notification now, to see whether they come through. */
  'reminder.test': { from: 'own', schema: v.strictObject({}) },
  /** Bring the page on which this export was asked to the front. */
  'export.open': { from: 'own', schema: v.strictObject({ taskId: text(256) }) },
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
    revealSeconds: number
  }
  'answer.seen': { kept: number; useful: boolean }
  'table.seen': { kept: number }
  'tab.state': TabState
  'masking.set': { columns: MaskedColumn[] }
}
export type AnswerOf<N extends MessageName> = N extends keyof Answers
  ? Answers[N]
  : Record<string, never>

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
      revealSeconds: number
    }
  | { order: 'masking.set'; column: string | 'all'; shown: boolean }
  | { order: 'masking.list' }
  /**
   * Where the file of an export is to be had, by a row that names it; `press`: press the row's own control. Sent after
   * a press of the user's, by our own pages too.
   */
  | { order: 'export.file'; ids: string[]; asked: string[]; press: boolean }
