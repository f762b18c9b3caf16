import type { KindName } from '@/utils/kinds'
import { kindOf } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'
import { decode, encode, keysOf } from './columns'
import type { Database, Segment } from './database'

/** Rows a segment holds at most: large enough to be quick to read, small enough to be quick to write. */
export const segmentRows = 1000

interface Open {
  scope: string
  part: number
  /** By key; absent until a row of it is needed. */
  rows?: Map<string, StoredRecord>
  count: number
  changed: boolean
}

/**
 * The segments of one account and kind inside one transaction: finds a row wherever it lies, keeps it where its scope
 * says, writes back the segments that changed.
 */
export class Shelf {
  readonly #segments = new Map<string, Open>()
  readonly #where = new Map<string, Open>()
  readonly #columns = new Map<Open, Segment['columns']>()

  private constructor(
    readonly database: Database,
    readonly account: string,
    readonly kind: KindName,
  ) {}

  /** Reads all segments of the account and kind; rows are decoded only where touched. */
  static async open(database: Database, account: string, kind: KindName): Promise<Shelf> {
    const shelf = new Shelf(database, account, kind)
    const segments = await database.segments.where({ account, kind }).toArray()
    for (const { scope, part, rows, columns } of segments) {
      const open: Open = { scope, part, count: rows, changed: false }
      shelf.#segments.set(`${part}|${scope}`, open)
      shelf.#columns.set(open, columns)
      for (const key of keysOf(columns)) shelf.#where.set(key, open)
    }
    return shelf
  }

  find(key: string): StoredRecord | undefined {
    const open = this.#where.get(key)
    return open && this.#rowsOf(open).get(key)
  }

  /** Puts a row in its place; a row whose scope became known moves there. */
  put(row: StoredRecord): void {
    const scope = scopeOf(this.kind, row)
    const { key } = row.$
    const before = this.#where.get(key)
    if (before && before.scope !== scope) {
      this.#rowsOf(before).delete(key)
      before.count -= 1
      before.changed = true
    }
    const target = before?.scope === scope ? before : this.#roomIn(scope)
    const rows = this.#rowsOf(target)
    rows.set(key, row)
    target.count = rows.size
    target.changed = true
    this.#where.set(key, target)
  }

  /** Keys of the rows there are, of one scope value or all. */
  keys(scope?: string): string[] {
    if (scope === undefined) return [...this.#where.keys()]
    return [...this.#where].filter(([, open]) => open.scope === scope).map(([key]) => key)
  }

  get size(): { rows: number; segments: number } {
    const full = [...this.#segments.values()].filter(({ count }) => count > 0)
    return { rows: this.#where.size, segments: full.length }
  }

  rows(): StoredRecord[] {
    return [...this.#segments.values()].flatMap((open) => [...this.#rowsOf(open).values()])
  }

  /** Writes what changed; the transaction commits it. @returns how many segments that were */
  async save(): Promise<number> {
    const { account, kind } = this
    const changed = [...this.#segments.values()].filter((open) => open.changed)
    const full = changed.filter((open) => open.count > 0)
    const empty = changed.filter((open) => open.count === 0)
    await this.database.segments.bulkPut(full.map((open) => this.#closed(open)))
    await this.database.segments.bulkDelete(
      empty.map(({ scope, part }) => [account, kind, scope, part]),
    )
    return changed.length
  }

  #closed(open: Open): Segment {
    const { account, kind } = this
    const rows = [...this.#rowsOf(open).values()]
    const newest = rows.reduce((latest, row) => Math.max(latest, row.$.observedAt), 0)
    const { scope, part } = open
    return { account, kind, scope, part, rows: rows.length, newest, columns: encode(rows, account) }
  }

  #rowsOf(open: Open): Map<string, StoredRecord> {
    if (!open.rows) {
      const columns = this.#columns.get(open)
      open.rows = new Map(columns ? decode(columns).map((row) => [row.$.key, row]) : [])
    }
    return open.rows
  }

  /** The last part of a scope value, or a new one where it is full. */
  #roomIn(scope: string): Open {
    let part = this.#last.get(scope) ?? 0
    let open = this.#segments.get(`${part}|${scope}`)
    while (open && open.count >= segmentRows) open = this.#segments.get(`${++part}|${scope}`)
    if (!open) {
      open = { scope, part, count: 0, changed: true }
      this.#segments.set(`${part}|${scope}`, open)
    }
    this.#last.set(scope, part)
    return open
  }
  readonly #last = new Map<string, number>()
}

/** The value that groups rows into segments; '' where the kind has none or the row does not say. */
export function scopeOf(kind: KindName, row: StoredRecord): string {
  const { scope } = kindOf(kind)
  return scope === undefined ? '' : String(row[scope] ?? '')
}
