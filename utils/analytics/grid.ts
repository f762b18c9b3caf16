import { type ChartData, others, type Row, type Series, type Unit, unsaid } from './chart-data'
import { Exact } from './exact'
import { compareDecimals } from './sums'

/** How rows become a chart. */
export interface Split {
  /** Where a row stands on the axis; undefined leaves it out. */
  by: (row: Row) => string | undefined
  /** Which series it belongs to; one without. */
  into?: (row: Row) => string | undefined
  /** What is added up; rows are counted without it. */
  amount?: (row: Row) => string | undefined
  unit: Unit
  /** The axis, with its empty places; the labels met, in order, without it. */
  labels?: readonly string[]
  /** The series in their order; those met, in order, without it. */
  series?: readonly string[]
}

/** Rows added up by place and series, exactly, in one pass. */
export function gridOf(rows: Iterable<Row>, split: Split): ChartData {
  const cells = new Map<string, Map<string, Exact>>()
  const labels = new Set(split.labels)
  for (const row of rows) {
    const label = split.by(row)
    if (label === undefined || (split.labels && !labels.has(label))) continue
    const amount = split.amount ? split.amount(row) : '1'
    if (amount === undefined) continue
    const id = split.into ? (split.into(row) ?? unsaid) : ''
    let line = cells.get(id)
    if (!line) cells.set(id, (line = new Map<string, Exact>()))
    let cell = line.get(label)
    if (!cell) line.set(label, (cell = new Exact()))
    if (cell.add(amount)) labels.add(label)
  }
  const axis = split.labels ? [...split.labels] : [...labels].sort()
  const met = [...cells.keys()]
  const ids = split.series ? split.series.filter((id) => cells.has(id)) : met.sort()
  const show = (cell: Exact | undefined) =>
    cell === undefined || cell.count === 0 ? undefined : textOf(cell, split.unit)
  const whole = new Exact()
  const series = ids.map((id): Series => {
    const line = cells.get(id)
    const sum = new Exact()
    const values = axis.map((label) => {
      const value = show(line?.get(label))
      if (value !== undefined) sum.add(value)
      return value
    })
    const total = textOf(sum, split.unit)
    whole.add(total)
    return { id, values, total }
  })
  return { labels: axis, series, unit: split.unit, total: textOf(whole, split.unit) }
}

const textOf = (sum: Exact, unit: Unit) =>
  unit === 'count' ? sum.toString().split('.')[0]! : sum.toString()

/**
 * The largest places of a chart of one series, and the rest as one: the parts add up to the whole.
 * @param most how many by name; all where absent
 */
export function ranked(data: ChartData, most?: number): ChartData {
  const [series] = data.series
  if (!series) return data
  const order = data.labels
    .map((label, at) => ({ label, value: series.values[at] ?? '0' }))
    .sort((a, b) => compareDecimals(b.value, a.value) || (a.label < b.label ? -1 : 1))
  const named = most === undefined ? order : order.slice(0, most)
  const rest = order.slice(named.length)
  if (rest.length > 0) {
    const sum = new Exact()
    for (const { value } of rest) sum.add(value)
    named.push({ label: others, value: textOf(sum, data.unit) })
  }
  return {
    ...data,
    labels: named.map(({ label }) => label),
    series: [{ ...series, values: named.map(({ value }) => value) }],
  }
}

/** Each value added to those before it; a place nothing was seen at after the last seen one stays empty. */
export function running(data: ChartData): ChartData {
  const series = data.series.map((each) => {
    const sum = new Exact()
    const last = each.values.findLastIndex((value) => value !== undefined)
    const values = each.values.map((value, at) => {
      if (at > last) return undefined
      if (value !== undefined) sum.add(value)
      return textOf(sum, data.unit)
    })
    return { ...each, values }
  })
  const { total: _, ...rest } = data
  return { ...rest, series }
}
