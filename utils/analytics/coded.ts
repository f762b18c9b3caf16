import type { Row } from './chart-data'
import type { Segment, SegmentColumn } from './segments'
import { stretch, type Work } from './slices'

/** A column of texts as numbers: `words[codes[row]]`; code 0 is what a row does not say. */
export interface Coded {
  codes: Uint32Array
  words: string[]
  /** How many rows have each word. */
  rows: number[]
  /** Every row says it. */
  full: boolean
}

/** What each row says, asked of the row. */
export function* codedBy(rows: readonly Row[], of: (row: Row) => string | undefined): Work<Coded> {
  const codes = new Uint32Array(rows.length)
  const words = ['']
  const counts = [0]
  const known = new Map<string, number>()
  let last: string | undefined
  let code = 0
  for (let at = 0; at < codes.length; at++) {
    if (at % stretch === stretch - 1) yield
    const word = of(rows[at]!)
    // Neighbours are often alike.
    if (word !== last) {
      last = word
      const found = word === undefined ? 0 : known.get(word)
      if (found === undefined) {
        known.set(word!, (code = words.length))
        words.push(word!)
        counts.push(0)
      } else code = found
    }
    codes[at] = code
    counts[code]!++
  }
  return { codes, words, rows: counts, full: counts[0] === 0 }
}

/** What segments say of a field, one column each, under one set of words. */
export function* codedIn(
  segments: readonly Segment[],
  given: readonly (SegmentColumn | undefined)[],
): Work<Coded> {
  const fresh = new Uint32Array(segments.reduce((sum, { length }) => sum + length, 0))
  const made = ['']
  const counts = [0]
  const known = new Map([['', 0]])
  let at = 0
  for (const [own, { length }] of segments.entries()) {
    const { dictionary, codes } = given[own] ?? { dictionary: [], codes: [] }
    const next = new Uint32Array(dictionary.length + 1)
    for (const [word, text] of dictionary.entries()) {
      let code = known.get(text)
      if (code === undefined) {
        known.set(text, (code = made.length))
        made.push(text)
        counts.push(0)
      }
      next[word + 1] = code
    }
    for (let from = 0; from < length; from += stretch) {
      const to = Math.min(length, from + stretch)
      carry(codes, next, fresh, at, from, to)
      tally(fresh, counts, at + from, at + to)
      yield
    }
    at += length
  }
  return { codes: fresh, words: made, rows: counts, full: counts[0] === 0 }
}
/* Plain loops of their own: the machine makes quick code of them, whatever width the codes have. */
function carry(
  codes: ArrayLike<number>,
  next: Uint32Array,
  fresh: Uint32Array,
  at: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) fresh[at + row] = next[codes[row] ?? 0]!
}
function tally(codes: Uint32Array, counts: number[], from: number, to: number): void {
  for (let row = from; row < to; row++) counts[codes[row]!]!++
}

/** What several columns say together: `say` is asked once for the words that stand together, '' where a row has none. */
export function* together(
  columns: readonly Coded[],
  say: (...words: string[]) => string | undefined,
): Work<Coded> {
  let pairs: Coded | undefined
  let said: string[][] = []
  for (const [at, next] of columns.entries()) {
    const before = said
    // A field that no row says costs nothing.
    if (pairs && next.words.length === 1) {
      said = said.map((words) => [...words, ''])
      continue
    }
    if (pairs?.words.length === 1) {
      const none = said[0]!
      said = next.words.map((word) => [...none, word])
      pairs = next
      continue
    }
    const made: { coded: Coded; of?: [number, number][] } = pairs
      ? yield* paired(pairs, next)
      : { coded: next }
    pairs = made.coded
    said = pairs.words.map((word, code) => {
      const [own, other] = made.of?.[code] ?? [code, code]
      return at === 0 ? [word] : [...before[own]!, next.words[other]!]
    })
  }
  return yield* recoded(pairs!, (_, code) => say(...said[code]!) ?? '', true)
}

/** What two columns say together, with the codes of both by the code of the pair. */
function* paired(a: Coded, b: Coded): Work<{ coded: Coded; of: [number, number][] }> {
  const width = b.words.length
  const known = new Map<number, number>()
  const of: [number, number][] = []
  const counts: number[] = []
  const codes = new Uint32Array(a.codes.length)
  for (let at = 0; at < codes.length; at++) {
    if (at % stretch === stretch - 1) yield
    const [left, right] = [a.codes[at]!, b.codes[at]!]
    const pair = left * width + right
    let code = known.get(pair)
    if (code === undefined) {
      known.set(pair, (code = of.length))
      of.push([left, right])
      counts.push(0)
    }
    codes[at] = code
    counts[code]!++
  }
  return { coded: { codes, words: of.map(() => ''), rows: counts, full: false }, of }
}
/** The same rows under words that follow from theirs. */
export function* recoded(
  { codes, words, rows }: Coded,
  wordOf: (word: string, code: number) => string,
  emptyToo = false,
): Work<Coded> {
  const made = ['']
  const counts = [0]
  const known = new Map([['', 0]])
  const next = Uint32Array.from(words, (word, from) => {
    const own = word === '' && !emptyToo ? '' : wordOf(word, from)
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
