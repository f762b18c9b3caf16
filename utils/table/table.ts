import { keysOf, type Column as Stored, type Columns, type KeptRecord } from '@/utils/cache/columns'
import { isDelta } from '@/utils/cache/delta'
import type { KindName } from '@/utils/kinds'
import type { Noted } from '@/utils/notes/note'
import type { KindRecord, Source } from '@/utils/records'
import { CodedColumn } from './coded-column'
import { KeyIndex } from './key-index'
import { LongColumn } from './long-column'
import { noMarks, type Marks } from './marks'
import { ownColumns } from './own-words'
import { FlagColumn, NumberColumn } from './plain-columns'
import { envelope, hasAny, listed, Shelf, storedIn } from './shelf'

export type Column = CodedColumn | LongColumn | NumberColumn | FlagColumn

/** A segment of the cache as it is now; without columns, one that is no more. */
export interface Change {
  scope: string
  part: number
  columns?: Columns
}
interface Part {
  scope: string
  part: number
}

/** Texts that repeat less than this are kept as long texts. */
const crowded = 4096
const share = 0.3

/**
 * All rows of one account and kind in memory, field by field, at a quarter of what objects take. A row keeps its slot as
 * long as it is there; slots of rows that went are given to new ones.
 */
export class Table {
  /** Of live rows a 1. */
  live: Marks = noMarks(1024)
  /** Raised with every change. */
  version = 0
  rows = 0
  account = ''
  readonly #columns = new Map<string, Column>()
  /** Where rows stand until all columns are laid. */
  #shelf: Shelf | undefined
  readonly #laid = new Set<string>()
  /** Of the user's own words; made anew with every change, because rows move. */
  #own: ReadonlyMap<string, CodedColumn> = new Map()
  #notes: { notes: readonly Noted[]; customers: ReadonlyMap<string, string> } | undefined
  /** Made when a key is first looked for: a table that is only shown does without. */
  #index: KeyIndex | undefined
  /** The field that is the key of every row; own column where a source shows none. */
  #keyField: string | undefined
  /** Which part a row stands in, as an index into `#parts`. */
  #owners = new Uint32Array(1024)
  readonly #parts: Part[] = []
  readonly #numbers = new Map<string, number>()
  readonly #free: number[] = []
  #used = 0

  constructor(readonly kind: KindName) {}

