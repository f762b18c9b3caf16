import type { ChartData, Series } from './chart-data'
import { Exact } from './exact'
import { compareDecimals } from './sums'

/**
 * Where a year ends if its remaining months are like the mean of those that are over: a plain rule, said as such.
 * @param over months of the year that are over, 1 to 12
 * @returns undefined before three months are over
 */
export function projected(series: Series, over: number): string | undefined {
  const seen = series.values.slice(0, over)
  if (over < 3 || over >= 12 || seen.some((value) => value === undefined)) return undefined
  const sum = new Exact()
  for (const value of seen) sum.add(value ?? '0')
  const cents = Math.round((Number(sum.toString()) * 100 * 12) / over)
  return (cents / 100).toFixed(2)
}

export interface Moved {
  label: string
  before: string
  now: string
  /** Share of the usual, -1 is all gone; undefined where there was nothing before. */
  change?: number
}

/**
 * What falls or jumps against its own past: the last month beside the median of the six before it, by half at least
 * and by more than three times the usual swing. Small sums are left alone.
 * @param data months by name, one series each
 */
export function moved(data: ChartData, least = 100): Moved[] {
  const found: Moved[] = []
  const last = data.labels.length - 1
  if (last < 3) return found
  for (const { id, values } of data.series) {
    const past = values.slice(Math.max(0, last - 6), last).map((value) => Number(value ?? 0))
    const now = Number(values[last] ?? 0)
    const usual = median(past)
    const swing = median(past.map((value) => Math.abs(value - usual)))
    const step = Math.abs(now - usual)
    if (step < least || step < usual / 2 || step <= 3 * swing) continue
    found.push({
      label: id,
      before: usual.toFixed(2),
      now: values[last] ?? '0.00',
      ...(usual === 0 ? {} : { change: (now - usual) / usual }),
    })
  }
  return found.sort(
    (a, b) =>
      Math.abs(Number(b.now) - Number(b.before)) - Math.abs(Number(a.now) - Number(a.before)),
  )
}

function median(values: readonly number[]): number {
  const order = [...values].sort((a, b) => a - b)
  const middle = order.length >> 1
  if (order.length === 0) return 0
  return order.length % 2 === 1
    ? (order[middle] ?? 0)
    : ((order[middle - 1] ?? 0) + (order[middle] ?? 0)) / 2
}

/** Share of the largest `most` in all that is above nothing (refunds are no part of a whole), 0 to 1. */
export function concentration(data: ChartData, most = 10): number | undefined {
  const values = [...(data.series[0]?.values ?? [])].map((value) => value ?? '0')
  values.sort((a, b) => compareDecimals(b, a))
  const [whole, sum] = [new Exact(), new Exact()]
  const above = values.filter((value) => !value.startsWith('-'))
  above.forEach((value, at) => {
    whole.add(value)
    if (at < most) sum.add(value)
  })
  const all = Number(whole.toString())
  return all > 0 ? Number(sum.toString()) / all : undefined
}
