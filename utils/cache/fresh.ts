import { kindOf, type KindName } from '@/utils/kinds'
import type { KindRecord, Value } from '@/utils/records'
import { segmentRows } from './catalogue'
import { column, type Columns } from './columns'
import { deltaScope, isScattered } from './delta'
import { mayHaveRef, plainKeyOf } from './identity'
import { keeping, type Keeping } from './keeping'
import type { Shelf } from './shelf'
import type { Laid, Observation } from './types'

/** Rows below which a segment of their own would be too small, and the way by rows is quick enough. */
const fewest = 200

/** The way in for many rows that nobody has seen yet. */
export interface ManyAtOnce {
  keysOf(observation: Observation): string[] | undefined
  lay(shelf: Shelf, observation: Observation, keys: readonly string[]): Laid | undefined
}

/** Where rows of a piece go, and their places in the observation. */
interface Piece {
  scope: string
  rows: readonly number[]
}

/**
 * The keys of a large observation that need no hash; undefined where one does, where a row's owner does, or where there
 * are too few rows to be worth it.
 */
function plainKeysOf({ kind, records }: Observation): string[] | undefined {
  if (records.length < fewest || kind === 'exportTask') return undefined
  const plainKey = plainKeyOf(kind)
  const owned = 'accountName' in kindOf(kind).fields
  const keys: string[] = []
  for (const record of records) {
    const key = plainKey(record)
    if (key === undefined || (owned && mayHaveRef(kind, record))) return undefined
    keys.push(key)
  }
  return keys
}

/**
 * Rows none of which was ever seen, as at a first sync: they are laid as columns at once, without an object a row, as
 * there is nothing to merge them with.
 * @returns undefined with nothing done where one of them is known, or comes twice, or where they are few to a segment
 */
function layFresh(
  shelf: Shelf,
  observation: Observation,
  keys: readonly string[],
): Laid | undefined {
  const { kind, records } = observation
  const { where, aliases } = shelf.catalogue
  if (keys.some((key) => where.has(key) || aliases.has(key))) return undefined
  const own = new Set(keys)
  const pieces = own.size === keys.length ? piecesOf(shelf, kind, records) : undefined
  if (!pieces) return undefined
  const fields = Object.entries(kindOf(kind).fields)
  const keepings = fields.map(([name, field]) => ({ name, ...keeping(field) }))
  for (const { scope, rows } of pieces)
    shelf.append(scope, columnsOf(observation, keys, keepings, rows))
  return { changed: records.length, keys: own, renamed: new Map() }
}

/** The segments to be: of one scope each, or deltas; undefined where they would be small, or one has room for them. */
function piecesOf(
  { catalogue }: Shelf,
  kind: KindName,
  records: readonly KindRecord[],
): Piece[] | undefined {
  const { scope } = kindOf(kind)
  const rowsOf = new Map<string, number[]>()
  records.forEach((record, row) => {
    const value = scope === undefined ? '' : String(record[scope] ?? '')
    const rows = rowsOf.get(value)
    if (rows) rows.push(row)
    else rowsOf.set(value, [row])
  })
  const groups: Iterable<[string, number[]]> = isScattered(records.length, rowsOf.size)
    ? [[deltaScope, records.map((_, row) => row)]]
    : rowsOf
  const pieces: Piece[] = []
  for (const [value, rows] of groups) {
    const last = catalogue.lastOf(value)
    if (last && last.count > 0 && last.count < segmentRows) return undefined
    for (let at = 0; at < rows.length; at += segmentRows)
      pieces.push({ scope: value, rows: rows.slice(at, at + segmentRows) })
  }
  return pieces
}

/** What may be written of the rows, field by field. */
function columnsOf(
  { account, kind, source, observedAt, records }: Observation,
  keys: readonly string[],
  keepings: readonly (Keeping & { name: string })[],
  rows: readonly number[],
): Columns {
  const { length } = rows
  const own = rows.map((row) => keys[row] ?? '')
  const [keyField] = kindOf(kind).key
  const columns: Columns = {
    account,
    length,
    keys: own,
    source: { type: 'text', dictionary: [source], codes: new Uint8Array(length).fill(1) },
    observedAt: new Float64Array(length).fill(observedAt),
    fields: [],
  }
  for (const { name, keep } of keepings) {
    const values: (Value | undefined)[] = []
    let some = false
    for (const row of rows) {
      const value = keep(records[row]?.[name])
      values.push(value)
      some ||= value !== undefined
    }
    if (!some) continue
    columns.fields.push({ name, ...column(values) })
    if (name === keyField && values.every((value, at) => value === own[at])) columns.keys = name
  }
  return columns
}

/** For contexts that take in much at once. The worker does without: what a page of the console shows is few rows. */
export const manyAtOnce: ManyAtOnce = { keysOf: plainKeysOf, lay: layFresh }
