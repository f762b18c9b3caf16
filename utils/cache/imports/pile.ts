import { kindOf, type KindName } from '@/utils/kinds'
import type { Field } from '@/utils/kinds/define'
import { isMasked } from '@/utils/masking/mask'
import type { KindRecord, Value } from '@/utils/records'
import { segmentRows } from '../catalogue'
import { column, type Columns } from '../columns'
import { customerRefOf, identify, plainKeyOf, type Identity } from '../identity'
import { stored } from '../merge'
import type { Piece } from './types'

/** Rows that wait for their segments to fill up, at most: then all are closed as they are. */
const mostWaiting = 400_000
const mostRemembered = 20_000

/**
 * Rows of one kind on their way into the cache, gathered column by column under their scope, without an object a row.
 * Personal values are masked as they come in.
 */
export class Pile {
  readonly #fields: Map<string, Keeping>
  readonly #heaps = new Map<string, Heap>()
  readonly #plainKey: (record: KindRecord) => string | undefined
  readonly #scope: string | undefined
  readonly #owned: boolean
  readonly #keyField: string | undefined
  #waiting = 0

  /**
   * @param secret of this installation
   * @param account whose the rows are thought to be, for keys that hold it
   * @param closed is given each segment that is full
   */
  constructor(
    readonly kind: KindName,
    readonly secret: string,
    readonly account: string,
    readonly closed: (piece: Piece) => void,
  ) {
    const { fields, scope, key } = kindOf(kind)
    this.#fields = new Map(Object.entries(fields).map(([name, each]) => [name, keeping(each)]))
    this.#plainKey = plainKeyOf(kind)
    this.#scope = scope
    this.#owned = 'accountName' in fields
    this.#keyField = key.length === 1 ? key[0] : undefined
  }

