import type { Fields, Kind } from '@/utils/kinds/define'
import type { FieldMapping, KindRecord, Table } from '@/utils/records'
import { currencyIn, type Currency } from './amounts'
import { builderOf } from './build'
import { readerOf } from './columns'
import type { Surroundings } from './context'
import { zoneOf } from './dates'
import { givenBy, grainOf, pageOfName } from './given'
import type { Match } from './candidate'
import { columnsReader, type ColumnsReader } from './read-columns'
import { isNote, isSum } from './sums'
import { eachRow, sampleOf, sampleRows } from './values'

export interface Mapped {
  rows: KindRecord[]
  rejected: { row: number; reason: string }[]
}

/** Reads every row by the chosen columns; values are as read, personal ones still in full. */
export function mapRows(
  kind: Kind<Fields>,
  table: Table,
  matches: readonly Match[],
  around: Surroundings,
): Mapped {
  const read = rowReader(kind, table, matches, around)
  const rows: KindRecord[] = []
  const rejected: Mapped['rejected'] = []
  const { count, row } = eachRow(table)
  for (let index = 0; index < count; index++) {
    const record = read(row(index))
    if (typeof record === 'string') rejected.push({ row: index, reason: record })
    else rows.push(record)
  }
  return { rows: gathered(rows, kind), rejected }
}

/** Reads one row: its record, or why it is none. */
export type RowReader = (cells: readonly unknown[]) => KindRecord | string

/**
 * A reader for rows with the columns of a table, which need not be the table's own.
 * @param table its rows say how its columns write dates and shares
 */
export function rowReader(
  kind: Kind<Fields>,
  table: Table,
  matches: readonly Match[],
  around: Surroundings,
): RowReader {
  const { readers, currency, constants } = readersOf(kind, table, matches, around)
  const parts = readers.filter(({ put }) => put)
  const build = builderOf(kind, readers, around, constants)
  return (cells) => {
    if (isSum(cells)) return 'sum of other rows'
    if (isNote(cells)) return `missing ${kind.key.join(', ')}`
    const record = build(cells)
    for (const { put, column } of parts) put?.(record, cells[column])
    if (record.page === 'unknown') record.page = pageOfName(record.name)
    const said = currency?.(cells)
    if (said !== undefined) record.currency = said
    return isKeyed(kind, record) ? record : (whyNot(kind, record) ?? record)
  }
}

/** The same for many rows at once; undefined where a record is put together from several cells or rows. */
export function manyRowsReader(
  kind: Kind<Fields>,
  table: Table,
  matches: readonly Match[],
  around: Surroundings,
): ColumnsReader | undefined {
  const { readers, currency, constants } = readersOf(kind, table, matches, around)
  if (kind.name === 'exportTask' || kind.name === 'resourcePackage') return undefined
  if (readers.some(({ put }) => put)) return undefined
  const { caller } = around
  return columnsReader(kind, readers, {
    constants,
    caller,
    currency,
    whyNot: (record) => whyNot(kind, record),
  })
}

function readersOf(
  kind: Kind<Fields>,
  table: Table,
  matches: readonly Match[],
  around: Surroundings,
) {
  const zone = zoneOf(table)
  const readers = matches
    .map((match) => readerOf(kind, match, zone, table))
    .filter((reader) => reader !== undefined)
  const currency = currencyReader(kind, table, matches)
  const constants = constantsOf(kind, matches, around, namesReseller(table, matches))
  if (currency && around.currency) constants.currency = around.currency
  if (kind.name === 'resource' && haveEnds(table, matches)) constants.billing ??= 'subscription'
  return { readers, currency, constants }
}

function namesReseller(table: Table, matches: readonly Match[]): boolean {
  const reseller = matches.find(({ field }) => field === 'resellerId' || field === 'resellerName')
  return reseller !== undefined && sampleOf(sampleRows(table), reseller.column, 1).length > 0
}

/** What is the same for every row that does not say otherwise. */
function constantsOf(
  kind: Kind<Fields>,
  matches: readonly Match[],
  around: Surroundings,
  resold: boolean,
): KindRecord {
  const constants: KindRecord = {}
  for (const [field, value] of givenBy(kind, around, resold)) constants[field] ??= value
  if (kind.name === 'consumption') constants.grain = grainOf(matches)
  return constants
}

/** Each row has an end and a code for what comes after it, which is more than a zero nobody set: on-demand has neither. */
function haveEnds(table: Table, matches: readonly Match[]): boolean {
  const columnOf = (name: string) => matches.find(({ field }) => field === name)?.column
  const [policy, end] = [columnOf('expiryPolicy'), columnOf('expiresAt')]
  if (policy === undefined || end === undefined || columnOf('billing') !== undefined) return false
  const rows = sampleRows(table)
  const codes = sampleOf(rows, policy, rows.length).map(String)
  return (
    codes.length === rows.length &&
    sampleOf(rows, end, rows.length).length === rows.length &&
    codes.every((code) => /^[0-5]$/.test(code)) &&
    codes.some((code) => code !== '0')
  )
}

/**
 * What the cells of amounts say of their currency, where a table has amounts at all.
 * @returns undefined for kinds and tables without amounts
 */
function currencyReader(
  kind: Kind<Fields>,
  table: Table,
  matches: readonly Match[],
): ((cells: readonly unknown[]) => Currency | undefined) | undefined {
  if (!('currency' in kind.fields)) return undefined
  const amounts = matches.filter(({ field }) => kind.fields[field]?.type === 'amount')
  if (amounts.length === 0) return undefined
  const sample = sampleRows(table)
  const marked = amounts.filter(({ column }) =>
    sampleOf(sample, column).some((cell) => typeof cell === 'string' && currencyIn(cell)),
  )
  if (marked.length === 0) return () => undefined
  return (cells) => {
    for (const { column } of marked) {
      const cell = cells[column]
      const currency = typeof cell === 'string' ? currencyIn(cell) : undefined
      if (currency !== undefined) return currency
    }
    return undefined
  }
}

function isKeyed({ key }: Kind<Fields>, record: KindRecord): boolean {
  for (const field of key) if (record[field] === undefined) return false
  return true
}

/** Why a row is no record: what of its identity is missing. Sum rows have none. */
function whyNot(kind: Kind<Fields>, record: KindRecord): string | undefined {
  const missing = kind.key.filter((field) => record[field] === undefined)
  const fallback = kind.fallback ?? []
  const absent = fallback.filter(
    (each) => !each.split('|').some((field) => field === '*' || record[field] !== undefined),
  )
  if (fallback.length > 0 && absent.length === 0) return undefined
  return `missing ${missing.join(', ')}`
}

/** Rows that are one item of a package each become packages with their items; rows of other kinds stay as they are. */
export function gathered(rows: KindRecord[], kind: Kind<Fields>): KindRecord[] {
  if (kind.name !== 'resourcePackage') return rows
  const field = Object.values(kind.fields).find(({ type }) => type === 'items')
  if (!field) return rows
  const packages = new Map<string, KindRecord>()
  for (const row of rows) {
    const id = String(row.packageId)
    const known = packages.get(id)
    if (!known) packages.set(id, row)
    else if (Array.isArray(known.items) && Array.isArray(row.items))
      known.items = [...(known.items as KindRecord[]), ...(row.items as KindRecord[])]
  }
  return [...packages.values()]
}

/** The mapping as the teach view and the health view show it. */
export function shownMapping(matches: readonly Match[]): FieldMapping[] {
  return matches
    .map(({ column, field, confidence }) => ({
      column,
      field,
      confidence: Math.round(confidence * 100) / 100,
    }))
    .sort((a, b) => a.column - b.column)
}
