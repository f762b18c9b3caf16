/** A record as analysis reads it: fields of the kinds, amounts as decimal strings, times in epoch ms. */
export type Row = Readonly<Record<string, unknown>>

/** What a chart shows, and its table says: exact texts; a bar's length is made from them when it is drawn. */
export interface ChartData {
  /** What stands at each place of the axis: a month, a word's slug, a name. */
  labels: string[]
  series: Series[]
  unit: Unit
  /** Of all series; absent where they are no parts of a whole. */
  total?: string
  /** What people call a label, where it is an id. */
  names?: ReadonlyMap<string, string>
}
export interface Series {
  /** A year, a slug, a name; '' where there is only one. */
  id: string
  /** As many as there are labels; undefined where nothing was seen, which is not zero. */
  values: (string | undefined)[]
  total: string
}
export type Unit = { currency: string } | 'count' | 'share'

/** The rest of a ranking, so that its parts add up. */
export const others = '…others'
/** Rows that do not say what they are split by. */
export const unsaid = ''

export const textAt = (row: Row, field: string): string | undefined => {
  const value = row[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** All twelve months of a year, `YYYY-MM`. */
export const monthsOf = (year: string): string[] =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
/** Every month from the first to the last, none left out. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  let [year = 0, month = 1] = first.split('-').map(Number)
  while (months.length < 1200) {
    const text = `${year}-${String(month).padStart(2, '0')}`
    if (text > last) break
    months.push(text)
    if (++month > 12) [year, month] = [year + 1, 1]
  }
  return months
}
/** The month of a moment in the console's time (UTC+8). */
export const monthOf = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 7)
