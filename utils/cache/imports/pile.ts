import { kindOf, type KindName } from '@/utils/kinds'
import type { KindRecord, Value } from '@/utils/records'
import { segmentRows } from '../catalogue'
import { column, type Columns } from '../columns'
import { customerRefOf, hasPlainKey, identify, plainKeyOf, type Identity } from '../identity'
import { keeping, type Keeping } from '../keeping'
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
  readonly #keyFields: readonly string[]
  readonly #isPlain: boolean
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
    this.#keyFields = key
    this.#isPlain = hasPlainKey(kind)
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

  /**
   * Rows that come by columns, for kinds whose keys need no hash.
   * @param fields each as long as there are rows; cleaned in place
   * @returns false where a row's key is not plain: then nothing was taken
   */
  async addColumns(
    fields: ReadonlyMap<string, (Value | undefined)[]>,
    count: number,
  ): Promise<boolean> {
    const keys = this.#keysOf(fields, count)
    if (!keys) return false
    const refs = await this.#refsOf(fields, count)
    const scopes = this.#scope === undefined ? undefined : fields.get(this.#scope)
    const heaps: Heap[] = []
    const places = new Uint32Array(count)
    const full: [string, Heap][] = []
    let [scope, heap]: [string | undefined, Heap] = [undefined, new Heap()]
    for (let row = 0; row < count; row++) {
      const own = String(scopes?.[row] ?? '')
      if (own !== scope || heap.keys.length >= segmentRows) {
        scope = own
        heap = this.#heapOf(own)
      }
      const place = heap.keys.push(keys[row] ?? '') - 1
      places[row] = place
      heaps.push(heap)
      const ref = refs?.[row]
      if (ref !== undefined) (heap.refs ??= [])[place] = ref
      if (heap.keys.length < segmentRows) continue
      full.push([own, heap])
      this.#heaps.delete(own)
    }
    for (const [name, values] of fields) this.#lay(name, values, heaps, places)
    this.#waiting += count
    for (const [own, each] of full) this.#close(own, each)
    if (this.#waiting >= mostWaiting) this.end()
    return true
  }

  #keysOf(
    fields: ReadonlyMap<string, (Value | undefined)[]>,
    count: number,
  ): readonly string[] | undefined {
    const one = this.#keyField === undefined ? undefined : fields.get(this.#keyField)
    const columns = [...fields].filter(([name]) => this.#keyFields.includes(name))
    if (!this.#isPlain || columns.length < this.#keyFields.length) return undefined
    if (one?.every((value) => typeof value === 'string' && value !== '')) return one as string[]
    const keys: string[] = []
    for (let row = 0; row < count; row++) {
      const record: KindRecord = {}
      for (const [name, values] of columns) {
        const value = values[row]
        if (value !== undefined) record[name] = value
      }
      const key = this.#plainKey(record)
      if (key === undefined) return undefined
      keys.push(key)
    }
    return keys
  }

  async #refsOf(
    fields: ReadonlyMap<string, (Value | undefined)[]>,
    count: number,
  ): Promise<(string | undefined)[] | undefined> {
    const names = fields.get('accountName')
    if (!this.#owned || !names) return undefined
    const ids = this.kind === 'customer' ? undefined : fields.get('customerId')
    const refs: (string | undefined)[] = []
    for (let row = 0; row < count; row++) {
      const name = names[row]
      if (name !== undefined && (ids?.[row] ?? '') === '')
        refs[row] = await this.#refOf({ accountName: name })
    }
    return refs.length === 0 ? undefined : refs
  }

  #heapOf(scope: string): Heap {
    let heap = this.#heaps.get(scope)
    if (!heap) this.#heaps.set(scope, (heap = new Heap()))
    return heap
  }

  /** Lays the values of one field where their rows lie. */
  #lay(
    name: string,
    values: readonly (Value | undefined)[],
    heaps: readonly Heap[],
    places: Uint32Array,
  ): void {
    const field = this.#fields.get(name)
    if (!field) return
    const { keep, isForeign } = field
    let heap: Heap | undefined
    let laid: (Value | undefined)[] = []
    for (let row = 0; row < values.length; row++) {
      const value = keep(values[row])
      if (value === undefined) continue
      const own = heaps[row] as Heap
      if (own !== heap) {
        heap = own
        laid = own.valuesOf(name)
      }
      const place = places[row] as number
      while (laid.length < place) laid.push(undefined)
      laid.push(value)
      if (isForeign?.(values[row])) own.markForeign(name, place)
    }
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
    const heap = this.#heapOf(scope)
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
