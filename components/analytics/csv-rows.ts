import Papa from 'papaparse'
import type { Field } from '@/utils/kinds/define'
import type { AnalyticsRow } from './api'

/**
 * Rows of one table as CSV, as the product exports it: lines of facts may stand above the header; columns are called as
 * the fields of the kind, in Chinese, in English or by their own names.
 * @throws SyntaxError where no line names two fields of the kind
 */
export function csvRows(kindFields: Readonly<Record<string, Field>>, text: string): AnalyticsRow[] {
  const { data: lines } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
  })
  const fields = fieldsByName(kindFields)
  const named = lines.findIndex(
    (line) => line.filter((cell) => fields.has(plain(cell))).length >= Math.min(2, line.length),
  )
  if (named < 0) throw new SyntaxError('no line names the columns')
  const columns = (lines[named] ?? []).map((cell) => fields.get(plain(cell)))
  return lines.slice(named + 1).map((line) => rowOf(line, columns))
}

type Named = readonly [name: string, field: Field]
function fieldsByName(fields: Readonly<Record<string, Field>>): Map<string, Named> {
  const names = new Map<string, Named>()
  for (const [name, field] of Object.entries(fields))
    for (const each of [name, ...field.zh, ...field.en])
      if (!names.has(plain(each))) names.set(plain(each), [name, field])
  return names
}
/** Without the zone that the product writes behind the names of times: its files are in console time. */
const plain = (text: string) =>
  text
    .trim()
    .replace(/\s*\(UTC\+8\)$/, '')
    .toLowerCase()

function rowOf(line: readonly string[], columns: readonly (Named | undefined)[]): AnalyticsRow {
  const row: Record<string, unknown> = Object.create(null)
  columns.forEach((named, at) => {
    // A mark before the text keeps spreadsheet programs from taking it for a formula.
    const cell = (line[at] ?? '').trim().replace(/^'(?=[=+\-@＝＋－＠'])/, '')
    const value = named && cell !== '' ? valueOf(named[1], cell) : undefined
    if (named && value !== undefined) row[named[0]] ??= value
  })
  return row
}

/** @returns undefined for what is no value of the field */
function valueOf(field: Field, cell: string): unknown {
  if (field.type === 'amount' || field.type === 'decimal')
    return /^-?\d+(\.\d+)?$/.exec(cell.replace(/,/g, ''))?.[0]
  if (field.type === 'rate') return rateOf(cell)
  if (field.type === 'time' || field.type === 'day-end') return momentOf(cell)
  if (field.type === 'count') return /^\d+$/.test(cell) ? Number(cell) : undefined
  if (field.type === 'choice') return slugOf(field, cell)
  if (field.type === 'month') return /^\d{4}-\d{2}$/.exec(cell)?.[0]
  return cell
}
function rateOf(cell: string): string | undefined {
  const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(cell) ?? []
  if (number === undefined || percent === '') return number
  const [whole = '', part = ''] = number.split('.')
  const digits = whole.padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`.replace(/^0+(?=\d)/, '')
}
/** Console time (UTC+8), in which the product writes its files. */
function momentOf(cell: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(cell)
  if (!parts) return undefined
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0))
  return Date.UTC(year, month - 1, day, hour - 8, minute, second)
}
function slugOf({ values = {} }: Field, cell: string): string | undefined {
  if (Object.hasOwn(values, cell)) return cell
  return Object.entries(values).find(([, { zh, en }]) =>
    [...zh, ...en].some((word) => plain(word) === plain(cell)),
  )?.[0]
}
