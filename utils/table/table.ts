import { keysOf, type Column as Stored, type Columns, type KeptRecord } from '@/utils/cache/columns'
import { isDelta } from '@/utils/cache/delta'
import { kindOf, type KindName } from '@/utils/kinds'
import type { Noted } from '@/utils/notes/note'
import type { KindRecord, Source } from '@/utils/records'
import type { CodedColumn } from './coded-column'
import { Fields, type Column } from './fields'
import { KeyIndex } from './key-index'
import { LongColumn } from './long-column'
import type { Marks } from './marks'
import { ownColumns } from './own-words'
import { envelope, hasAny, Shelf, storedIn } from './shelf'
import { rankOf, Slots, type Part } from './slots'

export type { Column } from './fields'

/** A segment of the cache as it is now; without columns, one that is no more. */
export interface Change {
  scope: string
  part: number
  columns?: Columns
}
/** Slots there are at first. */
const atFirst = 1024

/**
 * All rows of one account and kind in memory, field by field, at a quarter of what objects take.
 */
export class Table {
  /** Raised with every change. */
  version = 0
  rows = 0
  account = ''
  readonly #columns = new Fields(atFirst)
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
  readonly #slots = new Slots(atFirst, (capacity) => {
    this.#columns.grow(capacity)
    this.#shelf?.grow(capacity)
  })

  constructor(readonly kind: KindName) {}

  /** Of live rows a 1. */
  get live(): Marks {
    return this.#slots.live
  }
  /** Slots there is room for: what is indexed by slot has this length. */
  get capacity(): number {
    return this.#slots.capacity
  }
  names(): string[] {
    const fields = this.#shelf?.names() ?? this.#columns.names()
    return [...fields, ...this.#own.keys()].filter((name) => !name.startsWith('$'))
  }
  column(name: string): Column | undefined {
    this.#lay(name)
    return this.#columns.get(name) ?? this.#own.get(name)
  }
  /** Whether any row has a value in a field. */
  isUsed(name: string): boolean {
    const used = this.#columns.isUsed(name, this.live)
    if (used !== undefined) return used
    const own = this.#own.get(name)
    if (own) return own.codes.some((code) => code !== 0)
    const standing = this.#shelf?.standing(this.#slots.used) ?? []
    return standing.some(({ columns, rows }) => {
      const stored = storedIn(columns, name)
      return stored !== undefined && hasAny(stored, rows)
    })
  }
  keyOf(slot: number): string | undefined {
    if (this.#shelf) return this.live[slot] === 1 ? this.#shelf.keyOf(slot) : undefined
    const value = this.#columns.at(this.#keyField ?? envelope.key, slot)
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
    if (this.#shelf) {
      const stored = this.#shelf.row(slot) ?? {}
      return Object.assign(
        stored,
        this.#ownWords(slot),
        this.#aged && this.#statusOf(slot),
      ) as KeptRecord
    }
    const record: KindRecord = this.#ownWords(slot)
    for (const [name, column] of this.#columns) {
      const value = name.startsWith('$') ? undefined : column.at(slot)
      if (value !== undefined) record[name] = value
    }
    const about = (name: string) => this.#columns.at(name, slot)
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

  #statusOf(slot: number): KindRecord {
    const status = this.#columns.at('status', slot)
    return status === undefined ? {} : { status }
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
    if (this.#slots.used === 0) this.#shelf ??= new Shelf(this.capacity)
    if (!this.#shelf || this.#laid.size > 0) return this.apply(changes)
    const count = changes.reduce((sum, { columns }) => sum + (columns?.length ?? 0), 0)
    for (const change of changes)
      if (change.columns) this.#put(change.columns, change, this.#shelf, count * of)
    this.version += 1
  }
  #put(columns: Columns, part: Part, shelf: Shelf, room: number): void {
    const own = this.#slots.numberOf(part)
    this.account = columns.account
    // Of segments that are no deltas none has a row of another.
    const index = isDelta(part) ? this.#indexed(Math.max(room, this.rows)) : undefined
    if (!index) this.#index = undefined
    shelf.add(columns, (key) => {
      const slot = index?.give(key(), this.#slots.used) ?? this.#slots.used
      if (slot === this.#slots.used) {
        this.#slots.take()
        this.live[slot] = 1
        this.rows += 1
      }
      this.#slots.own(slot, own)
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
    for (const { columns, slots, rows } of this.#shelf.standing(this.#slots.used)) {
      const stored = storedIn(columns, name)
      count += slots.length
      if (!stored) continue
      this.#columns.write(name, stored, slots, rows, this.#isLong(name))
      this.#columns.uncrowd(name, count)
    }
  }

  /**
   * Brings the table up to what some segments hold now; all that one commit changed belongs into one call, because rows move
   * between segments.
   */
  apply(changes: readonly Change[]): void {
    while (this.settle());
    const touched = changes.map((change) => this.#slots.numberOf(change))
    // Rows of these parts go unless one of them still has them.
    const loose = this.#slots.of(touched)
    const order = changes.map((change, at) => ({ change, own: touched[at]! }))
    // What a later delta says of a row stands.
    order.sort((a, b) => rankOf(a.change) - rankOf(b.change))
    for (const { change, own } of order) if (change.columns) this.#renew(change.columns, own, loose)
    this.#remove(loose)
    this.#columns.clean()
    this.#layOwn()
    this.version += 1
  }

  /**
   * What is over by a moment (epoch ms) has the status that it has then, until its segment is written again. Looked at
   * once a minute, and after every change.
   */
  age(now: number): void {
    const { over, expires = '' } = kindOf(this.kind)
    const minute = Math.floor(now / 60_000)
    if (!over || (this.#aged?.version === this.version && this.#aged.minute === minute)) return
    const status = this.column('status')
    const ends = this.column(expires)
    if (status?.type === 'text' && ends?.type === 'number') {
      const still = Uint8Array.from([undefined, ...status.words], (word = '') =>
        Number(over.while.includes(word)),
      )
      const before = this.version
      for (let slot = 0; slot < this.#slots.used; slot += 1) {
        if (this.live[slot] !== 1 || still[status.codes[slot]!] !== 1) continue
        if (!(ends.values[slot]! <= now)) continue
        status.set(slot, over.becomes)
        this.version = before + 1
      }
    }
    this.#aged = { version: this.version, minute }
  }
  /** When that was done last. */
  #aged: { version: number; minute: number } | undefined

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
    for (let slot = 0; slot < this.#slots.used; slot += 1)
      if (this.live[slot] === 1) index.add(this.keyOf(slot) ?? '', slot)
    return (this.#index = index)
  }

  #renew(columns: Columns, own: number, loose: Marks): void {
    this.account = columns.account
    this.#settleKey(columns)
    const keys = keysOf(columns)
    const index = this.#indexed()
    const rank = this.#slots.rankOf(own)
    const slots = new Uint32Array(keys.length)
    const rows = new Uint32Array(keys.length)
    const fresh: number[] = []
    const old: number[] = []
    let count = 0
    keys.forEach((each, row) => {
      let slot = index.find(each)
      if (slot < 0) {
        slot = this.#slots.take()
        fresh.push(row, slot)
      } else {
        const owner = this.#slots.ownerOf(slot)
        const held = loose[slot] !== 1 && owner !== own
        // An older copy, left behind where a delta says better.
        if (held && this.#slots.rankOf(owner) > rank) return
        old.push(slot)
        if (slot < loose.length) loose[slot] = 0
      }
      this.#slots.own(slot, own)
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
    for (const name of this.#columns.names()) this.#columns.uncrowd(name, this.rows)
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
    this.#columns.clear(old, written)
    for (const [name, stored] of written)
      this.#columns.write(name, stored, slots, rows, this.#isLong(name))
  }

  #remove(loose: Marks): void {
    const gone: number[] = []
    for (let slot = 0; slot < loose.length; slot += 1) if (loose[slot] === 1) gone.push(slot)
    if (gone.length === 0) return
    const index = this.#indexed()
    for (const slot of gone) {
      index.remove(this.keyOf(slot) ?? '')
      this.#slots.free(slot)
    }
    this.#columns.clear(Uint32Array.from(gone))
    this.rows -= gone.length
  }

  /** The key is a field of every row until a segment comes where it is not. */
  #settleKey({ keys }: Columns): void {
    if (this.#columns.size === 0 && typeof keys === 'string') this.#keyField = keys
    if (this.#keyField === undefined || this.#keyField === keys) return
    const own = new LongColumn(this.capacity)
    for (let slot = 0; slot < this.#slots.used; slot += 1)
      if (this.live[slot] === 1) own.set(slot, this.keyOf(slot))
    this.#columns.set(envelope.key, own)
    this.#keyField = undefined
  }

  /** Keys are all different, as aliases are. */
  #isLong(name: string): boolean {
    const keyField = this.#shelf ? this.#shelf.keyField() : this.#keyField
    return name === keyField || name === envelope.key || name === envelope.alias
  }
}
