import type { ChartData } from './chart-data'
import { totalOf } from './grid'
import { compareDecimals } from './sums'

/** A customer who came or left, with what was spent in the months that say so. */
export interface CameOrLeft {
  label: string
  amount: string
}

/**
 * Who spends in the last month and did not in the six before it (`came`), and the other way round (`left`).
 * @param data months by customer, one series each
 */
export function cameAndLeft(data: ChartData): { came: CameOrLeft[]; left: CameOrLeft[] } {
  const last = data.labels.length - 1
  const [came, left]: [CameOrLeft[], CameOrLeft[]] = [[], []]
  if (last < 1) return { came, left }
  for (const { id, values } of data.series) {
    const past = totalOf(values.slice(Math.max(0, last - 6), last), data.unit)
    const now = values[last] ?? '0'
    if (above(now) && !above(past)) came.push({ label: id, amount: now })
    if (above(past) && !above(now)) left.push({ label: id, amount: past })
  }
  const largest = (a: CameOrLeft, b: CameOrLeft) => compareDecimals(b.amount, a.amount)
  return { came: came.sort(largest), left: left.sort(largest) }
}
const above = (value: string) => compareDecimals(value, '0') > 0
