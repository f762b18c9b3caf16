import { type ChartData, others, type Row, type Unit } from '@/utils/analytics/chart-data'
import { type Columns, columnsOf, picked, type Reading, type Test } from '@/utils/analytics/columns'
import { customer, customerName, toldApart } from '@/utils/analytics/customer'
import { oneGrainTest } from '@/utils/analytics/filter'
import { gridWork, type Split } from '@/utils/analytics/grid'
import { atOnce, type Work } from '@/utils/analytics/slices'
import type { AnalyticsKind, ViewName } from './api'
import type { Word } from './texts'

/** What a chart is made for. */
export interface Context {
  year: string
  /** All years there are, newest first. */
  years?: readonly string[]
  currency: string
  /** Places a ranking names; absent for all. */
  top?: number
  /** What spending is split by. */
  split?: string
  /** The last month that is over and was seen, `YYYY-MM`. */
  lastMonth?: string
  now: number
}
/**
 * How it is drawn: `bars` and `lines` over months, `stack` of series, `rank` as bars that lie, `parts` as lying stacks,
 * `calendar` of days, `moves` as a list of what changed.
 */
export type Shape = 'bars' | 'lines' | 'stack' | 'rank' | 'parts' | 'calendar' | 'moves'

export interface ChartDef {
  id: string
  view: Exclude<ViewName, 'start'>
  kind: AnalyticsKind
  title: Word
  shape: Shape
  /** What stands on the axis and in the series: a field, or one of `slugWords`; says how their values are called. */
  axis: string
  into?: string
  /** Money of one currency, or a count of rows of any. */
  money: boolean
  /** Only rows of one grain, of those that are split by a dimension; '' for any. */
  grain?: string
  /** Rows it is made of, where they are not the kind's own. */
  expand?: (rows: readonly Row[], now: number) => readonly Row[]
  keep?: (context: Context) => readonly Test[]
  split: (context: Context) => Omit<Split, 'unit'>
  after?: (data: ChartData, context: Context) => ChartData
  /** A word on how to read it. */
  note?: Word
}

/** The data of a chart, in pieces of work; undefined where no row has what it needs. */
export function* dataWork(
  def: ChartDef,
  rows: readonly Row[],
  wanted: readonly Test[],
  context: Context,
): Work<ChartData | undefined> {
  const columns = columnsOf(rowsOf(def, rows, context.now))
  const split = { ...def.split(context), unit: unitOf(def, context) }
  const among = yield* columns.marks(yield* testsOf(def, columns, wanted, context))
  const data = yield* gridWork(columns, split, among)
  const seen = data.series.some(({ values }) => values.some((value) => value !== undefined))
  if (!seen || onlyUnsaid(def, data)) return undefined
  const shown = def.after ? def.after(data, context) : data
  return { ...shown, names: yield* namesOf(columns, split, shown) }
}
/** The same in one go. */
export const dataOf = (
  def: ChartDef,
  rows: readonly Row[],
  context: Context,
  wanted: readonly Test[] = [],
): ChartData | undefined => atOnce(dataWork(def, rows, wanted, context))

export const isIn = (currency: string): Test => ({
  name: `currency ${currency}`,
  reading: 'currency',
  fits: (word) => word === currency,
})
const unitOf = (def: ChartDef, { currency }: Context): Unit => (def.money ? { currency } : 'count')
/** A ranking by what no row says tells nothing. */
const onlyUnsaid = ({ shape }: ChartDef, { labels }: ChartData) =>
  (shape === 'rank' || shape === 'parts') && labels.length === 1 && labels[0] === ''

function* testsOf(
  def: ChartDef,
  columns: Columns,
  wanted: readonly Test[],
  context: Context,
): Work<Test[]> {
  const tests = [...wanted, ...(def.keep?.(context) ?? [])]
  if (def.money) tests.push(isIn(context.currency))
  if (def.grain !== undefined) tests.push(yield* oneGrainTest(columns, grainIn(def.grain, context)))
  return tests
}
/** A chart whose axis or series is what the user splits by, with that field in its place. */
export function shownDef(def: ChartDef, { split = 'serviceName' }: Context): ChartDef {
  const field = split === 'customer' ? 'customerName' : split
  return {
    ...def,
    axis: def.axis === 'split' ? field : def.axis,
    ...(def.into === 'split' ? { into: field } : {}),
  }
}
const grainIn = (grain: string, { split }: Context) =>
  grain === '' ? undefined : grain === 'split' ? dimensions[split ?? 'serviceName'] : grain
/** Fields that spending can be split by, with the dimension that a grain must name. */
export const dimensions: Readonly<Record<string, string>> = {
  serviceName: 'service',
  chargeMode: 'chargeMode',
  association: 'association',
  manager: 'manager',
  customer: 'customer',
}

const expanded = new WeakMap<readonly Row[], Map<string, readonly Row[]>>()
function rowsOf({ id, expand }: ChartDef, rows: readonly Row[], now: number): readonly Row[] {
  if (!expand) return rows
  let made = expanded.get(rows)
  if (!made) expanded.set(rows, (made = new Map<string, readonly Row[]>()))
  const name = `${id}:${now}`
  const found = made.get(name) ?? expand(rows, now)
  made.set(name, found)
  return found
}

/** What people call the customers that are shown, by the first row of each. */
function* namesOf(
  columns: Columns,
  { by, into }: Split,
  data: ChartData,
): Work<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  const ids =
    by === customer ? data.labels : into === customer ? data.series.map(({ id }) => id) : []
  if (ids.length === 0) return names
  const { codes, words } = yield* columns.coded(customer)
  const shown = new Set(ids)
  const missing = new Set(words.flatMap((word, code) => (code > 0 && shown.has(word) ? code : [])))
  for (let at = 0; at < codes.length && missing.size > 0; at++) {
    const code = codes[at]!
    if (!missing.delete(code)) continue
    const name = customerName(columns.rows[at]!)
    if (name !== undefined) names.set(words[code]!, name)
  }
  return toldApart(names)
}

/** The rows a bar or a point stands for. */
export function rowsBehind(
  def: ChartDef,
  rows: readonly Row[],
  context: Context,
  data: ChartData,
  place: { label: string; series: string },
  wanted: readonly Test[] = [],
): readonly Row[] {
  const columns = columnsOf(rowsOf(def, rows, context.now))
  const split = def.split(context)
  const marks = atOnce(columns.marks(atOnce(testsOf(def, columns, wanted, context))))
  const by = matches(columns, split.by, place.label, data.labels, split.keepUnsaid === true)
  const into =
    split.into === undefined
      ? undefined
      : matches(
          columns,
          split.into,
          place.series,
          data.series.map(({ id }) => id),
          true,
        )
  const { measures } = split
  const found = picked(
    columns.rows,
    (at) => (!marks || marks[at] === 1) && by(at) && (!into || into(at)),
  )
  return measures ? found.filter((row) => row[place.series] !== undefined) : found
}
function matches(
  columns: Columns,
  reading: Reading,
  wanted: string,
  named: readonly string[],
  unsaidToo: boolean,
): (row: number) => boolean {
  const { codes, words } = atOnce(columns.coded(reading))
  const known = new Set(named)
  const good = words.map((word, code) => {
    if (code === 0 && !unsaidToo) return false
    return wanted === others ? !known.has(word) : word === wanted
  })
  return (row) => good[codes[row]!] === true
}
