import type { KindRecord, Source, StoredRecord, Value } from '@/utils/records'

/** A record as the cache keeps it. */
export type KeptRecord = StoredRecord & {
  $: {
    /** The key under which a source without its key fields shows it. */
    alias?: string
    /** Whose it is where no customer id is shown: a keyed hash of the account name once seen in full. */
    customerRef?: string
  }
}

/** Code 0 is "absent"; code n is `dictionary[n - 1]`, where a word may stand twice. As narrow as the dictionary allows. */
export type Codes = Uint8Array | Uint16Array | Uint32Array
export type Column =
  | { type: 'text' | 'json'; dictionary: string[]; codes: Codes }
  /** NaN where absent: a record never holds one. */
  | { type: 'number'; values: Float64Array }
  /** 0 absent, 1 false, 2 true. */
  | { type: 'flag'; values: Uint8Array }
export type NamedColumn = Column & { name: string }

/** The rows of one segment, field by field. The account is kept once, each field only if a row has it. */
export interface Columns {
  account: string
  length: number
  /** The keys, or the name of the text field that equals the key in every row. */
  keys: string[] | string
  /** '' where a row has none; absent where none has. */
  aliases?: string[]
  /** As the aliases. */
  customerRefs?: string[]
  source: Column
  observedAt: Float64Array
  /** NaN where the row is not gone; absent where none is. */
  goneAt?: Float64Array
  fields: NamedColumn[]
}

/**
 * Rows of one account as columns; `decode` gives back equal rows.
 * @param rows numbers finite, no undefined inside lists
 */
export function encode(rows: readonly KeptRecord[], account = rows[0]?.$.account ?? ''): Columns {
  const values = new Map<string, (Value | undefined)[]>()
  rows.forEach((row, index) => {
    for (const name of Object.keys(row)) {
      const value = row[name]
      if (name === '$' || value === undefined) continue
      let column = values.get(name)
      if (!column) values.set(name, (column = Array.from({ length: rows.length })))
      column[index] = value
    }
  })
  const keys = rows.map((row) => row.$.key)
  const keyField = [...values].find(([, column]) => column.every((value, i) => value === keys[i]))
  const columns: Columns = {
    account,
    length: rows.length,
    keys: keyField?.[0] ?? keys,
    source: column(rows.map((row) => row.$.source)),
    observedAt: Float64Array.from(rows, (row) => row.$.observedAt),
    fields: [...values].map(([name, each]) => ({ name, ...column(each) })),
  }
  if (rows.some((row) => row.$.goneAt !== undefined))
    columns.goneAt = Float64Array.from(rows, (row) => row.$.goneAt ?? Number.NaN)
  if (rows.some((row) => row.$.alias !== undefined))
    columns.aliases = rows.map((row) => row.$.alias ?? '')
  if (rows.some((row) => row.$.customerRef !== undefined))
    columns.customerRefs = rows.map((row) => row.$.customerRef ?? '')
  return columns
}

export function decode(columns: Columns): KeptRecord[] {
  const rowAt = rowReader(columns)
  return keysOf(columns).map((key, index) => rowAt(index, key))
}

/** One row, without decoding the others. */
export function decodeOne(columns: Columns, key: string): KeptRecord | undefined {
  const index = indexOf(columns, key)
  return index < 0 ? undefined : rowReader(columns)(index, key)
}

/** Rows by their place, each decoded when it is asked for. */
export function rowAt(columns: Columns): (index: number) => KeptRecord {
  const read = rowReader(columns)
  const key = keyReader(columns)
  return (index) => read(index, key(index))
}

function rowReader(columns: Columns): (index: number, key: string) => KeptRecord {
  const { account, observedAt, goneAt, aliases, customerRefs } = columns
  const source = reader(columns.source)
  const fields = columns.fields.map((field) => ({ name: field.name, read: reader(field) }))
  return (index, key) => {
    const gone = goneAt?.[index]
    const alias = aliases?.[index]
    const customerRef = customerRefs?.[index]
    const row: KindRecord = {}
    for (const { name, read } of fields) {
      const value = read(index)
      if (value !== undefined) row[name] = value
    }
    return Object.assign(row, {
      $: {
        account,
        key,
        source: source(index) as Source,
        observedAt: observedAt[index] ?? 0,
        ...(gone === undefined || Number.isNaN(gone) ? {} : { goneAt: gone }),
        ...(alias ? { alias } : {}),
        ...(customerRef ? { customerRef } : {}),
      },
    }) as KeptRecord
  }
}

function indexOf({ keys, fields }: Columns, key: string): number {
  if (typeof keys !== 'string') return keys.indexOf(key)
  const column = fields.find(({ name }) => name === keys)
  if (column?.type !== 'text') return -1
  const code = column.dictionary.indexOf(key) + 1
  return code === 0 ? -1 : column.codes.indexOf(code)
}