  /** Slots there is room for: what is indexed by slot has this length. */
  get capacity(): number {
    return this.live.length
  }
  names(): string[] {
    const fields = this.#shelf?.names() ?? this.#columns.keys()
    return [...fields, ...this.#own.keys()].filter((name) => !name.startsWith('$'))
  }
  column(name: string): Column | undefined {
    this.#lay(name)
    return this.#columns.get(name) ?? this.#own.get(name)
  }
  /** Whether any row has a value in a field. */
  isUsed(name: string): boolean {
    const column = this.#columns.get(name) ?? this.#own.get(name)
    if (column instanceof CodedColumn) return column.codes.some((code) => code !== 0)
    if (column) return this.live.some((live, slot) => live === 1 && column.at(slot) !== undefined)
    const standing = this.#shelf?.standing(this.#used) ?? []
    return standing.some(({ columns, rows }) => {
      const stored = storedIn(columns, name)
      return stored !== undefined && hasAny(stored, rows)
    })
  }
  keyOf(slot: number): string | undefined {
    if (this.#shelf) return this.live[slot] === 1 ? this.#shelf.keyOf(slot) : undefined
    const value = this.#columns.get(this.#keyField ?? envelope.key)?.at(slot)
    return value === undefined ? undefined : String(value)
  }
  /** @returns -1 where there is none */
  slotOf(wanted: string): number {
    return this.#indexed().find(wanted)
  }

  /** One row as the cache hands it out. */
  row(slot: number): KeptRecord | undefined {
    const own = this.keyOf(slot)
    if (this.live[slot] !== 1 || own === undefined) return undefined
    if (this.#shelf)
      return Object.assign(this.#shelf.row(slot) ?? {}, this.#ownWords(slot)) as KeptRecord
    const record: KindRecord = this.#ownWords(slot)
    for (const [name, column] of this.#columns) {
      const value = name.startsWith('$') ? undefined : column.at(slot)
      if (value !== undefined) record[name] = value
    }
    const about = (name: string) => this.#columns.get(name)?.at(slot)
    const [goneAt, alias, customerRef] = [
      about(envelope.goneAt),
      about(envelope.alias),
      about(envelope.customerRef),
    ]
    return Object.assign(record, {
      $: {
        account: this.account,
        key: own,
        source: about(envelope.source) as Source,
        observedAt: about(envelope.observedAt) as number,
        ...(goneAt === undefined ? {} : { goneAt: goneAt as number }),
        ...(alias === undefined ? {} : { alias: alias as string }),
        ...(customerRef === undefined ? {} : { customerRef: customerRef as string }),
      },
    }) as KeptRecord
  }

  #ownWords(slot: number): KindRecord {
    const words: KindRecord = {}
    for (const [name, column] of this.#own) {
      const word = column.word(slot)
      if (word !== undefined) words[name] = word
    }
    return words
  }

  /**
   * Takes in what the cache holds when it is read for the first time, piece by piece, before anything else is asked: a row
   * stands in one segment, or in one and in deltas, which come last. Its columns are laid one by one, when they are asked for
   * or by `settle`.
   * @param of so many pieces of about this size
   */
  load(changes: readonly Change[], of = 1): void {
    if (this.#used === 0) this.#shelf ??= new Shelf(this.capacity)
    if (!this.#shelf || this.#laid.size > 0) return this.apply(changes)
    const count = changes.reduce((sum, { columns }) => sum + (columns?.length ?? 0), 0)
    for (const change of changes)
      if (change.columns) this.#put(change.columns, change, this.#shelf, count * of)
    this.version += 1
  }
  #put(columns: Columns, part: Part, shelf: Shelf, room: number): void {
    const own = this.#numberOf(part)
    this.account = columns.account
    // Of segments that are no deltas none has a row of another.
    const index = isDelta(part) ? this.#indexed(Math.max(room, this.rows)) : undefined
    if (!index) this.#index = undefined
    shelf.add(columns, (key) => {
      const slot = index?.give(key(), this.#used) ?? this.#used
      if (slot === this.#used) {
        this.#take()
        this.live[slot] = 1
        this.rows += 1
      }
      this.#owners[slot] = own
      return slot
    })
  }

  /** Lays the next column that is not yet laid. @returns false once there is none */
  settle(): boolean {
    const next = this.#unlaid().next()
    if (next.done === true) this.#clear()
    else this.#lay(next.value)
    return next.done !== true
  }
  *#unlaid(): Generator<string, void> {
    if (!this.#shelf) return
    const keys = this.#shelf.keyField() === undefined ? [envelope.key] : []
    const about = [envelope.source, envelope.observedAt, envelope.goneAt]
    const rest = [envelope.alias, envelope.customerRef]
    for (const name of [...this.#shelf.names(), ...keys, ...about, ...rest])
      if (!this.#laid.has(name)) yield name
  }
  #clear(): void {
    if (this.#shelf) this.#keyField = this.#shelf.keyField()
    this.#shelf = undefined
  }
  #lay(name: string): void {
    if (!this.#shelf || this.#laid.has(name)) return
    if (name === envelope.key && this.#shelf.keyField() !== undefined) return
    this.#laid.add(name)
    let count = 0
    for (const { columns, slots, rows } of this.#shelf.standing(this.#used)) {
      const stored = storedIn(columns, name)
      count += slots.length
      if (!stored) continue
      writeInto(this.#columnFor(name, stored), slots, rows ? picked(stored, rows) : stored)
      this.#uncrowd(name, count)
    }
  }

  /**
   * Brings the table up to what some segments hold now; all that one commit changed belongs into one call, because rows move
   * between segments.
   */
  apply(changes: readonly Change[]): void {
    while (this.settle());
    const touched = changes.map((change) => this.#numberOf(change))
    const loose = this.#loosen(new Set(touched))
    const order = changes.map((change, at) => ({ change, own: touched[at]! }))
    // What a later delta says of a row stands.
    order.sort((a, b) => rankOf(a.change) - rankOf(b.change))
    for (const { change, own } of order) if (change.columns) this.#renew(change.columns, own, loose)
    this.#remove(loose)
    for (const column of this.#columns.values())
      if (column.type === 'text' || column.type === 'json') column.clean()
    this.#layOwn()
    this.version += 1
  }

  /**
   * Lays the user's own words beside the rows, whatever segments come afterwards.
   * @param notes on rows of this table
   * @param customers what the user calls a customer, by id
   */
  note(notes: readonly Noted[], customers: ReadonlyMap<string, string>): void {
    this.#notes = { notes, customers }
    this.#layOwn()
    this.version += 1
  }
  #layOwn(): void {
    if (!this.#notes || this.rows === 0) return
    this.#own = ownColumns(this, this.#notes.notes, this.#notes.customers)
  }

  #indexed(room = this.rows): KeyIndex {
    if (this.#index) return this.#index
    const index = new KeyIndex((slot) => this.keyOf(slot), room)
    for (let slot = 0; slot < this.#used; slot += 1)
      if (this.live[slot] === 1) index.add(this.keyOf(slot) ?? '', slot)
    return (this.#index = index)
  }

  /** Rows of these parts: they go unless one of the changed parts still has them. */
  #loosen(parts: ReadonlySet<number>): Marks {
    const loose = noMarks(this.capacity)
    if (this.rows === 0) return loose
    const changed = new Uint8Array(this.#parts.length)
    for (const part of parts) changed[part] = 1
    for (let slot = 0; slot < this.#used; slot += 1)
      if (this.live[slot] === 1 && changed[this.#owners[slot]!] === 1) loose[slot] = 1
    return loose
  }

  #renew(columns: Columns, own: number, loose: Marks): void {
    this.account = columns.account
    this.#settleKey(columns)
    const keys = keysOf(columns)
    const index = this.#indexed()
    const rank = rankOf(this.#parts[own]!)
    const slots = new Uint32Array(keys.length)
    const rows = new Uint32Array(keys.length)
    const fresh: number[] = []
    const old: number[] = []
    let count = 0
    keys.forEach((each, row) => {
      let slot = index.find(each)
      if (slot < 0) {
        slot = this.#take()
        fresh.push(row, slot)
      } else {
        const owner = this.#owners[slot]!
        const held = loose[slot] !== 1 && owner !== own
        // An older copy, left behind where a delta says better.
        if (held && rankOf(this.#parts[owner]!) > rank) return
        old.push(slot)
        if (slot < loose.length) loose[slot] = 0
      }
      this.#owners[slot] = own
      slots[count] = slot
      rows[count] = row
      count += 1
    })
    const target = slots.subarray(0, count)
    const from = count === keys.length ? undefined : rows.subarray(0, count)
    this.#write(columns, target, from, Uint32Array.from(old))
    for (let at = 0; at < fresh.length; at += 2) {
      const slot = fresh[at + 1]!
      this.live[slot] = 1
      index.add(keys[fresh[at]!]!, slot)
    }
    this.rows += fresh.length / 2
    for (const name of this.#columns.keys()) this.#uncrowd(name, this.rows)
  }

  #write(
    columns: Columns,
    slots: Uint32Array,
    rows?: Uint32Array,
    old: Uint32Array = new Uint32Array(),
  ): void {
    const written = new Map<string, Stored>(columns.fields.map((field) => [field.name, field]))
    for (const name of Object.values(envelope)) {
      const stored =
        name === envelope.key && this.#keyField !== undefined ? undefined : storedIn(columns, name)
      if (stored) written.set(name, stored)
    }
    for (const [name, column] of this.#columns) if (!written.has(name)) column.clear(old)
    for (const [name, stored] of written)
      writeInto(this.#columnFor(name, stored), slots, rows ? picked(stored, rows) : stored)
  }

  #remove(loose: Marks): void {
    const gone: number[] = []
    for (let slot = 0; slot < loose.length; slot += 1) if (loose[slot] === 1) gone.push(slot)
    if (gone.length === 0) return
    const index = this.#indexed()
    for (const slot of gone) {
      index.remove(this.keyOf(slot) ?? '')
      this.live[slot] = 0
      this.#free.push(slot)
    }
    const slots = Uint32Array.from(gone)
    for (const column of this.#columns.values()) column.clear(slots)
    this.rows -= gone.length
  }

  #take(): number {
    const free = this.#free.pop()
    if (free !== undefined) return free
    if (this.#used === this.capacity) {
      const capacity = Math.ceil((this.capacity * 1.5) / 4096) * 4096
      const live = noMarks(capacity)
      live.set(this.live)
      this.live = live
      const owners = new Uint32Array(capacity)
      owners.set(this.#owners)
      this.#owners = owners
      for (const column of this.#columns.values()) column.grow(capacity)
      this.#shelf?.grow(capacity)
    }
    return this.#used++
  }

  #numberOf({ scope, part }: Part): number {
    const id = `${part}|${scope}`
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.#parts.push({ scope, part }) - 1
    this.#numbers.set(id, number)
    return number
  }

  /** The key is a field of every row until a segment comes where it is not. */
  #settleKey({ keys }: Columns): void {
    if (this.#columns.size === 0 && typeof keys === 'string') this.#keyField = keys
    if (this.#keyField === undefined || this.#keyField === keys) return
    const own = new LongColumn(this.capacity)
    for (let slot = 0; slot < this.#used; slot += 1)
      if (this.live[slot] === 1) own.set(slot, this.keyOf(slot))
    this.#columns.set(envelope.key, own)
    this.#keyField = undefined
  }

  #columnFor(name: string, { type }: Stored): Column {
    const present = this.#columns.get(name)
    const fits = present && (present.type === type || (present.type === 'long' && type === 'text'))
    if (present && (fits || present.type === 'json')) return present
    const made = present ? this.#mixed(present) : this.#made(name, type)
    this.#columns.set(name, made)
    return made
  }
  #made(name: string, type: Stored['type']): Column {
    const { capacity } = this
    if (type === 'number') return new NumberColumn(capacity)
    if (type === 'flag') return new FlagColumn(capacity)
    const isKey = name === (this.#shelf ? this.#shelf.keyField() : this.#keyField)
    if (isKey || name === envelope.key || name === envelope.alias) return new LongColumn(capacity)
    return new CodedColumn(type, capacity)
  }
  /** Values of several types in one field are kept as JSON. */
  #mixed(column: Column): CodedColumn {
    const made = new CodedColumn('json', this.capacity)
    for (let slot = 0; slot < this.#used; slot += 1) {
      const value = column.at(slot)
      if (value !== undefined) made.set(slot, JSON.stringify(value))
    }
    return made
  }

  /** @param rows written so far */
  #uncrowd(name: string, rows: number): void {
    const column = this.#columns.get(name)
    if (column?.type !== 'text') return
    if (column.words.length < Math.max(crowded, rows * share)) return
    const long = new LongColumn(this.capacity)
    for (let slot = 0; slot < this.#used; slot += 1) long.set(slot, column.word(slot))
    this.#columns.set(name, long)
  }
}

/** Which of two copies of a row stands: that of the later delta, of any delta before another segment. */
const rankOf = (part: Part): number => (isDelta(part) ? part.part + 1 : 0)

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
