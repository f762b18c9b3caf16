import type { KindName } from '@/utils/kinds'
import { Catalogue, scopeOf, type Catalogues, type Entry } from './catalogue'
import { decode, decodeOne, encode, type KeptRecord } from './columns'
import type { Tables } from './database'
import { deltaScope, inOrder, isDelta, isScattered } from './delta'
import { patch } from './patch'
import { segmentKey, type Segment, type SegmentKey } from './segment'
import { putSegments, segmentsOf } from './segments'
import { stampOf } from './tally'

/** Rows folded in between two writes. */
const foldedAtOnce = 10_000
const holdsRows = ({ count }: Entry) => count > 0
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The segments of one account and kind inside one transaction: finds a row wherever it lies, keeps it where its scope
 * says, writes back the segments that changed. Rows must be loaded before they are asked for.
 */
export class Shelf {
  readonly #columns = new Map<Entry, Segment['columns']>()
  readonly #rows = new Map<Entry, Map<string, KeptRecord>>()
  /** Segments to write: anew, or with rows of these keys replaced (as they were before). */
  readonly #changed = new Map<Entry, 'anew' | Map<string, KeptRecord>>()
  /** Rows go to the latest delta rather than to their places. */
  #scattered = false
  /** What is on its way into the database; `settled` waits for it. */
  readonly sent: PromiseLike<unknown>[] = []
  /** Is told which segments are about to be written or deleted. */
  beforeWrite?: (keys: readonly [string, string, string, number][]) => Promise<void>

  private constructor(
    readonly tables: Tables,
    readonly account: string,
    readonly kind: KindName,
    readonly catalogue: Catalogue,
  ) {}

  /** With a catalogue that is up to date nothing but its stamp is read; else all segments are. */
  static async open(
    tables: Tables,
    account: string,
    kind: KindName,
    catalogues?: Catalogues,
  ): Promise<Shelf> {
    const kept = catalogues?.take(kind, account, await stampOf(tables, kind, account))
    const shelf = new Shelf(tables, account, kind, kept ?? new Catalogue())
    if (kept) return shelf
    for (const segment of inOrder(await segmentsOf(tables, kind, account)))
      shelf.#columns.set(shelf.catalogue.add(segment), segment.columns)
    return shelf
  }

