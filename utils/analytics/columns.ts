import { textAt, type Row } from './chart-data'
import { atOnce, stretch, type Work } from './slices'

/**
 * How a text is read of a row: a field by its name, or a function with a name under which its column is kept. What follows
 * from the words of a field (`from`) is asked once a word, not once a row.
 */
export type Reading =
  | string
  | { name: string; of: (row: Row) => string | undefined }
  | { name: string; from: string; word: (word: string) => string }

/** A column of texts as numbers: `words[codes[row]]`; code 0 is what a row does not say. */
export interface Coded {
  codes: Uint32Array
  words: string[]
  /** How many rows have each word. */
  rows: number[]
  /** Every row says it. */
  full: boolean
}
/** A column of amounts in ten thousandths: NaN where there is none, or one that is in `odd`. */
export interface Amounts {
  units: Float64Array
  /** Places behind the point, as written. */
  places: Uint8Array
  /** Amounts too long or too fine for `units`, by row. */
  odd: ReadonlyMap<number, string>
}
/** Rows whose word of a reading fits; a row that does not say has the word ''. */
export interface Test {
  /** Says all that it depends on: marks of tests with names are kept. */
  name?: string
  reading: Reading
  fits: (word: string) => boolean
}

const mostMarks = 8

/** Rows with the columns that were read of them so far: each is read once, whatever is asked of it later. */
export class Columns {
  #coded = new Map<string, Coded>()
  #amounts = new Map<string, Amounts>()
  #marks = new Map<string, Uint8Array>()
  constructor(readonly rows: readonly Row[]) {}

  *coded(reading: Reading): Work<Coded> {
    const name = typeof reading === 'string' ? reading : reading.name
    const kept = this.#coded.get(name)
    if (kept) return kept
    if (typeof reading === 'object' && 'from' in reading) {
      const made = yield* recoded(yield* this.coded(reading.from), reading.word)
      this.#coded.set(name, made)
      return made
    }
    const of = ofRow(reading)
    const codes = new Uint32Array(this.rows.length)
    const words = ['']
    const rows = [0]
    const known = new Map<string, number>()
    let last: string | undefined
    let code = 0
    for (let at = 0; at < codes.length; at++) {
      if (at % stretch === stretch - 1) yield
      const word = of(this.rows[at]!)
      // Neighbours are often alike.
      if (word !== last) {
        last = word
        const found = word === undefined ? 0 : known.get(word)
        if (found === undefined) {
          known.set(word!, (code = words.length))
          words.push(word!)
          rows.push(0)
        } else code = found
      }
      codes[at] = code
      rows[code]!++
    }
    const made = { codes, words, rows, full: rows[0] === 0 }
    this.#coded.set(name, made)
    return made
  }

  *amounts(reading: Reading): Work<Amounts> {
    const name = typeof reading === 'string' ? reading : reading.name
    const kept = this.#amounts.get(name)
    if (kept) return kept
    const of = ofRow(reading)
    const units = new Float64Array(this.rows.length).fill(NaN)
    const places = new Uint8Array(this.rows.length)
    const odd = new Map<number, string>()
    for (let at = 0; at < units.length; at++) {
      if (at % stretch === stretch - 1) yield
      const text = of(this.rows[at]!)
      if (text === undefined || text === '') continue
      const value = fineUnits(text)
      if (value === undefined) odd.set(at, text)
      else {
        units[at] = value
        places[at] = finePlaces
      }
    }
    const made = { units, places, odd }
    this.#amounts.set(name, made)
    return made
  }

  /** Marks of the rows that fit all tests, 1 each; undefined where there is none to fit, so all do. */
  *marks(tests: readonly Test[]): Work<Uint8Array | undefined> {
    if (tests.length === 0) return undefined
    const named = tests.every(({ name }) => name !== undefined)
    const key = named ? tests.map(({ name }) => name).join('\n') : undefined
    const kept = key === undefined ? undefined : this.#marks.get(key)
    if (kept) return kept
    const marks = yield* this.#marked(tests)
    if (key === undefined) return marks
    if (this.#marks.size >= mostMarks) this.#marks.clear()
    this.#marks.set(key, marks)
    return marks
  }
  *#marked(tests: readonly Test[]): Work<Uint8Array> {
    const marks = new Uint8Array(this.rows.length).fill(1)
    for (const { reading, fits } of tests) {
      const { codes, words, full } = yield* this.coded(reading)
      const good = Uint8Array.from(words, (word) => (fits(word) ? 1 : 0))
      if (good.every((each, code) => each === 1 || (full && code === 0))) continue
      for (let at = 0; at < codes.length; at++) {
        if (at % stretch === stretch - 1) yield
        if (good[codes[at]!] === 0) marks[at] = 0
      }
    }
    return marks
  }

  /** The words of a reading with how many rows have each, most first; without what rows do not say. */
  *counts(reading: Reading): Work<{ value: string; rows: number }[]> {
    const { words, rows } = yield* this.coded(reading)
    return words
      .map((value, code) => ({ value, rows: rows[code] ?? 0 }))
      .filter(({ rows }, code) => code > 0 && rows > 0)
      .sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1))
  }
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

function ofRow(reading: Reading): (row: Row) => string | undefined {
  if (typeof reading === 'string') return (row) => textAt(row, reading)
  if ('of' in reading) return reading.of
  return (row) => {
    const word = textAt(row, reading.from)
    return word === undefined ? undefined : reading.word(word)
  }
}
function* recoded({ codes, words, rows }: Coded, wordOf: (word: string) => string): Work<Coded> {
  const made = ['']
  const counts = [0]
  const known = new Map([['', 0]])
  const next = Uint32Array.from(words, (word, from) => {
    const own = word === '' ? '' : wordOf(word)
    let code = known.get(own)
    if (code === undefined) {
      known.set(own, (code = made.length))
      made.push(own)
      counts.push(0)
    }
    counts[code]! += rows[from] ?? 0
    return code
  })
  const fresh = new Uint32Array(codes.length)
  for (let at = 0; at < codes.length; at++) {
    if (at % stretch === stretch - 1) yield
    fresh[at] = next[codes[at]!]!
  }
  return { codes: fresh, words: made, rows: counts, full: counts[0] === 0 }
}

/** Columns of rows, the same as long as the rows are. */
export function columnsOf(rows: readonly Row[]): Columns {
  let made = kept.get(rows)
  if (!made) kept.set(rows, (made = new Columns(rows)))
  return made
}
const kept = new WeakMap<readonly Row[], Columns>()

/** Rows with a mark. */
export const marked = (rows: readonly Row[], tests: readonly Test[]): readonly Row[] => {
  const marks = atOnce(columnsOf(rows).marks(tests))
  return marks ? rows.filter((_, at) => marks[at] === 1) : rows
}
