import { kindOf } from '@/utils/kinds'
import type { Site } from '@/utils/kinds/define'
import type { KindRecord } from '@/utils/records'
import type { Row } from './answer'
import { currencyOf } from './hosts'
import { packageParts } from './packages'
import { type ReadableName, type Reading, readings } from './readings'
import { isAbsent, readWire } from './values'

export interface Read {
  /** Personal values in full, as the source gave them: ingest writes them masked. */
  records: KindRecord[]
  /** Rows that do not fit, with a reason that names the field and no value. */
  rejected: { row: number; reason: string }[]
  /** Names of choices that came with a code nobody has told us: the field is left out, the row is kept. */
  unknownCodes: string[]
}

/** What is known of a listing besides its rows. */
export interface Told {
  site: Site
  /** What was asked for and is not said again in the rows: a customer, a month. */
  given?: KindRecord
  /** The answer's own word on the currency of all its rows. */
  currency?: unknown
}

/**
 * Rows of the open API as records, by the contract's names. An operation whose reading has `sums` needs `summed` over
 * the whole listing afterwards.
 */
export function readRows(name: ReadableName, rows: readonly unknown[], told: Told): Read {
  const reading: Reading = readings[name]
  const read: Read = { records: [], rejected: [], unknownCodes: [] }
  const unknown = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const record = recordOf(reading, row, told, unknown)
    if (typeof record === 'string') read.rejected.push({ row: index, reason: record })
    else read.records.push(record)
  }
  return { ...read, unknownCodes: [...unknown] }
}

/** @returns the record, or why there is none */
function recordOf(
  reading: Reading,
  row: unknown,
  told: Told,
  unknown: Set<string>,
): KindRecord | string {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'not an object'
  const kind = kindOf(reading.kind)
  const fixed = { ...told.given, ...reading.fixed }
  const record: KindRecord = { ...fixed }
  for (const [wire, field] of Object.entries(reading.fields)) {
    const value = valueAt(row as Row, wire)
    const declared = kind.fields[field]
    if (declared === undefined || isAbsent(value)) continue
    const found = readWire(declared, value, reading.setting)
    if (found !== undefined) record[field] = found
    else if (declared.type === 'choice') unknown.add(field)
    else return `${wire}: not of type ${declared.type}`
  }
  if ('currency' in kind.fields && record['currency'] === undefined) {
    const said = ['CNY', 'USD', 'EUR'].find((one) => one === told.currency)
    record['currency'] = said ?? currencyOf[told.site]
  }
  if (reading.kind === 'resourcePackage') Object.assign(record, packageParts(row as Row))
  // The rows of sums leave out a dimension that is the same for all; single records never their id.
  const missing = reading.sums === true ? [] : kind.key.filter((one) => record[one] === undefined)
  return missing.length > 0 && !standsIn(kind.fallback, record)
    ? `${missing[0] ?? ''}: missing`
    : record
}

/** Whether the fields that stand in for a key are all there. */
const standsIn = (fallback: readonly string[] | undefined, record: KindRecord): boolean =>
  fallback !== undefined &&
  fallback.every((names) =>
    names.split('|').some((one) => one === '*' || record[one] !== undefined),
  )

function valueAt(row: Row, path: string): unknown {
  const [first = '', rest] = path.split(/\.(.*)/s)
  if (rest === undefined) return row[first]
  const list = first.endsWith('[]')
  const inner = row[list ? first.slice(0, -2) : first]
  if (!list) return isObject(inner) ? inner[rest] : undefined
  if (!Array.isArray(inner)) return undefined
  return inner
    .filter(isObject)
    .map((one) => one[rest])
    .filter((one) => !isAbsent(one))
    .join('、')
}

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null
