import { kindOf, type KindName } from '@/utils/kinds'
import type { Field } from '@/utils/kinds/define'
import type { Value } from '@/utils/records'
import type { CodedColumn } from './coded-column'
import type { Marks } from './marks'
import type { Column, Table } from './table'

/** Dates are shown and searched in Beijing time, as the console shows them. */
const zoneMs = 8 * 3_600_000
const dateWord = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/
const timed = (field: Field | undefined) => field?.type === 'time' || field?.type === 'day-end'
/** For our own bookkeeping: found by nobody. */
const unsearched = new Set(['grain', 'downloadUrl', 'downloadId'])

/**
 * Marks the rows of which a value holds the word, whatever its case: ids, names and masked forms as they are, choices by
 * their words in both languages, times by their day or month.
 * @param word in lower case, without white space
 * @param fields of these only
 */
export function holding(table: Table, word: string, marks: Marks, fields = table.names()): void {
  const long: Column[] = []
  for (const name of fields) {
    const column = table.column(name)
    const field = kindOf(table.kind).fields[name]
    if (!column || unsearched.has(name)) continue
    if (column.type === 'long') long.push(column)
    else if (column.type === 'text' || column.type === 'json') {
      const wanted = codesHolding(column, table.kind, name, word)
      if (wanted) column.mark(marks, wanted)
    } else if (column.type === 'number' && timed(field)) markDay(column.values, word, marks)
  }
  for (const column of long) if (column.type === 'long') column.search(word, marks)
}

/** By code a 1 where the word of the dictionary holds the text; undefined where none does. */
export function codesHolding(
  column: CodedColumn,
  kind: KindName,
  name: string,
  word: string,
): Uint8Array | undefined {
  const field = kindOf(kind).fields[name]
  const texts = column.derived('search', (words) =>
    words.map((each) => searched(field, column, each)),
  )
  const wanted = new Uint8Array(texts.length + 1)
  let any = false
  texts.forEach((text, index) => {
    if (!text.includes(word)) return
    wanted[index + 1] = 1
    any = true
  })
  return any ? wanted : undefined
}

/** What of a value can be found, in lower case. */
function searched(field: Field | undefined, column: CodedColumn, word: string): string {
  const names = field?.values?.[word]
  if (names) return [word, names.zh[0], names.en[0]].join('\n').toLowerCase()
  if (column.type === 'text') return word.toLowerCase()
  return textsIn(JSON.parse(word) as Value)
    .join('\n')
    .toLowerCase()
}

const textsIn = (value: unknown): string[] =>
  value instanceof Object ? Object.values(value).flatMap(textsIn) : [String(value)]

function markDay(values: Float64Array, word: string, marks: Marks): void {
  const window = dayOf(word)
  if (!window) return
  const [from, to] = window
  for (let slot = 0; slot < marks.length; slot += 1)
    if (values[slot]! >= from && values[slot]! < to) marks[slot] = 1
}

/** The day `2029-03-01` or the month `2029-03` in Beijing, as epoch milliseconds; the end is not part of it. */
export function dayOf(word: string): [from: number, to: number] | undefined {
  const [, year, month, day] = dateWord.exec(word) ?? []
  if (year === undefined || month === undefined) return undefined
  const at = (months: number, days: number) =>
    Date.UTC(Number(year), Number(month) - 1 + months, Number(day ?? 1) + days) - zoneMs
  return day === undefined ? [at(0, 0), at(1, 0)] : [at(0, 0), at(0, 1)]
}
