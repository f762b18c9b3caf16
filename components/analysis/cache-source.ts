import type {
  AnalyticsFacts,
  AnalyticsKind,
  AnalyticsMemory,
  AnalyticsSource,
} from '@/components/analytics/source'
import { coverageOf, freshnessOf } from '@/components/records/freshness'
import type { Cache, Health } from '@/utils/cache/types'
import type { StoredRecord } from '@/utils/records'

/** The cache of one account as the analysis reads it: rows that are still there, and what is known of them. */
export function cacheSource(
  cache: () => Promise<Cache>,
  account: string | undefined,
  health: () => readonly Health[],
  now: () => number,
): AnalyticsSource {
  const read = new Map<AnalyticsKind, Promise<StoredRecord[]>>()
  const stops: (() => void)[] = []
  let heard: ((kind: AnalyticsKind) => void) | undefined
  /** The first value answers who asks; each later one is told to who follows. */
  const followed = async (kind: AnalyticsKind) => {
    const opened = await cache()
    return new Promise<StoredRecord[]>((resolve, reject) => {
      let first = true
      const stop = opened.live(kind, account).subscribe((rows) => {
        resolve(rows)
        if (!first) {
          read.set(kind, Promise.resolve(rows))
          heard?.(kind)
        }
        first = false
      }, reject)
      stops.push(stop)
    })
  }
  const rowsOf = (kind: AnalyticsKind) => {
    const found = read.get(kind) ?? followed(kind)
    read.set(kind, found)
    found.catch(() => read.delete(kind))
    return found
  }
  return {
    rows: async (kind) => (await rowsOf(kind)).filter(({ $ }) => $.goneAt === undefined),
    async facts(kind): Promise<AnalyticsFacts | undefined> {
      const rows = await rowsOf(kind)
      const fresh = freshnessOf(kind, rows, now())
      const coverage = coverageOf(kind, health(), rows.length)
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
