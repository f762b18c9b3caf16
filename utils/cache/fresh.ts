import { kindOf, type KindName } from '@/utils/kinds'
import type { KindRecord, Value } from '@/utils/records'
import { segmentRows, type Catalogue, type Entry } from './catalogue'
import { claim, fill, release } from './claim'
import { column, type Column, type Columns } from './columns'
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
  keys: string[]
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
  const { kind, records, complete } = observation
  const pieces = piecesOf(shelf, kind, records, keys)
  const entries = pieces && claimed(shelf.catalogue, pieces)
  if (!entries) return undefined
  // Customers come again in each piece: their names are masked once for all of them.
  const fields = Object.entries(kindOf(kind).fields).map(([name, field]): KeptField => ({
    name,
    isList: 'of' in field,
    ...keeping(field),
  }))
  pieces.forEach((piece, at) => {
    const entry = entries[at]
    if (entry) fill(shelf, entry, columnsOf(observation, piece, fields))
  })
  // Only a complete listing asks which rows it held.
  return { changed: records.length, keys: new Set(complete ? keys : []), renamed: new Map() }
}

/** Room for all pieces; undefined with nothing noted where there is none for one of them. */
function claimed(catalogue: Catalogue, pieces: readonly Piece[]): Entry[] | undefined {
  const entries: Entry[] = []
  for (const { scope, keys } of pieces) {
    const entry = claim(catalogue, scope, keys)
    if (!entry) {
      for (const [at, each] of [...entries.entries()].reverse())
        release(catalogue, each, pieces[at]?.keys ?? [])
      return undefined
    }
    entries.push(entry)
  }
  return entries
}

/** The segments to be: of one scope each, or deltas; undefined where they would be small, or one has room for them. */
function piecesOf(
  { catalogue }: Shelf,
  kind: KindName,
  records: readonly KindRecord[],
  keys: readonly string[],
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
    for (let at = 0; at < rows.length; at += segmentRows) {
      const own = rows.slice(at, at + segmentRows)
      pieces.push({ scope: value, rows: own, keys: own.map((row) => keys[row] ?? '') })
    }
  }
  return pieces
}

interface KeptField extends Keeping {
  name: string
  /** Its values are records themselves. */
  isList: boolean
}

/** What may be written of the rows, field by field. */
function columnsOf(
  { account, kind, source, observedAt, records }: Observation,
  { rows, keys }: Piece,
  fields: readonly KeptField[],
): Columns {
  const { length } = rows
  const { key } = kindOf(kind)
  const columns: Columns = {
    account,
    length,
    keys,
    source: { type: 'text', dictionary: [source], codes: new Uint8Array(length).fill(1) },
    observedAt: new Float64Array(length).fill(observedAt),
    fields: [],
  }
  // One list for all fields: what becomes of it is made of its values, not of itself.
  const values: (Value | undefined)[] = Array.from({ length })
  for (const field of fields) {
    const { name } = field
    const kept = keptColumn(field, records, rows, values)
    if (!kept) continue
    columns.fields.push({ name, ...kept })
    if (name === key[0] && holds(kept, keys)) columns.keys = name
  }
  return columns
}

/** What may be written of one field; a word that repeats is looked at once. */
function keptColumn(
  { name, isList, keep }: KeptField,
  records: readonly KindRecord[],
  rows: readonly number[],
  values: (Value | undefined)[],
): Column | undefined {
  let areWords = !isList
  let isThere = false
  for (let at = 0; at < rows.length; at++) {
    let value = records[rows[at] ?? -1]?.[name]
    if (value === '') value = undefined
    values[at] = value
    if (value === undefined) continue
    isThere = true
    if (typeof value !== 'string') areWords = false
  }
  if (!isThere) return undefined
  if (areWords) return column(values, (word) => String(keep(word)))
  const kept = values.map(keep)
  return kept.every((value) => value === undefined) ? undefined : column(kept)
}

function holds(column: Column, words: readonly string[]): boolean {
  if (column.type !== 'text') return false
  const { dictionary, codes } = column
  return words.every((word, at) => dictionary[(codes[at] ?? 0) - 1] === word)
}

/** For contexts that take in much at once. The worker does without: what a page of the console shows is few rows. */
export const manyAtOnce: ManyAtOnce = { keysOf: plainKeysOf, lay: layFresh }
