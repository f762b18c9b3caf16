import { type ChartData, others, type Series } from './chart-data'
import { Exact } from './exact'
import { textOf, totalOf } from './grid'
import { compareDecimals } from './sums'

/** Exact, where numbers are too near each other to tell. */
function largestFirst(a: { value: string; near: number }, b: { value: string; near: number }) {
  const step = b.near - a.near
  return Math.abs(step) > Math.abs(a.near) * 1e-9 ? step : compareDecimals(b.value, a.value)
}

/* Charts made of charts: nothing is lost on the way, parts add up to what they did. */

/** One value of several; undefined where none of them was seen. */
const together = (values: readonly (string | undefined)[], unit: ChartData['unit']) =>
  values.every((value) => value === undefined) ? undefined : totalOf(values, unit)

/**
 * The largest places of a chart, by all its series (or by one of them), and the rest as one.
 * @param most how many by name; all where absent
 * @param by the series that decides
 */
export function ranked(data: ChartData, most?: number, by?: string): ChartData {
  const deciding = by === undefined ? data.series : data.series.filter(({ id }) => id === by)
  const order = data.labels
    .map((label, at) => {
      const value = totalOf(
        deciding.map(({ values }) => values[at]),
        data.unit,
      )
      return { label, at, value, near: Number(value) }
    })
    .sort((a, b) => largestFirst(a, b) || (a.label < b.label ? -1 : 1))
  const named = most === undefined ? order : order.slice(0, most)
  const rest = order.slice(named.length)
  return {
    ...data,
    labels: [...named.map(({ label }) => label), ...(rest.length > 0 ? [others] : [])],
    series: data.series.map((each) => ({
      ...each,
      values: [
        ...named.map(({ at }) => each.values[at]),
        ...(rest.length > 0
          ? [
              together(
                rest.map(({ at }) => each.values[at]),
                data.unit,
              ),
            ]
          : []),
      ],
    })),
  }
}

/**
 * The largest series of a chart, and the rest as one.
 * @param most how many by name
 */
export function fewSeries(data: ChartData, most: number): ChartData {
  if (data.series.length <= most + 1) return data
  const order = [...data.series].sort((a, b) => compareDecimals(b.total, a.total))
  const rest = order.slice(most)
  const values = data.labels.map((_, at) =>
    together(
      rest.map((each) => each.values[at]),
      data.unit,
    ),
  )
  const total = totalOf(
    rest.map((each) => each.total),
    data.unit,
  )
  return { ...data, series: [...order.slice(0, most), { id: others, values, total }] }
}

/** Each value added to those before it; a place nothing was seen at after the last seen one stays empty. */
export function running(data: ChartData): ChartData {
  const series = data.series.map((each): Series => {
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
