/**
 * What a host of the analysis gives and gets. This file stands alone: its types go with the built module.
 *
 * A static source, as JSON: `{"rows": {"incentive": [{"cycle": "2026-03", "amount": "120.50", "currency": "CNY",
 * "status": "paid", "customerName": "云**限公司"}]}, "facts": {"incentive": {"observedAt": 1774000000000}}}`.
 */
export type AnalyticsKind =
  | 'consumption'
  | 'coupon'
  | 'couponOperation'
  | 'couponQuota'
  | 'exportTask'
  | 'incentive'
  | 'incentiveBill'
  | 'renewalTask'
  | 'resource'
  | 'resourcePackage'
  | 'salesTask'

/** Fields of the kind under their own names: amounts as decimal strings, times in epoch ms, choices as slugs. */
export type AnalyticsRow = Readonly<Record<string, unknown>>

/** What is known of the rows of a kind. */
export interface AnalyticsFacts {
  /** When the newest was seen, epoch ms. */
  observedAt?: number
  source?: 'api' | 'file' | 'capture' | 'page'
  /** Rows there are here, of how many the console has. */
  coverage?: { seen: number; total: number }
}

/** A text field: row `at` says `dictionary[codes[at] - 1]`, where a word may stand twice; 0 and '' say nothing. */
export interface AnalyticsColumn {
  dictionary: readonly string[]
  codes: ArrayLike<number>
}
/** Some rows, field by field, of a host that keeps them so: a row is made only when it is looked at. */
export interface AnalyticsSegment {
  length: number
  /** @returns undefined where no row has a text there; `customerRef` is whose a row is that has no `customerId` */
  column(field: string): AnalyticsColumn | undefined
  row(at: number): AnalyticsRow
}

/** Where the analysis gets its rows: whole, a kind at a time, when a view first needs it. */
export interface AnalyticsSource {
  rows(kind: AnalyticsKind): Promise<readonly AnalyticsRow[]>
  /** The same rows as columns, quicker for very many of them; undefined where there are only rows. */
  segments?(kind: AnalyticsKind): Promise<readonly AnalyticsSegment[] | undefined>
  facts?(kind: AnalyticsKind): Promise<AnalyticsFacts | undefined>
  /** Calls when rows of a kind changed. @returns how to stop */
  follow?(changed: (kind: AnalyticsKind) => void): () => void
}

export type ViewName = 'start' | 'incentives' | 'consumption' | 'coupons' | 'resources' | 'work'

/** All that decides what is seen; a host may keep it in an address or under a name. */
export interface AnalyticsView {
  view: ViewName
  year?: string
  currency?: string
  /** How many a ranking names, 5 to 100; 0 for all. */
  top?: number
  /** What spending is split by: `serviceName`, `chargeMode`, `association`, `manager` or `customer`. */
  split?: string
  /** Values wanted by field; a field that is not named wants all. */
  wanted?: Readonly<Record<string, readonly string[]>>
}

/**
 * Where what is the user's is kept under a name, as plain JSON: `views` (named views), `bills` (checks and notes of bills),
 * `visit` (the figures of the last visit).
 */
export interface AnalyticsMemory {
  read(name: string): Promise<unknown>
  write(name: string, value: unknown): Promise<void>
}

export interface AnalyticsOptions {
  source: AnalyticsSource
  /** Without it nothing is remembered: no named views, no changes since the last visit. */
  memory?: AnalyticsMemory
  /** `zh-CN` where absent. */
  locale?: 'zh-CN' | 'en'
  /** Follows the system where absent. */
  theme?: 'light' | 'dark'
  /** Names are shortened, unless they came so; amounts are hidden, the shapes of charts stay. */
  mask?: { names?: boolean; amounts?: boolean }
  view?: Partial<AnalyticsView>
  onView?: (view: AnalyticsView) => void
  /** Epoch ms; the clock of the machine where absent. */
  now?: () => number
}

export interface MountedAnalytics {
  /** Changes some of the options; the rest stay. */
  update(options: Partial<AnalyticsOptions>): void
  /** Leaves the element as it was. */
  unmount(): void
}
export type MountAnalytics = (el: HTMLElement, options: AnalyticsOptions) => MountedAnalytics
/** Life cycles as single-spa calls them; the options come from the props, with `domElement`. */
export type AnalyticsLifeCycle = (
  props: AnalyticsOptions & {
    domElement?: HTMLElement
    domElementGetter?: () => HTMLElement
    name?: string
  },
) => Promise<void>
