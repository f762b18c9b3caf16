import type { Row } from './chart-data'
import { type Columns, columnsOf, marked, type Reading, type Test } from './columns'
import { atOnce, type Work } from './slices'

/** What is shown of a kind: values wanted by field; a field that is not named wants all. */
export type Wanted = Readonly<Record<string, readonly string[]>>

/** What rows must say to be wanted. */
export const testsOf = (wanted: Wanted): Test[] =>
  Object.entries(wanted)
    .filter(([, values]) => values.length > 0)
    .map(([reading, values]) => {
      const set = new Set(values)
      const name = `${reading}: ${JSON.stringify(values)}`
      return { name, reading, fits: (word) => set.has(word) }
    })

/** Currencies of rows, the most frequent first: money of two is never added up. */
export const currenciesOf = (rows: readonly Row[]): string[] =>
  atOnce(columnsOf(rows).counts('currency')).map(({ value }) => value)

/** Month and grain of a row as one word. */
const monthAndGrain: Reading = {
  name: 'month+grain',
  fields: ['month', 'grain'],
  say: (month, grain) => `${month}|${grain}`,
}

/**
 * Keeps rows of one grain: the same money is shown by customer, by service, by billing mode, and must not be added twice.
 * The finest grain of each month is taken, and of two as fine the one with more rows.
 * @param dimension only grains that are split by it
 */
export function* oneGrainTest(columns: Columns, dimension?: string): Work<Test> {
  const best = new Map<string, { grain: string; rows: number }>()
  for (const { value, rows } of yield* columns.counts(monthAndGrain)) {
    const [month = '', grain = ''] = value.split('|')
    if (dimension !== undefined && !saysOf(grain, dimension)) continue
    const before = best.get(month)
    const finer = before ? fineness(grain) - fineness(before.grain) : 1
    if (finer > 0) best.set(month, { grain, rows })
    // Those with more rows come first; of two with as many the name decides, so that it is always the same one.
    else if (finer === 0 && before?.rows === rows && grain < before.grain)
      best.set(month, { grain, rows })
  }
  const words = new Set([...best].map(([month, { grain }]) => `${month}|${grain}`))
  return { reading: monthAndGrain, fits: (word) => words.has(word) }
}
/** The rows themselves, for those that are few. */
export const oneGrain = (rows: readonly Row[], dimension?: string): readonly Row[] =>
  marked(rows, [atOnce(oneGrainTest(columnsOf(rows), dimension))])

/** Whose a row is says its manager and its association too. */
const saysOf = (grain: string, dimension: string) =>
  partsOf(grain).includes(dimension) ||
  (['association', 'manager'].includes(dimension) && partsOf(grain).includes('customer'))
/** A grain names the dimensions a row is split by: `customer+service`; `*` is none. */
const partsOf = (grain: string) => grain.split('+').filter((each) => each !== '' && each !== '*')
const fineness = (grain: string) => partsOf(grain).length
