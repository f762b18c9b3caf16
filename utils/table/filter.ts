import { compareDecimals } from '@/utils/analytics/sums'
import { kindOf } from '@/utils/kinds'
import type { Value } from '@/utils/records'
import type { CodedColumn } from './coded-column'
import { both, noMarks, type Marks } from './marks'
import type { Column, Table } from './table'
import { holding } from './words'

export type Operator = '<' | '<=' | '>' | '>='
/** One condition on the rows of a table; fields by name, or `$observedAt`, `$source`, `$customerRef`; `$key` for `is` alone. */
export type Filter =
  /** One of these values, compared as texts. */
  | { field: string; is: readonly string[] }
  /** The value holds the text, in one of the fields; choices by their words in both languages. */
  | { fields: readonly string[]; has: string }
  /** Times and counts by number, decimals exactly, other texts by their letters. What is absent never fits. */
  | { field: string; op: Operator; than: number | string }
  | { field: string; missing: boolean }
  /** At least one of these. */
  | { any: readonly Filter[] }

/** Takes the marks of rows away that do not fit. */
export function applyFilter(table: Table, filter: Filter, marks: Marks): void {
  if ('has' in filter) {
    const found = noMarks(marks.length)
    holding(table, filter.has.toLowerCase(), found, [...filter.fields])
    both(marks, found)
    return
  }
  if ('any' in filter) {
    const found = noMarks(marks.length)
    for (const each of filter.any) {
      const own: Marks = marks.slice()
      applyFilter(table, each, own)
      for (let slot = 0; slot < found.length; slot += 1) found[slot]! |= own[slot]!
    }
    both(marks, found)
    return
  }
  if (filter.field === '$key' && 'is' in filter) {
    const slots = new Set(filter.is.map((key) => table.slotOf(key)))
    for (let slot = 0; slot < marks.length; slot += 1) if (!slots.has(slot)) marks[slot] = 0
    return
  }
  const column = table.column(filter.field)
  if (!column) {
    if (!('missing' in filter && filter.missing)) marks.fill(0)
    return
  }
  const type = kindOf(table.kind).fields[filter.field]?.type
  const fits = testOf(filter, type === 'amount' || type === 'decimal' || type === 'rate')
  keep(column, fits, marks)
}

type Test = (value: Value | undefined) => boolean

function testOf(
  filter: Exclude<Filter, { has: string } | { any: readonly Filter[] }>,
  decimal: boolean,
): Test {
  if ('missing' in filter) return (value) => (value === undefined) === filter.missing
  if ('is' in filter) {
    const wanted = new Set(filter.is)
    return (value) => value !== undefined && wanted.has(String(value))
  }
  const { op, than } = filter
  const compare = (value: Value) => {
    if (typeof value === 'number') return value - Number(than)
    const [left, right] = [String(value), String(than)]
    if (decimal) return isDecimal(left) ? compareDecimals(left, right) : Number.NaN
    return left < right ? -1 : left > right ? 1 : 0
  }
  return (value) => value !== undefined && holds(compare(value), op)
}

const isDecimal = (text: string) => /^[+-]?\d+(\.\d+)?$/.test(text)
function holds(difference: number, op: Operator): boolean {
  if (op === '<') return difference < 0
  if (op === '<=') return difference <= 0
  return op === '>' ? difference > 0 : difference >= 0
}

function keep(column: Column, fits: Test, marks: Marks): void {
  if (column.type === 'text' || column.type === 'json') {
    column.keep(marks, codesThat(column, fits))
    return
  }
  if (column.type === 'flag') {
    const wanted = Uint8Array.from([undefined, false, true], (value) => Number(fits(value)))
    for (let slot = 0; slot < marks.length; slot += 1) marks[slot]! &= wanted[column.values[slot]!]!
    return
  }
  for (let slot = 0; slot < marks.length; slot += 1)
    if (marks[slot] === 1 && !fits(column.at(slot))) marks[slot] = 0
}

const codesThat = (column: CodedColumn, fits: Test): Uint8Array =>
  Uint8Array.from([undefined, ...column.words], (word) =>
    Number(fits(word === undefined || column.type === 'text' ? word : (JSON.parse(word) as Value))),
  )
