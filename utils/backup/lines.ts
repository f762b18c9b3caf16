import type { Columns } from '@/utils/cache/columns'
import type { TableName } from '@/utils/cache/database'
import { RestoreError, type Row } from './types'

/* A backup is a text of lines, a row of a table each; typed arrays stand in it as base64. */

const arrays = { Uint8Array, Uint16Array, Uint32Array, Float64Array } as const
type ArrayName = keyof typeof arrays
/** No row of ours has a field of this name. */
const mark = '\u0000array'

const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

export function lineOf({ table, row }: Row): string {
  const text = JSON.stringify([table, row], (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    return { [mark]: value.constructor.name, bytes: toBase64(bytes) }
  })
  return `${text}\n`
}

/** @throws RestoreError `damaged` for what is no line of ours */
export function rowOf(line: string): Row {
  try {
    const [table, row] = JSON.parse(line, (_, value: unknown) => {
      const name = (value as Record<string, unknown> | null)?.[mark]
      if (typeof name !== 'string') return value
      const { buffer } = fromBase64(String((value as { bytes: unknown }).bytes))
      return new arrays[name as ArrayName](buffer)
    }) as [TableName, Row['row']]
    if (!isSound(table, row)) throw new RestoreError('damaged')
    return { table, row } as Row
  } catch (error) {
    throw error instanceof RestoreError ? error : new RestoreError('damaged', { cause: error })
  }
}

/** What must be there before a row can stand in its table. */
const keys: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  segments: ['account', 'kind', 'scope'],
  marks: ['account', 'key'],
  reminders: ['id', 'account', 'taskKey'],
  accounts: ['key', 'site'],
  settings: ['id'],
  health: ['id'],
  meta: ['id'],
}
function isSound(table: TableName, row: unknown): boolean {
  const fields = keys[table]
  if (!fields || !(row instanceof Object)) return false
  const values = row as Record<string, unknown>
  if (fields.some((field) => typeof values[field] !== 'string')) return false
  return table !== 'segments' || (Number.isInteger(values.part) && isWhole(values.columns))
}

/** Every column as long as the segment, every code in its dictionary. */
function isWhole(value: unknown): boolean {
  const { length, keys: named, source, observedAt, fields, ...rest } = Object(value) as Columns
  const lists = [named, rest.aliases, rest.customerRefs].filter((each) => Array.isArray(each))
  if (!Number.isInteger(length) || !Array.isArray(fields) || !source) return false
  if (observedAt?.length !== length || lists.some((each) => each?.length !== length)) return false
  if (typeof named === 'string' && !fields.some(({ name }) => name === named)) return false
  return [...fields, source].every((column) => {
    if (column.type === 'number' || column.type === 'flag') return column.values?.length === length
    if (!Array.isArray(column.dictionary) || column.codes?.length !== length) return false
    return column.codes.every((code) => code <= column.dictionary.length)
  })
}
