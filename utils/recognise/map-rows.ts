import type { Fields, Kind } from '@/utils/kinds/define'
import type { FieldMapping, KindRecord, Table } from '@/utils/records'
import { currencyIn, type Currency } from './amounts'
import { takerOf } from './columns'
import type { Surroundings } from './context'
import { zoneOf } from './dates'
import { givenBy, grainOf, pageOfName } from './given'
import type { Match } from './match'
import { isSum } from './sums'
import { sampleOf } from './values'

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
  for (let index = 0; index < table.rows.length; index++) {
    const record = read(table.rows[index] ?? [])
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
  const zone = zoneOf(table)
  const given = givenBy(kind, around)
  const grain = kind.name === 'consumption' ? grainOf(matches) : undefined
  const taker = (match: Match) => takerOf(kind, match, zone, table)
  const decides = ({ field }: Match) => kind.fields[field]?.codesBy
  const plain = matches.filter((match) => decides(match) === undefined).map(taker)
  const deciding = matches
    .filter((match) => decides(match) !== undefined)
    .map((match) => ({ take: taker(match), by: decides(match) ?? '' }))
  const currency = currencyReader(kind, table, matches)
  return (cells) => {
    if (isSum(cells)) return 'sum of other rows'
    const record: KindRecord = {}
    for (const take of plain) take(record, cells)
    for (const [field, value] of given) if (record[field] === undefined) record[field] = value
    for (const { take, by } of deciding) {
      const said = by === 'caller' ? around.caller : record[by]
      take(record, cells, typeof said === 'string' ? said : undefined)
    }
    if (grain !== undefined) record.grain = grain
    if (record.page === 'unknown') record.page = pageOfName(record.name)
    if (currency) {
      const said = currency(cells) ?? record.currency ?? around.currency
      if (said !== undefined) record.currency = said
    }
    return whyNot(kind, record) ?? record
  }
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
  const marked = amounts.filter(({ column }) =>
    sampleOf(table.rows, column).some((cell) => typeof cell === 'string' && currencyIn(cell)),
  )
  return (cells) => {
    for (const { column } of marked) {
      const cell = cells[column]
      const currency = typeof cell === 'string' ? currencyIn(cell) : undefined
      if (currency !== undefined) return currency
    }
    return undefined
  }
}

/** Why a row is no record: what of its identity is missing. Sum rows have none. */
function whyNot(kind: Kind<Fields>, record: KindRecord): string | undefined {
  const missing = kind.key.filter((field) => record[field] === undefined)
  if (missing.length === 0) return undefined
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
