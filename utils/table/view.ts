import type { Language } from '@/utils/kinds/define'
import { CodedColumn } from './coded-column'
import { applyFilter, type Filter } from './filter'
import { both, countOf, either, noMarks, type Marks } from './marks'
import { orderOf, type Sort } from './order'
import { bind, parseQuery } from './query'
import { envelope } from './shelf'
import type { Table } from './table'
import { holding } from './words'

/** What of a table is shown, and how. */
export interface Spec {
  /** As typed: words and conditions of the query language. */
  text?: string
  /** Ids of customers whom the words name as well, by something that is not in the rows. */
  named?: readonly string[]
  filters?: readonly Filter[]
  sort?: readonly Sort[]
  /** Under a line for each value of a field whose values repeat. */
  group?: { field: string; closed?: readonly string[]; allClosed?: boolean }
  /** Rows under the row that this field names by its key. */
  tree?: string
  /** What the console no longer lists: left out unless asked for. */
  gone?: 'without' | 'with' | 'only'
  language: Language
}

/** A line of a group: what its rows have in common. */
export interface Group {
  /** As stored; absent for rows without a value. */
  value?: string
  rows: number
  /** Where its rows begin among `Lines.slots`. */
  start: number
}

export const groupBit = 0x8000_0000
export const childBit = 0x4000_0000
/** The slot, or the number of the group, of a line. */
export const numberBits = 0x3fff_ffff

/** Lines in the order shown: a slot each, with `childBit` where it stands under the one before; or `groupBit` and a group. */
export interface Lines {
  codes: Uint32Array<ArrayBuffer>
  groups: Group[]
  /** Of all rows that fit, in order, group by group. */
  slots: Uint32Array
  /** Rows that fit, shown or folded away. */
  rows: number
}

/** Looks at one table; keeps what is dear and still true from one look to the next. */
export class View {
  #version = -1
  #order: { by: string; slots: Uint32Array } | undefined
  #words = new Map<string, Marks>()

  constructor(readonly table: Table) {}