/** The keys of the rows, without decoding anything else. */
export function keysOf(columns: Columns): string[] {
  if (typeof columns.keys !== 'string') return columns.keys
  const read = keyReader(columns)
  return Array.from({ length: columns.length }, (_, index) => read(index))
}
/** Keys by their place, each decoded when it is asked for. */
export const keyAt = (columns: Columns) => keyReader(columns)

function keyReader({ keys, fields }: Columns): (index: number) => string {
  if (typeof keys !== 'string') return (index) => keys[index] ?? ''
  const column = fields.find(({ name }) => name === keys)
  const read = column ? reader(column) : () => undefined
  return (index) => String(read(index))
}

/**
 * The values of one field as a column. Loops are plain: an import closes a million values here.
 * @param keep what may be written of a word, asked once for each that there is; for values that are texts
 */
export function column(
  values: readonly (Value | undefined)[],
  keep?: (word: string) => string,
): Column {
  const type = typeOf(values)
  const { length } = values
  if (type === 'string') {
    const { dictionary, codes } = coded(values as (string | undefined)[])
    return { type: 'text', dictionary: keep ? dictionary.map(keep) : dictionary, codes }
  }
  if (type === 'number') {
    const numbers = new Float64Array(length)
    for (let row = 0; row < length; row++) numbers[row] = (values[row] ?? Number.NaN) as number
    return { type, values: numbers }
  }
  if (type === 'boolean') {
    const flags = new Uint8Array(length)
    for (let row = 0; row < length; row++)
      flags[row] = values[row] === undefined ? 0 : values[row] ? 2 : 1
    return { type: 'flag', values: flags }
  }
  return {
    type: 'json',
    ...coded(values.map((value) => (value === undefined ? value : JSON.stringify(value)))),
  }
}

/** The one type of all values there are; undefined for none, or several. */
function typeOf(values: readonly (Value | undefined)[]): string | undefined {
  let type: string | undefined
  for (const value of values) {
    if (value === undefined) continue
    const own = typeof value
    if (type === undefined) type = own
    else if (type !== own) return undefined
  }
  return type
}

function coded(values: readonly (string | undefined)[]): { dictionary: string[]; codes: Codes } {
  const { length } = values
  if (areOwn(values)) return each(values)
  const known = new Map<string, number>()
  const dictionary: string[] = []
  const wide = length < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length)
  let last: string | undefined
  let code = 0
  for (let row = 0; row < length; row++) {
    const value = values[row]
    // Neighbours are often alike.
    if (value !== last) {
      last = value
      if (value === undefined) code = 0
      else {
        code = known.get(value) ?? 0
        if (code === 0) known.set(value, (code = dictionary.push(value)))
      }
    }
    wide[row] = code
  }
  const { length: words } = dictionary
  const narrow = words < 2 ** 8 ? Uint8Array : words < 2 ** 16 ? Uint16Array : Uint32Array
  return { dictionary, codes: wide instanceof narrow ? wide : narrow.from(wide) }
}

/** Whether hardly any value comes twice, as of ids and amounts: looking for those that do would cost more than it spares. */
function areOwn(values: readonly (string | undefined)[]): boolean {
  const look = 48
  const { length } = values
  if (length < look * 2) return false
  const seen = new Set<string | undefined>()
  const stretch = length / look
  let chance = 1
  for (let at = 0; at < look; at++) {
    // One of each stretch, but not in step: values may come round in steps themselves.
    chance = (chance * 16_807) % 2_147_483_647
    seen.add(values[Math.floor((at + chance / 2_147_483_647) * stretch)])
  }
  return seen.size > look - 3
}

/** Every value a word of its own. */
function each(values: readonly (string | undefined)[]): { dictionary: string[]; codes: Codes } {
  const { length } = values
  const codes = length < 2 ** 16 ? new Uint16Array(length) : new Uint32Array(length)
  const dictionary: string[] = []
  for (let row = 0; row < length; row++) {
    const value = values[row]
    if (value !== undefined) codes[row] = dictionary.push(value)
  }
  return { dictionary, codes }
}

function reader(column: Column): (index: number) => Value | undefined {
  if (column.type === 'number')
    return (index) => {
      const value = column.values[index]
      return Number.isNaN(value) ? undefined : value
    }
  if (column.type === 'flag') return (index) => [undefined, false, true][column.values[index] ?? 0]
  const { dictionary, codes, type } = column
  const text = (index: number) => dictionary[(codes[index] ?? 0) - 1]
  if (type === 'text') return text
  return (index) => {
    const json = text(index)
    return json === undefined ? undefined : (JSON.parse(json) as Value)
  }
}
