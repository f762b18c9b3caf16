import type {
  AnalyticsFacts,
  AnalyticsKind,
  AnalyticsMemory,
  AnalyticsSource,
} from '@/components/analytics/source'
import { coverageOf, freshnessOf } from '@/components/records/freshness'
import { decode, rowAt, type Columns } from '@/utils/cache/columns'
import type { Cache, Health } from '@/utils/cache/types'
import type { StoredRecord } from '@/utils/records'
import { segmentOf } from './cache-segments'

/** The cache of one account as the analysis reads it: rows that are still there, and what is known of them. */
export function cacheSource(
  cache: () => Promise<Cache>,
  account: string | undefined,
  health: () => readonly Health[],
  now: () => number,
): AnalyticsSource {
  const read = new Map<AnalyticsKind, Promise<readonly Columns[]>>()
  const stops: (() => void)[] = []
  let heard: ((kind: AnalyticsKind) => void) | undefined
  /** The first value answers who asks; each later one is told to who follows. */
  const followed = async (kind: AnalyticsKind) => {
    const opened = await cache()
    return new Promise<readonly Columns[]>((resolve, reject) => {
      let first = true
      const stop = opened.liveColumns(kind, account).subscribe((columns) => {
        resolve(columns)
        if (!first) {
          read.set(kind, Promise.resolve(columns))
          heard?.(kind)
        }
        first = false
      }, reject)
      stops.push(stop)
    })
  }
  const columnsOf = (kind: AnalyticsKind) => {
    const found = read.get(kind) ?? followed(kind)
    read.set(kind, found)
    found.catch(() => read.delete(kind))
    return found
  }
  return {
    segments: async (kind) => (await columnsOf(kind)).map(segmentOf),
    rows: async (kind) =>
      (await columnsOf(kind)).flatMap(decode).filter(({ $ }) => $.goneAt === undefined),
    async facts(kind): Promise<AnalyticsFacts | undefined> {
      const columns = await columnsOf(kind)
      const fresh = freshnessOf(kind, columns.flatMap(newestIn), now())
      const rows = columns.reduce((sum, { length }) => sum + length, 0)
      const coverage = coverageOf(kind, health(), rows)
      return (
        fresh && {
          observedAt: fresh.observedAt,
          source: fresh.source,
          ...(coverage ? { coverage } : {}),
        }
      )
    },
    follow(changed) {
      heard = changed
      return () => {
        heard = undefined
        for (const stop of stops.splice(0)) stop()
        read.clear()
      }
    },
  }
}

/** The row of a segment that was seen last. */
function newestIn(columns: Columns): StoredRecord[] {
  const { observedAt } = columns
  let newest = 0
  for (let at = 1; at < observedAt.length; at++)
    if (observedAt[at]! > observedAt[newest]!) newest = at
  return observedAt.length > 0 ? [rowAt(columns)(newest)] : []
}

/** What the analysis remembers, beside the rows it is about. */
export const cacheMemory = (cache: () => Promise<Cache>, account = '*'): AnalyticsMemory => ({
  async read(name) {
    const text = await (await cache()).memory(account, `analytics:${name}`)
    return text === undefined ? undefined : (JSON.parse(text) as unknown)
  },
  async write(name, value) {
    await (await cache()).remember(account, `analytics:${name}`, JSON.stringify(value))
  },
})