  /** @returns which of the records cannot be kept, and why */
  async add(records: readonly KindRecord[]): Promise<{ row: number; reason: string }[]> {
    const rejected: { row: number; reason: string }[] = []
    const slow = new Map<
      number,
      { identity?: Promise<Identity>; ref?: Promise<string | undefined> }
    >()
    const keys = records.map((record, row) => {
      const key = this.#plainKey(record)
      const nameless = this.#owned && (record.customerId === undefined || this.kind === 'customer')
      if (key !== undefined && !nameless) return key
      slow.set(row, {
        ...(key === undefined
          ? { identity: identify(this.kind, record, this.account, this.secret) }
          : {}),
        ...(nameless ? { ref: this.#refOf(record) } : {}),
      })
      return key
    })
    for (let row = 0; row < records.length; row++) {
      const record = records[row]
      let key = keys[row]
      let alias: string | undefined
      const more = slow.size > 0 ? slow.get(row) : undefined
      const ref = await more?.ref
      if (more?.identity) {
        const identity = await more.identity
        if ('reason' in identity) {
          rejected.push({ row, reason: identity.reason })
          continue
        }
        key = identity.key
        alias = identity.alias
      }
      if (record && key !== undefined) this.#put(record, key, alias, ref)
    }
    return rejected
  }

  /** Closes what is not full yet. */
  end(): void {
    for (const [scope, heap] of this.#heaps) if (heap.keys.length > 0) this.#close(scope, heap)
    this.#heaps.clear()
    this.#waiting = 0
  }

  readonly #refs = new Map<string, Promise<string | undefined>>()
  #refOf(record: KindRecord): Promise<string | undefined> {
    const name = typeof record.accountName === 'string' ? record.accountName : ''
    let ref = this.#refs.get(name)
    if (!ref) {
      ref = customerRefOf(this.kind, record, this.secret)
      if (this.#refs.size > mostRemembered) this.#refs.clear()
      this.#refs.set(name, ref)
    }
    return ref
  }

  #put(record: KindRecord, key: string, alias?: string, ref?: string): void {
    const scope = this.#scope === undefined ? '' : String(record[this.#scope] ?? '')
    let heap = this.#heaps.get(scope)
    if (!heap) this.#heaps.set(scope, (heap = new Heap()))
    const row = heap.keys.push(key) - 1
    if (alias !== undefined) (heap.aliases ??= [])[row] = alias
    if (ref !== undefined) (heap.refs ??= [])[row] = ref
    for (const name in record) {
      const field = this.#fields.get(name)
      if (!field) continue
      const value = field.keep(record[name])
      if (value === undefined) continue
      const values = heap.valuesOf(name)
      // Filled up: an array with holes is slow to read.
      while (values.length < row) values.push(undefined)
      values.push(value)
      if (field.isForeign?.(record[name])) heap.markForeign(name, row)
    }
    this.#waiting++
    if (heap.keys.length >= segmentRows) {
      this.#close(scope, heap)
      this.#heaps.delete(scope)
    } else if (this.#waiting >= mostWaiting) this.end()
  }

  #close(scope: string, heap: Heap): void {
    this.#waiting -= heap.keys.length
    this.closed({ kind: this.kind, scope, ...heap.closed(this.#keyField) })
  }
}

/** Rows of one scope value, column by column. */
class Heap {
  readonly keys: string[] = []
  aliases?: string[]
  refs?: string[]
  readonly values = new Map<string, (Value | undefined)[]>()
  readonly foreign = new Map<string, number[]>()

  valuesOf(name: string): (Value | undefined)[] {
    let values = this.values.get(name)
    if (!values) this.values.set(name, (values = []))
    return values
  }

  markForeign(name: string, row: number): void {
    const rows = this.foreign.get(name)
    if (rows) rows.push(row)
    else this.foreign.set(name, [row])
  }

  closed(keyField: string | undefined): { columns: Columns; foreign: Record<string, Uint8Array> } {
    const { keys, values } = this
    const { length } = keys
    for (const each of values.values()) while (each.length < length) each.push(undefined)
    const own = keyField === undefined ? undefined : values.get(keyField)
    const whole = (list: string[]) => Array.from({ length }, (_, row) => list[row] ?? '')
    const columns: Columns = {
      account: '',
      length,
      keys:
        keyField !== undefined && own?.every((value, row) => value === keys[row]) ? keyField : keys,
      source: { type: 'text', dictionary: ['file'], codes: new Uint8Array(length).fill(1) },
      observedAt: new Float64Array(length),
      fields: [...values].map(([name, each]) => ({ name, ...column(each) })),
      ...(this.aliases ? { aliases: whole(this.aliases) } : {}),
      ...(this.refs ? { customerRefs: whole(this.refs) } : {}),
    }
    const foreign: Record<string, Uint8Array> = {}
    for (const [name, rows] of this.foreign) {
      const marks = new Uint8Array(length)
      for (const row of rows) marks[row] = 1
      foreign[name] = marks
    }
    return { columns, foreign }
  }
}

interface Keeping {
  /** The value as it may be written; undefined for none. */
  keep(value: Value | undefined): Value | undefined
  isForeign?(value: Value | undefined): boolean
}

/** How the values of a field are kept. Names are masked once each: columns repeat themselves. */
function keeping(field: Field): Keeping {
  if (field.personal === undefined) {
    if (field.type === 'text' || 'of' in field) return { keep: (value) => stored(field, value) }
    return {
      keep: (value) =>
        value === '' || (typeof value === 'number' && !Number.isFinite(value)) ? undefined : value,
    }
  }
  const known = new Map<string, Value | undefined>()
  let last: Value | undefined
  let lastKept: Value | undefined
  const keep = (value: Value | undefined) => {
    if (typeof value !== 'string') return stored(field, value)
    // Neighbours are often alike.
    if (value === last) return lastKept
    last = value
    lastKept = known.get(value)
    if (lastKept !== undefined) return lastKept
    lastKept = stored(field, value)
    if (known.size < mostRemembered) known.set(value, lastKept)
    return lastKept
  }
  return { keep, isForeign: (value) => typeof value === 'string' && isMasked(value) }
}
