import type { Column as Stored } from '@/utils/cache/columns'
import { CodedColumn } from './coded-column'
import { LongColumn } from './long-column'
import type { Marks } from './marks'
import { FlagColumn, NumberColumn } from './plain-columns'
import { listed } from './shelf'

export type Column = CodedColumn | LongColumn | NumberColumn | FlagColumn

/** Texts that repeat less than this are kept as long texts. */
const crowded = 4096
const share = 0.3

/** The fields of a table, each as the column that suits its values; places in it are slots. */
export class Fields {
  readonly #columns = new Map<string, Column>()

  constructor(public capacity: number) {}

  get size(): number {
    return this.#columns.size
  }
  get(name: string): Column | undefined {
    return this.#columns.get(name)
  }
  set(name: string, column: Column): void {
    this.#columns.set(name, column)
  }
  names(): string[] {
    return [...this.#columns.keys()]
  }
  [Symbol.iterator](): Iterator<[string, Column]> {
    return this.#columns.entries()
  }
  at(name: string, slot: number): ReturnType<Column['at']> {
    return this.#columns.get(name)?.at(slot)
  }
  /** Whether any live row has a value in a field; undefined where there is no such field. */
  isUsed(name: string, live: Marks): boolean | undefined {
    const column = this.#columns.get(name)
    if (column instanceof CodedColumn) return column.codes.some((code) => code !== 0)
    return column && live.some((each, slot) => each === 1 && column.at(slot) !== undefined)
  }

  grow(capacity: number): void {
    this.capacity = capacity
    for (const column of this.#columns.values()) column.grow(capacity)
  }
  /** Takes the values out of some slots, of all fields but those named. */
  clear(slots: Uint32Array, except?: { has(name: string): boolean }): void {
    for (const [name, column] of this.#columns) if (!except?.has(name)) column.clear(slots)
  }
  /** Lets go of words that no row has any more. */
  clean(): void {
    for (const column of this.#columns.values())
      if (column.type === 'text' || column.type === 'json') column.clean()
  }

  /**
   * Writes a column of a segment.
   * @param slots where its rows go
   * @param rows which of its rows, in the order of the slots; all of them by default
   * @param isLong of texts that are hardly ever the same
   */
  write(
    name: string,
    stored: Stored,
    slots: Uint32Array,
    rows: Uint32Array | undefined,
    isLong: boolean,
  ): void {
    writeInto(this.#columnFor(name, stored, isLong), slots, rows ? picked(stored, rows) : stored)
  }

  /**
   * Turns words that hardly ever repeat into long texts.
   * @param rows written so far
   */
  uncrowd(name: string, rows: number): void {
    const column = this.#columns.get(name)
    if (column?.type !== 'text') return
    if (column.words.length < Math.max(crowded, rows * share)) return
    const long = new LongColumn(this.capacity)
    for (let slot = 0; slot < this.capacity; slot += 1) long.set(slot, column.word(slot))
    this.#columns.set(name, long)
  }

  #columnFor(name: string, { type }: Stored, isLong: boolean): Column {
    const present = this.#columns.get(name)
    const fits = present && (present.type === type || (present.type === 'long' && type === 'text'))
    if (present && (fits || present.type === 'json')) return present
    const made = present ? this.#mixed(present) : this.#made(type, isLong)
    this.#columns.set(name, made)
    return made
  }
  #made(type: Stored['type'], isLong: boolean): Column {
    if (type === 'number') return new NumberColumn(this.capacity)
    if (type === 'flag') return new FlagColumn(this.capacity)
    return isLong ? new LongColumn(this.capacity) : new CodedColumn(type, this.capacity)
  }
  /** Values of several types in one field are kept as JSON. */
  #mixed(column: Column): CodedColumn {
    const made = new CodedColumn('json', this.capacity)
    for (let slot = 0; slot < this.capacity; slot += 1) {
      const value = column.at(slot)
      if (value !== undefined) made.set(slot, JSON.stringify(value))
    }
    return made
  }
}

/** The same column with some of its rows only. */
function picked(stored: Stored, rows: Uint32Array): Stored {
  if (stored.type === 'number')
    return { type: 'number', values: Float64Array.from(rows, (row) => stored.values[row]!) }
  if (stored.type === 'flag')
    return { type: 'flag', values: Uint8Array.from(rows, (row) => stored.values[row]!) }
  const { type, dictionary } = stored
  return { type, dictionary, codes: Uint32Array.from(rows, (row) => stored.codes[row]!) }
}

function writeInto(column: Column, slots: Uint32Array, stored: Stored): void {
  if (column.type === 'number' && stored.type === 'number') column.write(slots, stored)
  else if (column.type === 'flag' && stored.type === 'flag') column.write(slots, stored)
  else if (column.type === 'long' && stored.type === 'text') column.write(slots, stored)
  else if (column.type === 'text' && stored.type === 'text') column.write(slots, stored)
  else if (column.type === 'json') column.write(slots, asJson(stored))
}

function asJson(stored: Stored): Stored & { type: 'json' } {
  if (stored.type === 'json') return stored as Stored & { type: 'json' }
  if (stored.type === 'text')
    return {
      type: 'json',
      dictionary: stored.dictionary.map((word) => JSON.stringify(word)),
      codes: stored.codes,
    }
  const texts =
    stored.type === 'number'
      ? Array.from(stored.values, (value) => (Number.isNaN(value) ? '' : String(value)))
      : Array.from(
          (stored as Stored & { type: 'flag' }).values,
          (value) => ['', 'false', 'true'][value]!,
        )
  return { ...listed(texts), type: 'json' } as Stored & { type: 'json' }
}
