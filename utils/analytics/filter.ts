import { textAt, type Row } from './chart-data'

/** What is shown of a kind: values wanted by field; a field that is not named wants all. */
export type Wanted = Readonly<Record<string, readonly string[]>>

/** Rows that have one of the wanted values in each named field. */
export function wantedRows(rows: readonly Row[], wanted: Wanted): readonly Row[] {
  const tests = Object.entries(wanted)
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => [field, new Set(values)] as const)
  if (tests.length === 0) return rows
  return rows.filter((row) => tests.every(([field, set]) => set.has(textAt(row, field) ?? '')))
}

/** Values of a field with how many rows have them, the most frequent first. */
export function valuesOf(rows: readonly Row[], field: string): { value: string; rows: number }[] {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = textAt(row, field)
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, rows: count }))
    .sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1))
}

const parts = new WeakMap<readonly Row[], Map<string, readonly Row[]>>()
/**
 * Part of the rows, kept as long as they are: several charts are made of the same part.
 * @param name says which part, with all it depends on
 */
export function partOf(
  rows: readonly Row[],
  name: string,
  take: (row: Row) => boolean,
): readonly Row[] {
  let known = parts.get(rows)
  if (!known) parts.set(rows, (known = new Map<string, readonly Row[]>()))
  let part = known.get(name)
  if (!part) known.set(name, (part = rows.filter(take)))
  return part
}

/** Currencies of rows, the most frequent first: money of two is never added up. */
export const currenciesOf = (rows: readonly Row[]): string[] =>
  valuesOf(rows, 'currency').map(({ value }) => value)

/**
 * Rows of one grain: the same money is shown by customer, by service, by billing mode, and must not be added twice. The
 * finest grain of each month is taken, and of two as fine the one with more rows.
 * @param dimension only grains that are split by it
 */
export function oneGrain(rows: readonly Row[], dimension?: string): readonly Row[] {
  const byMonth = new Map<string, Map<string, number>>()
  for (const row of rows) {
    const month = textAt(row, 'month') ?? ''
    const grain = textAt(row, 'grain') ?? ''
    if (dimension !== undefined && !partsOf(grain).includes(dimension)) continue
    const grains = byMonth.get(month) ?? new Map<string, number>()
    grains.set(grain, (grains.get(grain) ?? 0) + 1)
    byMonth.set(month, grains)
  }
  const chosen = new Map<string, string>()
  for (const [month, grains] of byMonth) {
    const [best] = [...grains].sort(
      ([a, many], [b, more]) => fineness(b) - fineness(a) || more - many || (a < b ? -1 : 1),
    )
    chosen.set(month, best?.[0] ?? '')
  }
  return rows.filter(
    (row) => chosen.get(textAt(row, 'month') ?? '') === (textAt(row, 'grain') ?? ''),
  )
}
/** A grain names the dimensions a row is split by: `customer+service`; `*` is none. */
const partsOf = (grain: string) => grain.split('+').filter((each) => each !== '' && each !== '*')
const fineness = (grain: string) => partsOf(grain).length
