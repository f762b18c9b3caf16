import type { PageFacts } from '@/utils/messaging/protocol'
import type { KindName } from '@/utils/kinds'
import type { LearnedMapping } from '@/utils/recognise'
import type { KindRecord, Source, TableContext } from '@/utils/records'

/** Where and when something was read, and whose it is. */
export interface Seen {
  /** Retry key of the observation. */
  id: string
  account: string
  page: PageFacts
  source: Source
  seenAt: number
  origins: readonly string[]
  /** What the user taught. */
  learned: readonly LearnedMapping[]
  /** Rows of a table on the page that add something to what the page's own answers said. */
  worth(kind: KindName, rows: KindRecord[]): Promise<KindRecord[]>
}

export function contextOf(seen: Seen, more: Partial<TableContext> = {}): TableContext {
  const { url, title, breadcrumb, tab, filters } = seen.page
  return {
    source: seen.source,
    url,
    title,
    ...(breadcrumb ? { breadcrumb } : {}),
    ...(tab === undefined ? {} : { tab }),
    ...(filters === undefined ? {} : { filters }),
    ...more,
  }
}
