import type { Row } from './chart-data'

/** A text field: row `at` says `dictionary[codes[at] - 1]`, where a word may stand twice; 0 and '' say nothing. */
export interface SegmentColumn {
  dictionary: readonly string[]
  codes: ArrayLike<number>
}
/** Some rows, field by field; a row is made when somebody looks at it. */
export interface Segment {
  length: number
  /** @returns undefined where no row has a text there */
  column(field: string): SegmentColumn | undefined
  row(at: number): Row
}

interface Kept {
  segments: readonly Segment[]
  fill(): readonly Row[]
}
const kept = new WeakMap<readonly Row[], Kept>()

/** Rows of segments as a list: their number costs nothing, one by its place is made alone, with all else all are. */
export function rowsOfSegments(segments: readonly Segment[]): readonly Row[] {
  const starts: number[] = []
  let length = 0
  for (const each of segments) {
    starts.push(length)
    length += each.length
  }
  const rows: Row[] = []
  rows.length = length
  const make = (at: number) => {
    const own = starts.findLastIndex((start) => start <= at)
    return segments[own]!.row(at - starts[own]!)
  }
  let left = true
  const fill = () => {
    if (!left) return rows
    segments.forEach((segment, own) => {
      for (let at = 0; at < segment.length; at++) rows[starts[own]! + at] ??= segment.row(at)
    })
    left = false
    return rows
  }
  const list = new Proxy(rows, {
    get(_, name) {
      const at = typeof name === 'string' ? Number(name) : Number.NaN
      if (Number.isInteger(at) && at >= 0 && at < length) return (rows[at] ??= make(at))
      // What asks whether it is a promise, or something of Vue's, does not look at rows.
      if (name !== 'length' && name in Array.prototype) fill()
      return Reflect.get(rows, name) as unknown
    },
    has: (_, name) => Reflect.has(fill(), name),
    ownKeys: () => Reflect.ownKeys(fill()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(fill(), name),
  })
  kept.set(list, { segments, fill })
  return list
}
/** The segments a list was made of; undefined for a list of rows. */
export const segmentsOf = (rows: readonly Row[]): readonly Segment[] | undefined =>
  kept.get(rows)?.segments
/** All rows, made once: quicker to go through than the list. */
export const madeRows = (rows: readonly Row[]): readonly Row[] => kept.get(rows)?.fill() ?? rows
