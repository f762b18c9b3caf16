import type { Row } from './chart-data'
import type { Segment, SegmentColumn } from './segments'
import { stretch, type Work } from './slices'

/** A column of amounts in ten thousandths: NaN where there is none, or one that is in `odd`. */
export interface Amounts {
  units: Float64Array
  /** Places behind the point, as written. */
  places: Uint8Array
  /** Amounts too long or too fine for `units`, by row. */
  odd: ReadonlyMap<number, string>
}

/** Amounts as rows say them. */
export function* amountsBy(
  rows: readonly Row[],
  of: (row: Row) => string | undefined,
): Work<Amounts> {
  const { made, put } = emptyAmounts(rows.length)
  for (let at = 0; at < rows.length; at++) {
    if (at % stretch === stretch - 1) yield
    put(at, of(rows[at]!))
  }
  return made
}
/** Amounts of segments, one column each. */
export function* amountsIn(
  segments: readonly Segment[],
  given: readonly (SegmentColumn | undefined)[],
): Work<Amounts> {
  const { made, put } = emptyAmounts(segments.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const [own, { length }] of segments.entries()) {
    const { dictionary, codes } = given[own] ?? { dictionary: [], codes: [] }
    for (let row = 0; row < length; row++, at++) {
      if (at % stretch === stretch - 1) yield
      put(at, dictionary[(codes[row] ?? 0) - 1])
    }
  }
  return made
}
function emptyAmounts(length: number) {
  const units = new Float64Array(length).fill(NaN)
  const places = new Uint8Array(length)
  const odd = new Map<number, string>()
  const put = (at: number, text: string | undefined): void => {
    if (text === undefined || text === '') return
    const value = fineUnits(text)
    if (value === undefined) odd.set(at, text)
    else {
      units[at] = value
      places[at] = finePlaces
    }
  }
  return { made: { units, places, odd } satisfies Amounts, put }
}

/**
 * Ten thousandths of an amount, digit by digit: never more than fifteen of them, so that a number holds it exactly.
 * @returns undefined for what is longer, finer or no plain amount
 */
function fineUnits(text: string): number | undefined {
  const minus = text.charCodeAt(0) === 45
  let [value, digits, behind] = [0, 0, -1]
  for (let at = minus ? 1 : 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 46 && behind < 0) behind = 0
    else if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      if (behind >= 0) behind++
      else digits++
    } else return undefined
  }
  if (digits === 0 || digits > 11 || behind > 4 || behind === 0) return undefined
  finePlaces = Math.max(behind, 0)
  const units = value * (scales[finePlaces] ?? 1)
  return minus && units !== 0 ? -units : units
}
const scales = [10_000, 1000, 100, 10, 1]
/** Places behind the point of the amount that was read last. */
let finePlaces = 0
