import type { Field, Fields, Kind } from '@/utils/kinds/define'
import type { KindRecord, Table, Value } from '@/utils/records'
import { inHundredths, unitBehind } from './amounts'
import { dateFormOf } from './date-forms'
import { zoneOfHeader } from './dates'
import { meaningsOf } from './dictionary'
import { cellHalves, isTime, itemKind, type Match } from './match'
import { isNothing, readValue, sampleOf, type Setting } from './values'

/** Puts what one column says of a row into its record. */
export type Take = (record: KindRecord, cells: readonly unknown[], deciding?: string) => void

/** A reader of one column, made once a table. */
export function takerOf(kind: Kind<Fields>, match: Match, zone: number, table: Table): Take {
  const { column, field, part } = match
  const setting: Setting = { zone: zoneOfHeader(table.columns[column] ?? '') ?? zone }
  const cellOf =
    part === undefined
      ? (cells: readonly unknown[]) => cells[column]
      : (cells: readonly unknown[]) => cellHalves(cells[column])?.[part]
  if (field.includes('.')) return itemTaker(kind, field, cellOf, setting)
  const declared = kind.fields[field]
  if (!declared) return () => undefined
  if (declared.type === 'items')
    return (record, cells) => {
      const list = itemsOf(declared, cellOf(cells), setting)
      if (list) record[field] = list
    }
  if (isTime(declared)) {
    const values = sampleOf(table.rows, column).map((cell) =>
      part === undefined ? cell : cellHalves(cell)?.[part],
    )
    const dates = dateFormOf(values, table.context)
    if (dates) setting.dates = dates
  }
  if (declared.type === 'rate')
    setting.hundredths = inHundredths(sampleOf(table.rows, column), table.columns[column] ?? '')
  const read = readerOf(field, declared, setting)
  return (record, cells, deciding) => {
    const value = read(cellOf(cells), deciding)
    if (value !== undefined) record[field] = value
  }
}

type Read = (cell: unknown, deciding: string | undefined) => Value | undefined
const remembered = 2000
const few = new Set(['choice', 'currency', 'month'])

/** Reads a cell; values of columns that hold few different ones are read once. */
function readerOf(name: string, field: Field, setting: Setting): Read {
  const plainly: Read = (cell, deciding) =>
    isNothing(cell)
      ? undefined
      : readValue(name, field, cell, deciding === undefined ? setting : { ...setting, deciding })
  if (!few.has(field.type) && name !== 'serviceType' && name !== 'resourceType') return plainly
  const known = new Map<string, Map<unknown, Value | undefined>>()
  return (cell, deciding) => {
    const key = deciding ?? ''
    let values = known.get(key)
    if (!values) known.set(key, (values = new Map()))
    if (values.has(cell)) return values.get(cell)
    const value = plainly(cell, deciding)
    if (values.size < remembered) values.set(cell, value)
    return value
  }
}

/** A part of the one item a row is. */
function itemTaker(
  kind: Kind<Fields>,
  field: string,
  cellOf: (cells: readonly unknown[]) => unknown,
  setting: Setting,
): Take {
  const [outer = '', name = ''] = field.split('.')
  const items = kind.fields[outer]
  const declared = items && itemKind(items).fields[name]
  if (!declared) return () => undefined
  return (record, cells) => {
    const cell = cellOf(cells)
    const value = isNothing(cell) ? undefined : readValue(name, declared, cell, setting)
    if (value === undefined) return
    const list = record[outer] as KindRecord[] | undefined
    const item: KindRecord = list?.[0] ?? {}
    item[name] = value
    const unit = declared.type === 'decimal' ? unitBehind(cell) : undefined
    if (unit !== undefined && item.unit === undefined) item.unit = unit
    if (!list) record[outer] = [item]
  }
}

function itemsOf(field: Field, cell: unknown, setting: Setting): KindRecord[] | undefined {
  if (!Array.isArray(cell)) return undefined
  const inner = itemKind(field)
  const list: KindRecord[] = []
  for (const each of cell as unknown[]) {
    if (typeof each !== 'object' || each === null) continue
    const item: KindRecord = {}
    for (const [key, value] of Object.entries(each)) {
      const [meaning] = meaningsOf(inner, key)
      const declared = meaning && inner.fields[meaning.field]
      if (!meaning || !declared || isNothing(value) || item[meaning.field] !== undefined) continue
      const read = readValue(meaning.field, declared, value, setting)
      if (read !== undefined) item[meaning.field] = read
    }
    if (Object.keys(item).length > 0) list.push(item)
  }
  return list.length > 0 ? list : undefined
}
