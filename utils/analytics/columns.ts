import { amountsBy, amountsIn, type Amounts } from './amounts'
import { textAt, type Row } from './chart-data'
import { codedBy, codedIn, recoded, together, type Coded } from './coded'
import { madeRows, segmentsOf, type Segment } from './segments'
import { atOnce, stretch, type Work } from './slices'

/**
 * How a text is read of a row: a field by its name, or a function with a name under which its column is kept. What follows
 * from the words of a field (`from`) is asked once a word, what follows from several (`fields`, '' where a row has none)
 * once for those that stand together; not once a row. Segments may have a column of the name of a function.
 */
export type Reading =
  | string
  | { name: string; of: (row: Row) => string | undefined; column?: string }
  | { name: string; from: string; word: (word: string) => string }
  | { name: string; fields: readonly Reading[]; say: (...words: string[]) => string | undefined }

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
    const made = yield* this.#codedAnew(reading)
    this.#coded.set(name, made)
    return made
  }
  *#codedAnew(reading: Reading): Work<Coded> {
    if (typeof reading === 'object' && 'from' in reading)
      return yield* recoded(yield* this.coded(reading.from), reading.word)
    if (typeof reading === 'object' && 'fields' in reading) {
      const fields: Coded[] = []
      for (const each of reading.fields) fields.push(yield* this.coded(each))
      return yield* together(fields, reading.say)
    }
    const segments = segmentsOf(this.rows)
    const given = segments && columnsIn(segments, reading)
    if (given) return yield* codedIn(segments, given)
    return yield* codedBy(madeRows(this.rows), ofRow(reading))
  }

  *amounts(reading: Reading): Work<Amounts> {
    const name = typeof reading === 'string' ? reading : reading.name
    const kept = this.#amounts.get(name)
    if (kept) return kept
    const segments = segmentsOf(this.rows)
    const given = segments && columnsIn(segments, reading)
    const made = yield* given
      ? amountsIn(segments, given)
      : amountsBy(madeRows(this.rows), ofRow(reading))
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

function ofRow(reading: Reading): (row: Row) => string | undefined {
  if (typeof reading === 'string') return (row) => textAt(row, reading)
  if ('of' in reading) return reading.of
  if ('fields' in reading) {
    const each = reading.fields.map(ofRow)
    return (row) => reading.say(...each.map((of) => of(row) ?? ''))
  }
  return (row) => {
    const word = textAt(row, reading.from)
    return word === undefined ? undefined : reading.word(word)
  }
}
/** What segments have of a reading, one by one; undefined where it must be asked of rows. */
function columnsIn(segments: readonly Segment[], reading: Reading) {
  const name = typeof reading === 'string' ? reading : 'of' in reading ? reading.column : undefined
  return name === undefined ? undefined : segments.map((segment) => segment.column(name))
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
  return marks ? picked(rows, (at) => marks[at] === 1) : rows
}

/** Rows by their places; of segments only these are made. */
export function picked(rows: readonly Row[], wanted: (at: number) => boolean): Row[] {
  const found: Row[] = []
  const { length } = rows
  for (let at = 0; at < length; at++) if (wanted(at)) found.push(rows[at]!)
  return found
}
