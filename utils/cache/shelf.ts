import type { KindName } from '@/utils/kinds'
import { Catalogue, scopeOf, type Catalogues, type Entry } from './catalogue'
import { decode, encode, type KeptRecord } from './columns'
import type { Database, Segment } from './database'
import { patch } from './patch'
import { stampOf } from './tally'

/**
 * The segments of one account and kind inside one transaction: finds a row wherever it lies, keeps it where its scope
 * says, writes back the segments that changed. Rows must be loaded before they are asked for.
 */
export class Shelf {
  readonly #columns = new Map<Entry, Segment['columns']>()
  readonly #rows = new Map<Entry, Map<string, KeptRecord>>()
  /** Segments to write: anew, or with rows of these keys replaced (as they were before). */
  readonly #changed = new Map<Entry, 'anew' | Map<string, KeptRecord>>()

  private constructor(
    readonly database: Database,
    readonly account: string,
    readonly kind: KindName,
    readonly catalogue: Catalogue,
  ) {}

  /** With a catalogue that is up to date nothing but its stamp is read; else all segments are. */
  static async open(
    database: Database,
    account: string,
    kind: KindName,
    catalogues?: Catalogues,
  ): Promise<Shelf> {
    const kept = catalogues?.take(kind, account, await stampOf(database, kind, account))
    const shelf = new Shelf(database, account, kind, kept ?? new Catalogue())
    if (kept) return shelf
    for (const segment of await database.segments.where({ account, kind }).toArray())
      shelf.#columns.set(shelf.catalogue.add(segment), segment.columns)
    return shelf
  }

  /** Loads what putting these rows may touch. */
  loadFor(rows: readonly KeptRecord[]): Promise<void> {
    const { where, aliases } = this.catalogue
    const needed = new Set<Entry>()
    for (const row of rows) {
      const { key, alias } = row.$
      const places = [where.get(key), where.get(aliases.get(key) ?? ''), where.get(alias ?? '')]
      for (const each of [...places, this.catalogue.lastOf(scopeOf(this.kind, row))])
        if (each) needed.add(each)
    }
    return this.#load([...needed])
  }
  /** Loads the rows of one scope value, or all. @returns them */
  async loadAll(scope?: string): Promise<KeptRecord[]> {
    const entries = this.catalogue.of(scope)
    await this.#load(entries)
    return entries.flatMap((entry) => [...this.#rowsOf(entry).values()])
  }

  find(key: string): KeptRecord | undefined {
    const entry = this.catalogue.where.get(key)
    return entry && this.#rowsOf(entry).get(key)
  }

  /** Puts a row in its place; a row whose scope became known moves there. */
  put(row: KeptRecord): void {
    const scope = scopeOf(this.kind, row)
    const before = this.catalogue.where.get(row.$.key)
    const target = before?.scope === scope ? before : this.catalogue.roomIn(scope)
    if (before && before !== target) {
      this.#rowsOf(before).delete(row.$.key)
      this.#touch(before)
    }
    const rows = this.#rowsOf(target)
    const old = rows.get(row.$.key)
    rows.set(row.$.key, row)
    this.#touch(target, old)
    this.catalogue.where.set(row.$.key, target)
    const { alias } = row.$
    if (alias !== undefined && !this.catalogue.aliases.has(alias))
      this.catalogue.aliases.set(alias, row.$.key)
  }

  remove(key: string): void {
    const entry = this.catalogue.where.get(key)
    if (!entry) return
    this.#rowsOf(entry).delete(key)
    this.#touch(entry)
    this.catalogue.where.delete(key)
  }

  /** Writes what changed; the transaction commits it. @returns how many segments that were */
  async save(): Promise<number> {
    const changed = [...this.#changed.keys()]
    const empty = changed.filter(({ count }) => count === 0)
    const full = changed.filter(({ count }) => count > 0)
    await this.database.segments.bulkPut(full.map((entry) => this.#closed(entry)))
    await this.database.segments.bulkDelete(empty.map((entry) => this.#keyOf(entry)))
    return changed.length
  }

  async #load(entries: readonly Entry[]): Promise<void> {
    const wanted = entries.filter(
      (entry) => entry.count > 0 && !this.#rows.has(entry) && !this.#columns.has(entry),
    )
    if (wanted.length === 0) return
    const keys = wanted.map((entry) => this.#keyOf(entry))
    const segments = await this.database.segments.bulkGet(keys)
    wanted.forEach((entry, index) => {
      const segment = segments[index]
      if (segment) this.#columns.set(entry, segment.columns)
    })
  }

  #rowsOf(entry: Entry): Map<string, KeptRecord> {
    let rows = this.#rows.get(entry)
    if (!rows) {
      const columns = this.#columns.get(entry)
      // Written back without its rows the segment would lose them.
      if (!columns && entry.count > 0) throw new Error('Segment missing or not loaded')
      rows = new Map(columns ? decode(columns).map((row) => [row.$.key, row]) : [])
      this.#rows.set(entry, rows)
    }
    return rows
  }

  /** @param old the row that another took the place of; absent where rows came or went */
  #touch(entry: Entry, old?: KeptRecord): void {
    entry.count = this.#rowsOf(entry).size
    const before = this.#changed.get(entry)
    if (!old) this.#changed.set(entry, 'anew')
    else if (!before) this.#changed.set(entry, new Map([[old.$.key, old]]))
    else if (before !== 'anew' && !before.has(old.$.key)) before.set(old.$.key, old)
  }

  #keyOf({ scope, part }: Entry): [string, string, string, number] {
    return [this.account, this.kind, scope, part]
  }

  #closed(entry: Entry): Segment {
    const { account, kind } = this
    const rows = [...this.#rowsOf(entry).values()]
    const newest = rows.reduce((latest, row) => Math.max(latest, row.$.observedAt), 0)
    const { scope, part } = entry
    const columns = this.#patched(entry) ?? encode(rows, account)
    return { account, kind, scope, part, rows: rows.length, newest, columns }
  }

  #patched(entry: Entry): Segment['columns'] | undefined {
    const replaced = this.#changed.get(entry)
    const columns = this.#columns.get(entry)
    if (!columns || !replaced || replaced === 'anew') return undefined
    const rows = [...replaced.keys()].flatMap((key) => this.#rowsOf(entry).get(key) ?? [])
    return patch(columns, rows, (key) => replaced.get(key)) ? columns : undefined
  }
}
