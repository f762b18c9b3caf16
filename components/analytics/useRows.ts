import { onScopeDispose, shallowRef, watch } from 'vue'
import type { Row } from '@/utils/analytics/chart-data'
import { rowsOfSegments } from '@/utils/analytics/segments'
import type { AnalyticsFacts, AnalyticsKind, AnalyticsSource } from './api'

export type RowsByKind = Partial<Record<AnalyticsKind, readonly Row[]>>

async function rowsFrom(source: AnalyticsSource, kind: AnalyticsKind): Promise<readonly Row[]> {
  const segments = await source.segments?.(kind)
  return segments ? rowsOfSegments(segments) : source.rows(kind)
}

/**
 * Rows of the kinds that are wanted, asked of the source when they first are, and again when it says that they changed.
 * @returns `failed` after the source rejected; `retry` asks for what is missing
 */
export function useRows(source: () => AnalyticsSource, kinds: () => readonly AnalyticsKind[]) {
  const rows = shallowRef<RowsByKind>({})
  const facts = shallowRef<Partial<Record<AnalyticsKind, AnalyticsFacts>>>({})
  const failed = shallowRef(false)
  let stop: (() => void) | undefined
  // Answers of a source that was left are dropped.
  let round = 0
  const asked = new Set<AnalyticsKind>()

  async function load(kind: AnalyticsKind): Promise<void> {
    const own = round
    asked.add(kind)
    try {
      const [found, known] = await Promise.all([rowsFrom(source(), kind), source().facts?.(kind)])
      if (own !== round) return
      rows.value = { ...rows.value, [kind]: found }
      if (known) facts.value = { ...facts.value, [kind]: known }
    } catch {
      if (own !== round) return
      asked.delete(kind)
      failed.value = true
    }
  }
  function retry(): void {
    failed.value = false
    for (const kind of kinds()) if (!asked.has(kind)) void load(kind)
  }
  watch(
    source,
    (next) => {
      round++
      rows.value = {}
      facts.value = {}
      asked.clear()
      stop?.()
      stop = next.follow?.((kind) => {
        if (asked.has(kind)) void load(kind)
      })
      retry()
    },
    { immediate: true },
  )
  watch(kinds, retry)
  onScopeDispose(() => {
    round++
    stop?.()
  })
  return { rows, facts, failed, retry }
}
