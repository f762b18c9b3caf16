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

/** Code 0 is "absent"; code n is `dictionary[n - 1]`. As narrow as the dictionary allows. */
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
  const column = columns.fields.find(({ name }) => name === columns.keys)
  const read = column ? reader(column) : () => undefined
  return Array.from({ length: columns.length }, (_, index) => String(read(index)))
}

/** The values of one field as a column. */
export function column(values: (Value | undefined)[]): Column {
  const types = new Set(values.filter((value) => value !== undefined).map((value) => typeof value))
  const type = types.size === 1 ? [...types][0] : undefined
  if (type === 'string') return { type: 'text', ...coded(values as (string | undefined)[]) }
  if (type === 'number')
    return { type, values: Float64Array.from(values, (value) => (value ?? Number.NaN) as number) }
  if (type === 'boolean')
    return {
      type: 'flag',
      values: Uint8Array.from(values, (value) => (value === undefined ? 0 : value ? 2 : 1)),
    }
  return {
    type: 'json',
    ...coded(values.map((value) => (value === undefined ? value : JSON.stringify(value)))),
  }
}

function coded(values: (string | undefined)[]): { dictionary: string[]; codes: Codes } {
  const known = new Map<string, number>()
  const codes = Uint32Array.from(values, (value) => {
    if (value === undefined) return 0
    const code = known.get(value) ?? known.size + 1
    if (code > known.size) known.set(value, code)
    return code
  })
  const narrow = known.size < 2 ** 8 ? Uint8Array : known.size < 2 ** 16 ? Uint16Array : Uint32Array
  return {
    dictionary: [...known.keys()],
    codes: narrow === Uint32Array ? codes : narrow.from(codes),
  }
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
