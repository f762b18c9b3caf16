import { Cells } from './cells'
import { type ChartData, type Row, type Series, type Unit, unsaid } from './chart-data'
import { type Columns, columnsOf, type Reading } from './columns'
import { Exact } from './exact'
import { atOnce, stretch, type Work } from './slices'

/** How rows become a chart. */
export interface Split {
  /** Where a row stands on the axis; what does not say is left out, or stands at '' with `keepUnsaid`. */
  by: Reading
  keepUnsaid?: boolean
  /** Which series it belongs to; one without. */
  into?: Reading
  /** What is added up; rows are counted without it. */
  amount?: Reading
  /** Several amounts of a row instead, each a series of its own. They are no parts of a whole. */
  measures?: readonly string[]
  unit: Unit
  /** The axis, with its empty places; the labels met, in order, without it. */
  labels?: readonly string[]
  /** The series that come first; those met besides follow, in order. */
  series?: readonly string[]
}

/**
 * Rows added up by place and series, exactly, in one pass.
 * @param among marks of the rows that count; all without
 */
export function* gridWork(columns: Columns, split: Split, among?: Uint8Array): Work<ChartData> {
  if (split.measures) return yield* measured(columns, split, split.measures, among)
  const by = yield* columns.coded(split.by)
  const into = split.into === undefined ? undefined : yield* columns.coded(split.into)
  const amounts = split.amount === undefined ? undefined : yield* columns.amounts(split.amount)
  const placeOf = places(by.words, split)
  const lines = into ? into.words.length : 1
  const width = split.labels ? split.labels.length : by.words.length
  const cells = new Cells(width * lines)
  const count = columns.rows.length
  for (let at = 0; at < count; at++) {
    if (at % stretch === stretch - 1) yield
    if (among && among[at] === 0) continue
    const place = placeOf[by.codes[at]!]!
    if (place < 0) continue
    const cell = (into ? into.codes[at]! : 0) * width + place
    if (amounts) cells.add(cell, amounts, at)
    else cells.tick(cell)
  }
  return charted(cells, split, by.words, into?.words ?? [''])
}
/** The same in one go, for rows that are few. */
export const gridOf = (rows: readonly Row[], split: Split): ChartData =>
  atOnce(gridWork(columnsOf(rows), split))

/** Where each word stands, -1 for nowhere. */
function places(words: readonly string[], { labels, keepUnsaid }: Split): Int32Array {
  const given = labels && new Map(labels.map((label, at) => [label, at]))
  return Int32Array.from(words, (word, code) => {
    if (code === 0 && !keepUnsaid) return -1
    return given ? (given.get(word) ?? -1) : code
  })
}

function charted(
  cells: Cells,
  split: Split,
  words: readonly string[],
  series: readonly string[],
): ChartData {
  const width = split.labels ? split.labels.length : words.length
  const value = (cell: number) =>
    split.amount === undefined
      ? cells.count(cell) === 0
        ? undefined
        : String(cells.count(cell))
      : cells.sum(cell)
  const used = (place: number) => series.some((_, line) => cells.count(line * width + place) > 0)
  const axis = split.labels
    ? split.labels.map((label, place) => ({ label, place }))
    : words
        .map((label, place) => ({ label: place === 0 ? unsaid : label, place }))
        .filter(({ place }) => used(place))
        .sort((a, b) => (a.label < b.label ? -1 : 1))
  const lines = series
    .map((id, line) => ({ id: line === 0 && split.into ? unsaid : id, line }))
    .filter(({ line }) => axis.some(({ place }) => cells.count(line * width + place) > 0))
  const rank = (id: string) => {
    const at = split.series?.indexOf(id) ?? -1
    return at < 0 ? (split.series?.length ?? 0) : at
  }
  lines.sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1))
  const whole = new Exact()
  const made = lines.map(({ id, line }) => {
    const values = axis.map(({ place }) => value(line * width + place))
    const total = totalOf(values, split.unit)
    whole.add(total)
    return { id, values, total } satisfies Series
  })
  return {
    labels: axis.map(({ label }) => label),
    series: made,
    unit: split.unit,
    total: textOf(whole, split.unit),
  }
}

function* measured(
  columns: Columns,
  split: Split,
  measures: readonly string[],
  among?: Uint8Array,
): Work<ChartData> {
  const { measures: _, ...own } = split
  let labels: readonly string[] = split.labels ?? []
  const series: Series[] = []
  for (const measure of measures) {
    const one = yield* gridWork(columns, { ...own, amount: measure }, among)
    if (!split.labels) labels = [...new Set([...labels, ...one.labels])].sort()
    const [first] = one.series
    if (!first) continue
    const found = new Map(one.labels.map((label, at) => [label, first.values[at]]))
    series.push({ id: measure, values: [...found.values()], total: first.total })
    if (!split.labels) Object.assign(series.at(-1)!, { found })
  }
  if (split.labels) return { labels: [...labels], series, unit: split.unit }
  return {
    labels: [...labels],
    series: series.map((each) => {
      const { found } = each as Series & { found: Map<string, string | undefined> }
      return { id: each.id, total: each.total, values: labels.map((label) => found.get(label)) }
    }),
    unit: split.unit,
  }
}

/** The exact sum of values in a unit. */
export function totalOf(values: Iterable<string | undefined>, unit: Unit): string {
  const sum = new Exact()
  for (const value of values) if (value !== undefined) sum.add(value)
  return textOf(sum, unit)
}
export const textOf = (sum: Exact, unit: Unit): string =>
  unit === 'count' ? sum.toString().split('.')[0]! : sum.toString()