  /** @param now epoch ms, for conditions like `expires<30d` */
  lines(spec: Spec, now: number): Lines {
    const marks = this.fitting(spec, now)
    const { sort = [], group, tree, language } = spec
    const column = group && codedOf(this.table, group.field)
    const sorts = group && column ? [{ field: group.field }, ...sort] : sort
    const slots = selected(this.#ordered(sorts, language, now), marks)
    if (group && column) return grouped(slots, column, group)
    const codes = tree === undefined ? slots : nested(this.table, slots, marks, tree)
    return { codes, groups: [], slots, rows: slots.length }
  }

  /** Marks of the rows that fit. */
  fitting({ text = '', named = [], filters = [], gone = 'without' }: Spec, now: number): Marks {
    const { table } = this
    this.#refresh()
    const marks: Marks = table.live.slice()
    if (gone !== 'with')
      applyFilter(table, { field: envelope.goneAt, missing: gone === 'without' }, marks)
    const bound = bind(parseQuery(text), table.kind, now)
    if (!bound) return marks.fill(0)
    for (const filter of [...filters, ...bound.filters]) applyFilter(table, filter, marks)
    const ofNamed = named.length > 0 && bound.words.length > 0 ? marks.slice() : undefined
    for (const word of bound.words) both(marks, this.#holding(word))
    if (ofNamed) {
      applyFilter(table, { field: 'customerId', is: named }, ofNamed)
      either(marks, ofNamed)
    }
    return marks
  }

  /** How often each value of a field occurs among the rows that fit, the most frequent first. */
  values(field: string, spec: Spec, now: number): { value: string; rows: number }[] {
    const column = this.table.column(field)
    const marks = this.fitting(spec, now)
    const counts = new Map<string, number>()
    if (column instanceof CodedColumn) {
      const rows = new Uint32Array(column.words.length + 1)
      for (let slot = 0; slot < marks.length; slot += 1) rows[column.codes[slot]!]! += marks[slot]!
      column.words.forEach((word, index) => {
        const found = rows[index + 1]!
        if (found > 0) counts.set(word, found)
      })
    } else if (column)
      for (let slot = 0; slot < marks.length; slot += 1) {
        const value = marks[slot] === 1 ? column.at(slot) : undefined
        if (value !== undefined) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
      }
    return [...counts].map(([value, rows]) => ({ value, rows })).sort((a, b) => b.rows - a.rows)
  }

  #refresh(): void {
    if (this.#version === this.table.version) return
    this.#version = this.table.version
    this.#order = undefined
    this.#words.clear()
  }

  #ordered(sorts: readonly Sort[], language: Language, now: number): Uint32Array | undefined {
    if (sorts.length === 0) return undefined
    // An order that follows the clock is good for a minute.
    const minute = sorts.some(({ coming }) => coming) ? Math.floor(now / 60_000) : 0
    const by = JSON.stringify([sorts, language, minute])
    if (this.#order?.by !== by)
      this.#order = { by, slots: orderOf(this.table, sorts, language, now) }
    return this.#order.slots
  }

  /** A few words are remembered: one types at the end of the last. */
  #holding(word: string): Marks {
    const known = this.#words.get(word)
    if (known) return known
    const marks = noMarks(this.table.capacity)
    holding(this.table, word, marks)
    if (this.#words.size >= 4) this.#words.delete(this.#words.keys().next().value ?? '')
    this.#words.set(word, marks)
    return marks
  }
}

function selected(order: Uint32Array | undefined, marks: Marks): Uint32Array<ArrayBuffer> {
  const slots = new Uint32Array(countOf(marks))
  let count = 0
  if (order) {
    for (let at = 0; at < order.length; at += 1) {
      const slot = order[at]!
      if (marks[slot] === 1) slots[count++] = slot
    }
  } else
    for (let slot = 0; slot < marks.length; slot += 1) if (marks[slot] === 1) slots[count++] = slot
  return slots
}

/** A field by codes, also one whose values hardly repeat; numbers and flags are not grouped by. */
function codedOf(table: Table, field: string): CodedColumn | undefined {
  const column = table.column(field)
  if (column instanceof CodedColumn) return column
  if (column?.type !== 'long') return undefined
  const coded = new CodedColumn('text', table.capacity)
  for (let slot = 0; slot < table.capacity; slot += 1) {
    const word = column.at(slot)
    if (word !== undefined) coded.set(slot, word)
  }
  return coded
}

function grouped(
  slots: Uint32Array,
  column: CodedColumn,
  { closed = [], allClosed }: NonNullable<Spec['group']>,
): Lines {
  const shut = new Set(closed)
  const groups: Group[] = []
  const codes: number[] = []
  for (let at = 0; at < slots.length;) {
    const code = column.codes[slots[at]!]!
    const start = at
    while (at < slots.length && column.codes[slots[at]!] === code) at += 1
    const value = column.words[code - 1]
    // Of groups that stand closed those named are open, and the other way round.
    const folded = (allClosed === true) !== shut.has(value ?? '')
    codes.push((groupBit | groups.length) >>> 0)
    groups.push({
      ...(value === undefined ? {} : { value }),
      rows: at - start,
      start,
    })
    if (!folded) for (let row = start; row < at; row += 1) codes.push(slots[row]!)
  }
  return { codes: Uint32Array.from(codes), groups, slots, rows: slots.length }
}

/** Rows whose main row is shown too stand right under it; one level, as the console has it. */
function nested(
  table: Table,
  slots: Uint32Array,
  marks: Marks,
  field: string,
): Uint32Array<ArrayBuffer> {
  const column = table.column(field)
  if (!column) return Uint32Array.from(slots)
  const parentOf = (slot: number) => {
    const key = column.at(slot)
    const parent = key === undefined ? -1 : table.slotOf(String(key))
    return parent !== slot && parent >= 0 && marks[parent] === 1 ? parent : -1
  }
  const children = new Map<number, number[]>()
  const tops: number[] = []
  for (const slot of slots) {
    const parent = parentOf(slot)
    // What hangs on a row that hangs itself stands beside it, or circles would show nothing.
    if (parent < 0 || parentOf(parent) >= 0) tops.push(slot)
    else {
      const others = children.get(parent)
      if (others) others.push(slot)
      else children.set(parent, [slot])
    }
  }
  const codes = tops.flatMap((slot) => [
    slot,
    ...(children.get(slot) ?? []).map((child) => (child | childBit) >>> 0),
  ])
  return Uint32Array.from(codes)
}
