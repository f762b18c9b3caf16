import type { Field, Fields, Kind } from '@/utils/kinds/define'
import type { FieldMapping, KindRecord, Table } from '@/utils/records'
import { currencyIn, unitBehind, type Currency } from './amounts'
import { exportPageOf, type Surroundings } from './context'
import { zoneOf } from './dates'
import { meaningsOf } from './dictionary'
import { cellHalves, itemKind, type Match } from './match'
import { isSum } from './sums'
import { isNothing, readValue, type Setting } from './values'

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
  const setting: Setting = { zone: zoneOf(table) }
  const given = givenBy(kind, around)
  const grain = kind.name === 'consumption' ? grainOf(matches) : undefined
  const plain = matches.filter(({ field }) => kind.fields[field]?.codesBy === undefined)
  const deciding = matches.filter(({ field }) => kind.fields[field]?.codesBy !== undefined)
  const amounts =
    'currency' in kind.fields
      ? matches.filter(({ field }) => kind.fields[field]?.type === 'amount')
      : []
  const rows: KindRecord[] = []
  const rejected: Mapped['rejected'] = []
  table.rows.forEach((cells, index) => {
    if (isSum(cells)) {
      rejected.push({ row: index, reason: 'sum of other rows' })
      return
    }
    const record: KindRecord = {}
    for (const match of plain) take(record, kind, match, cells, setting)
    for (const [field, value] of given) if (record[field] === undefined) record[field] = value
    for (const match of deciding) {
      const by = kind.fields[match.field]?.codesBy ?? ''
      const said = by === 'caller' ? around.caller : record[by]
      take(
        record,
        kind,
        match,
        cells,
        typeof said === 'string' ? { ...setting, deciding: said } : setting,
      )
    }
    if (grain !== undefined) record.grain = grain
    if (amounts.length > 0 && record.currency === undefined) {
      const currency = currencyOf(cells, amounts) ?? around.currency
      if (currency !== undefined) record.currency = currency
    }
    const reason = whyNot(kind, record)
    if (reason === undefined) rows.push(record)
    else rejected.push({ row: index, reason })
  })
  return { rows: kind.name === 'resourcePackage' ? gathered(rows, kind) : rows, rejected }
}

function take(
  record: KindRecord,
  kind: Kind<Fields>,
  { column, field, part }: Match,
  cells: readonly unknown[],
  setting: Setting,
): void {
  if (field.includes('.')) {
    takeItem(
      record,
      kind,
      { column, field, ...(part === undefined ? {} : { part }) },
      cells,
      setting,
    )
    return
  }
  const declared = kind.fields[field]
  const cell = part === undefined ? cells[column] : cellHalves(cells[column])?.[part]
  if (!declared || isNothing(cell)) return
  const value =
    declared.type === 'items'
      ? itemsOf(declared, cell, setting)
      : readValue(field, declared, cell, setting)
  if (value !== undefined) record[field] = value
}

/** A part of the one item a row is. */
function takeItem(
  record: KindRecord,
  kind: Kind<Fields>,
  { column, field, part }: Pick<Match, 'column' | 'field' | 'part'>,
  cells: readonly unknown[],
  setting: Setting,
): void {
  const [outer = '', name = ''] = field.split('.')
  const items = kind.fields[outer]
  const declared = items && itemKind(items).fields[name]
  const cell = part === undefined ? cells[column] : cellHalves(cells[column])?.[part]
  if (!declared || isNothing(cell)) return
  const value = readValue(name, declared, cell, setting)
  if (value === undefined) return
  const list = record[outer] as KindRecord[] | undefined
  const item: KindRecord = list?.[0] ?? {}
  item[name] = value
  const unit = declared.type === 'decimal' ? unitBehind(cell) : undefined
  if (unit !== undefined && item.unit === undefined) item.unit = unit
  if (!list) record[outer] = [item]
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

/** What the surroundings say for every row: month, year, billing, type, holder, page. */
function givenBy(
  kind: Kind<Fields>,
  { text, near, month, year }: Surroundings,
): [string, string][] {
  const given: [string, string][] = []
  const give = (field: string, value: string | undefined) => {
    if (field in kind.fields && value !== undefined) given.push([field, value])
  }
  const either = (first: RegExp, second: RegExp, slugs: [string, string], all: string) => {
    const [one, two] = [first.test(near), second.test(near)]
    if (one !== two) return one ? slugs[0] : slugs[1]
    const [wideOne, wideTwo] = [first.test(all), second.test(all)]
    return wideOne === wideTwo ? undefined : wideOne ? slugs[0] : slugs[1]
  }
  give('month', month)
  if (kind.name === 'incentive') give('cycle', month)
  if (kind.name === 'incentive') give('year', year)
  if (kind.name === 'resource') {
    give(
      'billing',
      either(
        /包年\/?包月|包周期|yearly|monthly|subscription|suscriptions|prepaid|cycle resource/,
        /按需|demand|pay per use|postpaid/,
        ['subscription', 'on-demand'],
        text,
      ),
    )
  }
  if (kind.name === 'coupon') {
    give('type', either(/代金券|voucher/, /现金券|flexi/, ['voucher', 'cash'], text))
    give(
      'holder',
      either(
        /已发放|issued|partner coupons|grant/,
        /userindex|usercenter|我的优惠券|my coupons|可使用|benefits coupons/,
        ['issued', 'own'],
        text,
      ),
    )
  }
  if (kind.name === 'couponQuota')
    give(
      'holder',
      either(/已发放|issued/, /代金券额度|现金券额度|coupon quotas query/, ['issued', 'own'], near),
    )
  if (kind.name === 'exportTask') give('page', exportPageOf(text))
  return given
}

const dimensions = [
  ['customer', ['customerId', 'customerName', 'accountName']],
  ['service', ['serviceType', 'serviceName']],
  ['chargeMode', ['chargeMode']],
  ['association', ['association']],
  ['manager', ['manager']],
] as const
/** The dimensions a row of a board is split by; where it names a customer, what belongs to the customer splits nothing. */
function grainOf(matches: readonly Match[]): string {
  const has = (fields: readonly string[]) => matches.some(({ field }) => fields.includes(field))
  const shown = dimensions.filter(([, fields]) => has(fields)).map(([name]) => name)
  const own = shown.includes('customer')
    ? shown.filter((name) => name !== 'association' && name !== 'manager')
    : shown
  return own.length === 0 ? '*' : own.join('+')
}

function currencyOf(cells: readonly unknown[], amounts: readonly Match[]): Currency | undefined {
  for (const { column } of amounts) {
    const cell = cells[column]
    if (typeof cell !== 'string' || !/[^\d.,\-\s]/.test(cell)) continue
    const currency = currencyIn(cell)
    if (currency !== undefined) return currency
  }
  return undefined
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

/** Rows that are one item of a package each become packages with their items. */
function gathered(rows: KindRecord[], kind: Kind<Fields>): KindRecord[] {
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
