import { onScopeDispose, shallowRef, watch } from 'vue'
import { monthOf, type ChartData, type Row } from '@/utils/analytics/chart-data'
import { columnsOf, type Test } from '@/utils/analytics/columns'
import { testsOf } from '@/utils/analytics/filter'
import { restatementWork, type Restatement } from '@/utils/analytics/restatement'
import { inSlices, type Work } from '@/utils/analytics/slices'
import { yearsWork } from '@/utils/analytics/years'
import type { AnalyticsKind, AnalyticsView, ViewName } from './api'
import { dataWork, isIn, shownDef, type ChartDef, type Context } from './chart-def'
import { chartDefs } from './chart-defs'
import { ofYear } from './defs/incentives'
import { filterFields, kindsOf, monthField } from './views'
import type { RowsByKind } from './useRows'

/** A chart that has something to show. */
export interface ShownChart {
  def: ChartDef
  data: ChartData
  rows: readonly Row[]
  wanted: readonly Test[]
}
/** What a view can be narrowed to, and how many rows each value has. */
export interface Facets {
  years: readonly string[]
  currencies: readonly string[]
  values: Readonly<Record<string, readonly { value: string; rows: number }[]>>
}
/** A view as it is seen: all of one moment. */
export interface ShownView {
  view: ViewName
  charts: readonly ShownChart[]
  /** Of the incentives of the year. */
  restated?: Restatement
  facets: Facets
  context: Context
}

/** The charts of a view, made anew in slices whenever rows or wishes change; the last ones stay until then. */
export function useCharts(rows: () => RowsByKind, view: () => AnalyticsView, now: () => number) {
  const shown = shallowRef<ShownView>()
  let running: AbortController | undefined
  async function make(): Promise<void> {
    running?.abort()
    const own = (running = new AbortController())
    const made = await inSlices(viewWork(rows(), view(), now()), { signal: own.signal })
    if (made && !own.signal.aborted) shown.value = made
  }
  watch([rows, view, now], () => void make(), { immediate: true })
  onScopeDispose(() => running?.abort())
  return shown
}

/** All that a view shows; undefined while a kind it needs is not there yet. */
export function* viewWork(
  rows: RowsByKind,
  view: AnalyticsView,
  now: number,
): Work<ShownView | undefined> {
  const kinds = kindsOf[view.view]
  if (kinds.some((kind) => rows[kind] === undefined)) return undefined
  const main = kinds[0] ?? 'incentive'
  const facets = yield* facetsWork(main, rows[main] ?? [], view.view)
  const context = yield* contextWork(rows[main] ?? [], view, facets, now)
  const tests = testsOf(view.wanted ?? {})
  const charts: ShownChart[] = []
  for (const def of chartDefs.filter((each) => each.view === view.view)) {
    const own = rows[def.kind] ?? []
    const wanted = def.kind === main ? tests : []
    const data = yield* dataWork(def, own, wanted, context)
    if (data) charts.push({ def: shownDef(def, context), data, rows: own, wanted })
    yield
  }
  if (view.view !== 'incentives') return { view: view.view, charts, facets, context }
  const restated = yield* restatedWork(rows.incentive ?? [], tests, context)
  return { view: view.view, charts, facets, context, restated }
}

function* restatedWork(
  rows: readonly Row[],
  tests: readonly Test[],
  { year, currency }: Context,
): Work<Restatement> {
  const columns = columnsOf(rows)
  const own = [...ofYear({ year }), isIn(currency)]
  return yield* restatementWork(columns, year, yield* columns.marks([...tests, ...own]))
}

function* facetsWork(kind: AnalyticsKind, rows: readonly Row[], view: ViewName): Work<Facets> {
  const columns = columnsOf(rows)
  const field = monthField[view]
  const years = field === undefined ? [] : yield* yearsWork(columns, field)
  const currencies = (yield* columns.counts('currency')).map(({ value }) => value)
  const values: Record<string, readonly { value: string; rows: number }[]> = {}
  for (const name of filterFields[kind] ?? []) values[name] = yield* columns.counts(name)
  return { years, currencies, values }
}

function* contextWork(
  rows: readonly Row[],
  view: AnalyticsView,
  { years, currencies }: Facets,
  now: number,
): Work<Context> {
  const field = monthField[view.view]
  const months = field === undefined ? [] : yield* columnsOf(rows).counts(field)
  const present = monthOf(now)
  const lastMonth = months
    .map(({ value }) => value)
    .filter((month) => month < present)
    .sort()
    .at(-1)
  return {
    year: view.year ?? years[0] ?? present.slice(0, 4),
    years,
    currency: view.currency ?? currencies[0] ?? '',
    ...(view.top === 0 ? {} : { top: view.top ?? 10 }),
    ...(view.split === undefined ? {} : { split: view.split }),
    ...(lastMonth === undefined ? {} : { lastMonth }),
    now,
  }
}
