import type { Value } from '@/utils/records'
import { keysOf, type Column, type Columns, type KeptRecord } from './columns'
import { equal } from './merge'

/**
 * Writes rows over those of the same key in the columns, in place: much cheaper than encoding a segment anew where only
 * a few rows, or only their age, have changed.
 * @param before the rows as they stand in the columns, by key
 * @returns false where a change does not fit; the columns must be encoded anew then
 */
export function patch(
  columns: Columns,
  rows: readonly KeptRecord[],
  before: (key: string) => KeptRecord | undefined,
): boolean {
  const keys = keysOf(columns)
  return rows.every((row) => {
    const index = keys.indexOf(row.$.key)
    const old = before(row.$.key)
    return index >= 0 && old !== undefined && patchRow(columns, index, row, old)
  })
}

function patchRow(columns: Columns, index: number, row: KeptRecord, old: KeptRecord): boolean {
  const { source, observedAt, goneAt, alias } = row.$
  if (alias !== old.$.alias || row.$.customerRef !== old.$.customerRef) return false
  if (goneAt !== undefined) columns.goneAt ??= new Float64Array(columns.length).fill(Number.NaN)
  if (columns.goneAt) columns.goneAt[index] = goneAt ?? Number.NaN
  columns.observedAt[index] = observedAt
  if (source !== old.$.source && !set(columns.source, index, source)) return false
  for (const name of new Set([...Object.keys(row), ...Object.keys(old)])) {
    if (name === '$' || equal(row[name], old[name])) continue
    const field = columns.fields.find((each) => each.name === name)
    if (!field || name === columns.keys || !set(field, index, row[name])) return false
  }
  return true
}

function set(column: Column, index: number, value: Value | undefined): boolean {
  if (column.type === 'number') {
    if (value !== undefined && typeof value !== 'number') return false
    column.values[index] = value ?? Number.NaN
    return true
  }
  if (column.type === 'flag') {
    if (value !== undefined && typeof value !== 'boolean') return false
    column.values[index] = value === undefined ? 0 : value ? 2 : 1
    return true
  }
  if (value === undefined) {
    column.codes[index] = 0
    return true
  }
  if (column.type === 'text' && typeof value !== 'string') return false
  return write(column, index, column.type === 'text' ? String(value) : JSON.stringify(value))
}

/** Room for words that no row uses any more; beyond it the segment is encoded anew, without them. */
const spare = 64

function write(column: Column & { type: 'text' | 'json' }, index: number, text: string): boolean {
  const { dictionary, codes } = column
  let code = dictionary.indexOf(text) + 1
  if (code === 0) {
    code = dictionary.length + 1
    if (code >= 256 ** codes.BYTES_PER_ELEMENT || code > codes.length + spare) return false
    dictionary.push(text)
  }
  codes[index] = code
  return true
}
