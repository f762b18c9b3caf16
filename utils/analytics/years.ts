import { monthsOf, type ChartData, type Row } from './chart-data'
import { type Columns, columnsOf, type Reading } from './columns'
import { Exact } from './exact'
import type { Split } from './grid'
import { atOnce, type Work } from './slices'

/** The year and the month of a field that holds `YYYY-MM`. */
export const yearIn = (field: string): Reading => ({
  name: `${field}:year`,
  from: field,
  word: (month) => month.slice(0, 4),
})
export const monthIn = (field: string): Reading => ({
  name: `${field}:month`,
  from: field,
  word: (month) => month.slice(5, 7),
})

/** Years a month field has, newest first. */
export function* yearsWork(columns: Columns, field: string): Work<string[]> {
  const found = yield* columns.counts(yearIn(field))
  return found
    .map(({ value }) => value)
    .sort()
    .reverse()
}
export const yearsOf = (rows: readonly Row[], field: string): string[] =>
  atOnce(yearsWork(columnsOf(rows), field))

/** Months of several years laid over each other: labels `01` to `12`, one series a year, newest first. */
export const overlaid = (field: string, years: readonly string[]): Omit<Split, 'unit'> => ({
  by: monthIn(field),
  into: yearIn(field),
  labels: monthsOf('0000').map((each) => each.slice(5)),
  series: years,
})

/** A year up to a month, beside the same months of the year before. */
export interface ToDate {
  year: string
  /** The last month that counts, `01` to `12`. */
  until: string
  now: string
  before?: string
  /** Of the year before; undefined where there is nothing to compare with. */
  change?: number
}

/**
 * @param data years laid over each other
 * @param until the last month that is over, `01` to `12`
 */
export function yearToDate(data: ChartData, year: string, until: string): ToDate | undefined {
  const upTo = (wanted: string) => {
    const series = data.series.find(({ id }) => id === wanted)
    const values = series?.values.filter((_, at) => (data.labels[at] ?? '99') <= until)
    if (!values?.some((value) => value !== undefined)) return undefined
    const sum = new Exact()
    for (const value of values) if (value !== undefined) sum.add(value)
    return sum.toString()
  }
  const now = upTo(year)
  if (now === undefined) return undefined
  const before = upTo(String(Number(year) - 1))
  return {
    year,
    until,
    now,
    ...(before === undefined ? {} : { before }),
    ...(before === undefined || Number(before) === 0
      ? {}
      : { change: (Number(now) - Number(before)) / Math.abs(Number(before)) }),
  }
}