  /**
   * Loads what putting these rows may touch.
   * @param inPlace never as a delta, however many segments that may be
   */
  async loadFor(rows: readonly KeptRecord[], inPlace = false): Promise<void> {
    const { catalogue } = this
    const targets = new Set(rows.map((row) => this.#placeOf(row) ?? scopeOf(this.kind, row)))
    this.#scattered = !inPlace && isScattered(rows.length, targets.size)
    // An export may be one that a toast has told of, under another key.
    const needed = new Set<Entry | undefined>(this.kind === 'exportTask' ? catalogue.of() : [])
    if (this.#scattered) needed.add(catalogue.lastOf(deltaScope))
    for (const row of rows) {
      const { key, alias } = row.$
      for (const other of [catalogue.aliases.get(key), alias])
        if (other !== undefined) for (const each of catalogue.copiesOf(other)) needed.add(each)
      if (this.#scattered) needed.add(catalogue.where.get(key))
      else {
        for (const each of catalogue.copiesOf(key)) needed.add(each)
        needed.add(catalogue.lastOf(scopeOf(this.kind, row)))
      }
    }
    await this.#load([...needed].filter((each) => each !== undefined))
    if (this.#scattered || catalogue.deltas.length === 0) return
    // A row that waits in a delta may know its scope where the arriving one does not say.
    const waiting = rows.flatMap((row) => this.find(row.$.key) ?? [])
    await this.#load(waiting.flatMap((row) => catalogue.lastOf(scopeOf(this.kind, row)) ?? []))
  }
  /** Loads the rows of one scope value, or all. @returns them */
  async loadAll(scope?: string): Promise<KeptRecord[]> {
    const { catalogue } = this
    const entries = [...catalogue.of(scope), ...(scope === undefined ? [] : catalogue.deltas)]
    await this.#load(entries)
    const rows = entries.flatMap((entry) =>
      scope === undefined || !isDelta(entry)
        ? this.#liveIn(entry)
        : this.#liveIn(entry).filter((row) => scopeOf(this.kind, row) === scope),
    )
    await this.#load(rows.flatMap(({ $ }) => catalogue.stale.get($.key) ?? []))
    return rows
  }

  /** All rows, once they are loaded. */
  rows(): KeptRecord[] {
    return this.catalogue.of().flatMap((entry) => this.#liveIn(entry))
  }

  find(key: string): KeptRecord | undefined {
    const entry = this.catalogue.where.get(key)
    if (!entry) return undefined
    const columns = this.#columns.get(entry)
    if (this.#scattered && columns && !this.#rows.has(entry)) return decodeOne(columns, key)
    return this.#rowsOf(entry).get(key)
  }

  /** Puts a row in its place, or into a delta; a row whose scope became known moves there. */
  put(row: KeptRecord): void {
    const { key, alias } = row.$
    const target = this.#targetOf(row)
    if (!this.#scattered) this.#drop(key, target)
    const rows = this.#rowsOf(target)
    const old = rows.get(key)
    rows.set(key, row)
    this.#touch(target, old)
    this.catalogue.place(key, target)
    if (alias !== undefined && !this.catalogue.aliases.has(alias))
      this.catalogue.aliases.set(alias, key)
  }

  async settled(): Promise<void> {
    await Promise.all(this.sent.splice(0))
  }

  remove(key: string): void {
    this.#drop(key)
    this.catalogue.forget(key)
  }

  /** Shows all rows, segment by segment, to somebody who may put and remove what he sees; in little memory. */
  async walk(visit: (rows: readonly KeptRecord[]) => Promise<void>): Promise<void> {
    for (const entry of this.catalogue.of()) {
      await this.#load([entry])
      await visit(this.#liveIn(entry))
      await this.save()
      this.#rows.delete(entry)
      this.#columns.delete(entry)
    }
  }

  /** Brings what waits in the deltas to where its scope says. */
  async fold(): Promise<void> {
    const { catalogue } = this
    // The oldest first: what newer ones hold stands for it, not the other way round. So many at most fit into memory.
    const deltas = catalogue.deltas.sort((a, b) => a.part - b.part).slice(0, 100)
    await this.#load(deltas)
    const live = deltas.flatMap((entry) => this.#liveIn(entry))
    live.sort((a, b) => compare(scopeOf(this.kind, a), scopeOf(this.kind, b)))
    this.#scattered = false
    for (let at = 0; at < live.length; at += foldedAtOnce) {
      const rows = live.slice(at, at + foldedAtOnce)
      const copies = rows.flatMap((row) => catalogue.copiesOf(row.$.key))
      const last = rows.flatMap((row) => catalogue.lastOf(scopeOf(this.kind, row)) ?? [])
      await this.#load([...copies, ...last])
      for (const row of rows) this.put(row)
      await this.#write([...this.#changed.keys()].filter((entry) => !isDelta(entry)))
    }
    for (const entry of deltas) this.#clear(entry)
    await this.save()
  }

  #liveIn(entry: Entry): KeptRecord[] {
    const rows = [...this.#rowsOf(entry).values()]
    return rows.filter(({ $ }) => this.catalogue.where.get($.key) === entry)
  }

  #placeOf(row: KeptRecord): Entry | undefined {
    const entry = this.catalogue.where.get(row.$.key)
    return entry?.scope === scopeOf(this.kind, row) || (entry && isDelta(entry)) ? entry : undefined
  }

  #targetOf(row: KeptRecord): Entry {
    const { catalogue } = this
    const before = catalogue.where.get(row.$.key)
    if (this.#scattered)
      return before && before === catalogue.lastOf(deltaScope)
        ? before
        : catalogue.roomIn(deltaScope)
    const scope = scopeOf(this.kind, row)
    return (
      catalogue.copiesOf(row.$.key).find((each) => each.scope === scope) ?? catalogue.roomIn(scope)
    )
  }

  /** Empties a delta whose rows lie elsewhere by now. */
  #clear(entry: Entry): void {
    const { stale } = this.catalogue
    const rows = this.#rowsOf(entry)
    for (const key of rows.keys()) {
      const left = (stale.get(key) ?? []).filter((each) => each !== entry)
      if (left.length > 0) stale.set(key, left)
      else stale.delete(key)
    }
    rows.clear()
    this.#touch(entry)
  }

  /** Takes all copies of a row away but the one in `keep`. */
  #drop(key: string, keep?: Entry): void {
    const copies = this.catalogue.copiesOf(key)
    for (const entry of copies) {
      if (entry === keep) continue
      this.#rowsOf(entry).delete(key)
      this.#touch(entry)
    }
    if (copies.length > 0) {
      this.catalogue.forget(key)
      if (keep && copies.includes(keep)) this.catalogue.where.set(key, keep)
    }
  }

  /** Whether there is something for `save` to write. */
  get isChanged(): boolean {
    return this.#changed.size > 0
  }
  /** Writes what changed; the transaction commits it. */
  async save(): Promise<void> {
    await this.#write([...this.#changed.keys()])
  }

  async #write(entries: readonly Entry[]): Promise<void> {
    const { segments } = this.tables
    const [full, empty] = [entries.filter(holdsRows), entries.filter((each) => !holdsRows(each))]
    if (entries.length > 0) await this.beforeWrite?.(entries.map((entry) => this.#keyOf(entry)))
    // Deletes alone need no room.
    if (full.length > 0)
      await putSegments(
        this.tables,
        full.map((entry) => this.#closed(entry)),
      )
    await segments.bulkDelete(empty.map((entry) => this.#keyOf(entry)))
    for (const entry of entries) {
      this.#changed.delete(entry)
      this.#rows.delete(entry)
      this.#columns.delete(entry)
    }
  }

  async #load(entries: readonly Entry[]): Promise<void> {
    const wanted = entries.filter(
      (entry) => entry.count > 0 && !this.#rows.has(entry) && !this.#columns.has(entry),
    )
    if (wanted.length === 0) return
    const keys = wanted.map((entry) => this.#keyOf(entry))
    const segments = await this.tables.segments.bulkGet(keys)
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

  #keyOf({ scope, part }: Entry): SegmentKey {
    const { account, kind } = this
    return segmentKey({ account, kind, scope, part })
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
