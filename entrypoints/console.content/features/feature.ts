import type { ask } from '@/utils/messaging/ask'
import type { AnswerOf, Order, PageFacts } from '@/utils/messaging/protocol'
import type { PageTable } from '@/utils/sources/page/tables'

export type Start = AnswerOf<'page.seen'>

/** What a feature is given; it leaves the page as it was when `signal` aborts. */
export interface FeatureContext {
  signal: AbortSignal
  ask: typeof ask
  /** The page as it is now. */
  page(): PageFacts
  /** What the worker said at the start and with every change of settings. */
  start: Start
  /** The page that drew this table: while a console loads, not always the one it names. */
  pageOf(table: PageTable): PageFacts
  /** Called whenever the page has stopped changing. */
  onSettled(run: () => void): void
  /** The tables on the page, read now, a little at a time. */
  tables(): Promise<PageTable[]>
  /** Called with the tables on the page whenever it has stopped changing. */
  onTables(run: (tables: PageTable[]) => void): void
  /** Called when another address, tab or filter is turned to, with the page as it still is. */
  onTurn(run: (page: () => PageFacts) => void): void
  onRoute(run: () => void): void
  /** Called when one has gone back to the page as it was: its tab has told of another one meanwhile. */
  onBack(run: () => void): void
  /** Orders of the worker this feature understands; a returned value is the answer. */
  onOrder(run: (order: Order) => unknown): void
}

export interface Feature {
  id: string
  /** In every frame of the console, or in its top page only. */
  frames: 'all' | 'top'
  run(context: FeatureContext): void
}
