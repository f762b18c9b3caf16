import type { Field, Fields, Kind } from '@/utils/kinds/define'
import type { KindRecord, Table, Value } from '@/utils/records'
import { inHundredths, unitBehind } from './amounts'
import { dateFormOf } from './date-forms'
import { zoneOfHeader } from './dates'
import { meaningsOf } from './dictionary'
import type { Match } from './candidate'
import { cellHalves, isTime, itemKind } from './match'
import { moved, scaleOf } from './scale'
import { usualReader, type Usual } from './usual'
import { isNothing, readValue, sampleOf, sampleRows, type Setting } from './values'

/** What one column says of a row. Made once a table; plain in form, because it runs once a cell. */
export interface Reader {
  column: number
  field: string
  /** The short way, for the form nearly every cell has; where it says nothing, `read` does. */
  usual?: Usual
  /** @param deciding value of the field that decides what codes mean */
  read: (cell: unknown, deciding?: string) => Value | undefined
  /** For a part of the one item a row is: puts it there. */
  put?: (record: KindRecord, cell: unknown) => void
}

/** The reader of one column; undefined for a field the kind has not. */
export function readerOf(
  kind: Kind<Fields>,
  match: Match,
  zone: number,
  table: Table,
): Reader | undefined {
  const { column, field, part } = match
  const setting: Setting = { zone: zoneOfHeader(table.columns[column] ?? '') ?? zone }
  const whole = wholeReader(kind, match, setting, table)
  if (!whole) return undefined
  if (part === undefined) return { column, field, ...whole }
  const { read, put } = whole
  return {
    column,
    field,
    read: (cell, deciding) => read(cellHalves(cell)?.[part], deciding),
    ...(put
      ? { put: (record: KindRecord, cell: unknown) => put(record, cellHalves(cell)?.[part]) }
      : {}),
  }
}

function wholeReader(
  kind: Kind<Fields>,
  { column, field, part }: Match,
  setting: Setting,
  table: Table,
): Pick<Reader, 'usual' | 'read' | 'put'> | undefined {
  if (field.includes('.')) {
    const put = itemPutter(kind, field, setting)
    return put && { read: () => undefined, put }
  }
  const declared = kind.fields[field]
  if (!declared) return undefined
  if (declared.type === 'items') return { read: (cell) => itemsOf(declared, cell, setting) }
  if (isTime(declared)) {
    const values = sampleOf(sampleRows(table), column).map((cell) =>
      part === undefined ? cell : cellHalves(cell)?.[part],
    )
    const dates = dateFormOf(values, table.context)
    if (dates) setting.dates = dates
  }
  if (declared.type === 'rate')
    setting.hundredths = inHundredths(
      sampleOf(sampleRows(table), column),
      table.columns[column] ?? '',
    )
  const by =
    declared.type === 'amount' ? scaleOf(table.columns[column] ?? '', table.context.caption) : 0
  if (by !== 0) return { read: inMainUnit(valueReader(field, declared, setting), by) }
  const usual = usualReader(field, declared, setting)
  return { read: valueReader(field, declared, setting), ...(usual ? { usual } : {}) }
}

const inMainUnit =
  (read: Reader['read'], by: number): Reader['read'] =>
  (cell) => {
    const amount = read(cell)
    return typeof amount === 'string' ? moved(amount, by) : amount
  }

const remembered = 2000
const few = new Set(['choice', 'currency', 'month'])
const ofFew = new Set(['serviceType', 'resourceType', 'serviceName', 'resourceTypeName'])

/** Reads a cell; values of columns that hold few different ones are read once. */
function valueReader(name: string, field: Field, setting: Setting): Reader['read'] {
  const wholly: Reader['read'] = (cell, deciding) =>
    isNothing(cell)
      ? undefined
      : readValue(name, field, cell, deciding === undefined ? setting : { ...setting, deciding })
  if (!few.has(field.type) && !ofFew.has(name)) return wholly
  const plain = new Map<unknown, Value | undefined>()
  const known = new Map<string, Map<unknown, Value | undefined>>()
  return (cell, deciding) => {
    let values = deciding === undefined ? plain : known.get(deciding)
    if (!values) known.set(deciding ?? '', (values = new Map()))
    let value = values.get(cell)
    if (value === undefined && !values.has(cell)) {
      value = wholly(cell, deciding)
      if (values.size < remembered) values.set(cell, value)
    }
    return value
  }
}

/** A part of the one item a row is. */
function itemPutter(kind: Kind<Fields>, field: string, setting: Setting): Reader['put'] {
  const [outer = '', name = ''] = field.split('.')
  const items = kind.fields[outer]
  const declared = items && itemKind(items).fields[name]
  if (!declared) return undefined
  return (record, cell) => {
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
