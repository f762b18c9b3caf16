import {
  keyAt,
  keysOf,
  rowAt,
  type Column as Stored,
  type Columns,
  type KeptRecord,
} from '@/utils/cache/columns'

/** Beside the fields: what the envelope says of a row, under names no field has. */
export const envelope = {
  observedAt: '$observedAt',
  goneAt: '$goneAt',
  source: '$source',
  key: '$key',
  alias: '$alias',
  customerRef: '$customerRef',
} as const

/** A segment and where its rows stand; without `rows`, all of them in order. */
export interface Shelved {
  columns: Columns
  slots: Uint32Array
  rows?: Uint32Array
}

interface Piece {
  columns: Columns
  row: (row: number) => KeptRecord
  key: (row: number) => string
}

/**
 * Segments as they were read, before their values are laid into the columns of a table: what is shown first are a few rows
 * of a hundred thousand, in the order of one field.
 */
export class Shelf {
  readonly #pieces: Piece[] = []
  /** Of each slot, which piece has its row, and where in it. */
  #pieceOf: Uint32Array
  #rowIn: Uint32Array
  #standing: Shelved[] | undefined

  constructor(capacity: number) {
    this.#pieceOf = new Uint32Array(capacity)
    this.#rowIn = new Uint32Array(capacity)
  }
  grow(capacity: number): void {
    const [pieceOf, rowIn] = [new Uint32Array(capacity), new Uint32Array(capacity)]
    pieceOf.set(this.#pieceOf)
    rowIn.set(this.#rowIn)
    this.#pieceOf = pieceOf
    this.#rowIn = rowIn
  }

  /**
   * @param slotFor the slot of a row by its key; one that another piece had is this one's from now on
   */
  add(columns: Columns, slotFor: (key: () => string) => number): void {
    const key = keyAt(columns)
    const piece = this.#pieces.push({ columns, row: rowAt(columns), key }) - 1
    let row = 0
    const own = () => key(row)
    for (; row < columns.length; row += 1) {
      const slot = slotFor(own)
      this.#pieceOf[slot] = piece
      this.#rowIn[slot] = row
    }
    this.#standing = undefined
  }

  row(slot: number): KeptRecord | undefined {
    return this.#pieces[this.#pieceOf[slot]!]?.row(this.#rowIn[slot]!)
  }
  keyOf(slot: number): string | undefined {
    return this.#pieces[this.#pieceOf[slot]!]?.key(this.#rowIn[slot]!)
  }

  /** The one field that is the key in every piece. */
  keyField(): string | undefined {
    const [first, ...others] = new Set(this.#pieces.map(({ columns }) => columns.keys))
    return others.length === 0 && typeof first === 'string' ? first : undefined
  }
  names(): string[] {
    const all = this.#pieces.flatMap(({ columns }) => columns.fields.map(({ name }) => name))
    return [...new Set(all)]
  }

  /** The rows of each piece that no later one has. @param used slots in use: all below it */
  standing(used: number): Shelved[] {
    if (this.#standing) return this.#standing
    const counts = new Uint32Array(this.#pieces.length)
    const places = this.#pieces.map(({ columns }) => ({
      columns,
      slots: new Uint32Array(columns.length),
      rows: new Uint32Array(columns.length),
    }))
    for (let slot = 0; slot < used; slot += 1) {
      const piece = this.#pieceOf[slot]!
      const { slots, rows } = places[piece]!
      const count = counts[piece]!
      slots[count] = slot
      rows[count] = this.#rowIn[slot]!
      counts[piece] = count + 1
    }
    return (this.#standing = places.map(({ columns, slots, rows }, piece) => {
      const count = counts[piece]!
      const whole = count === columns.length && rows.every((row, at) => row === at)
      return whole
        ? { columns, slots }
        : { columns, slots: slots.subarray(0, count), rows: rows.subarray(0, count) }
    }))
  }
}

/** What a segment says of one field, or of the envelope; undefined where it says nothing. */
export function storedIn(columns: Columns, name: string): Stored | undefined {
  const { source, observedAt, goneAt, aliases, customerRefs } = columns
  if (name === envelope.source) return source
  if (name === envelope.observedAt) return { type: 'number', values: observedAt }
  if (name === envelope.goneAt) return goneAt && { type: 'number', values: goneAt }
  if (name === envelope.key) return listed(keysOf(columns))
  if (name === envelope.alias) return aliases && listed(aliases)
  if (name === envelope.customerRef) return customerRefs && listed(customerRefs)
  return columns.fields.find((field) => field.name === name)
}

/** Whether any of these rows has a value. */
export function hasAny(stored: Stored, rows: Uint32Array | undefined): boolean {
  const { values, none } =
    stored.type === 'number'
      ? { values: stored.values, none: Number.NaN }
      : { values: stored.type === 'flag' ? stored.values : stored.codes, none: 0 }
  const length = rows?.length ?? values.length
  for (let at = 0; at < length; at += 1)
    if (!Object.is(values[rows ? rows[at]! : at], none)) return true
  return false
}

/** Texts that do not repeat; '' stands for none. */
export function listed(words: readonly string[]): Stored {
  const dictionary: string[] = []
  const codes = Uint32Array.from(words, (word) => (word === '' ? 0 : dictionary.push(word)))
  return { type: 'text', dictionary, codes }
}
