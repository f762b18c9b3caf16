import type { KindName } from '@/utils/kinds'
import { segmentRows } from '../catalogue'
import { append } from '../claim'
import { decode, type KeptRecord } from '../columns'
import type { Database, Tables } from '../database'
import { guarded } from '../failure'
import { follow } from '../follow'
import { lay, type Arrival } from '../ingest'
import { isGlanced, writeGlance } from '../popup'
import { Shelf } from '../shelf'
import { count } from '../tally'
import { forgetImport } from './forget'
import { clearBatch, type Staging } from './staging'
import type { ImportedKind, ImportLine, Piece } from './types'

export interface Order {
  id: string
  account: string
  fileName: string
  /** The moment the file speaks of, epoch ms. */
  observedAt: number
  rejected: number
  /** Key of the export task this is the file of. */
  task?: string
  /** For what the popup shows, epoch ms. */
  now: number
}

/** What watches a long piece of work, and may end it. */
export interface Watch {
  progress(rows: number): void
  /** Throws where the work is to end; nothing of it stays then. */
  check(): void
}

/**
 * Takes all pieces of a batch into the cache in one transaction, with what is needed to undo it: all of it is there
 * afterwards, or nothing.
 * @throws FullError, or what `watch.check` throws, with nothing changed
 */
export async function takeOver(
  database: Database,
  staging: Staging,
  order: Order,
  watch: Watch,
): Promise<ImportLine> {
  return guarded(database, () =>
    database.atomically('rw', written, async (tables) => {
      const observedAt = await ownMoment(tables, order.observedAt)
      const shelves = new Map<KindName, Taking>()
      const before = new Images(tables, order.id)
      let done = 0
      const take = async (pieces: readonly Piece[]) => {
        for (const piece of pieces) {
          watch.check()
          let taking = shelves.get(piece.kind)
          if (!taking) {
            taking = await Taking.open(tables, order.account, piece.kind, before)
            shelves.set(piece.kind, taking)
          }
          await taking.take(piece, observedAt)
          watch.progress((done += piece.columns.length))
        }
        for (const { shelf } of shelves.values()) await shelf.settled()
      }
      await staging.each(tables, take)
      await clearBatch(tables, staging.batch)
      const line = await noted(tables, order, observedAt)
      const stamp = await count(tables, ...[...shelves.values()].map(({ shelf }) => shelf))
      for (const [kind, { kept, changed, made }] of shelves)
        line.kinds.push({ kind, kept, changed, stamp, made })
      await forgetOlder(tables, line)
      await tables.imports.put(line)
      if (order.task !== undefined || [...shelves.keys()].some(isGlanced))
        await writeGlance(tables, order.account, order.now)
      watch.check()
      return line
    }),
  )
}

/** The tables that an import, or its undoing, writes. */
export const written = [
  'segments',
  'marks',
  'glance',
  'settings',
  'meta',
  'reminders',
  'staged',
  'imports',
  'before',
] as const

/** Rows of an import are told from all others by their moment: no two imports have the same. */
async function ownMoment({ imports }: Tables, wanted: number): Promise<number> {
  const taken = new Set((await imports.toArray()).map(({ observedAt }) => observedAt))
  let moment = wanted
  while (taken.has(moment)) moment++
  return moment
}

/** One kind of a batch on its way onto its shelf. */
class Taking {
  kept = 0
  changed = 0
  readonly made: ImportedKind['made'] = []

  private constructor(readonly shelf: Shelf) {}

  static async open(
    tables: Tables,
    account: string,
    kind: KindName,
    before: Images,
  ): Promise<Taking> {
    const shelf = await Shelf.open(tables, account, kind)
    // What waits in deltas comes to its place first: segments can be put back as a whole then.
    if (shelf.catalogue.deltas.length > 0) await shelf.fold()
    const taking = new Taking(shelf)
    shelf.beforeWrite = async (keys) => {
      for (const [, , scope, part] of await before.keep(keys)) taking.made.push([scope, part])
    }
    return taking
  }

  async take(piece: Piece, observedAt: number): Promise<void> {
    const { columns, scope } = piece
    this.kept += columns.length
    if (this.#mayBeNew(piece)) {
      columns.account = this.shelf.account
      columns.observedAt.fill(observedAt)
      const made = append(this.shelf, scope, columns)
      if (made) {
        this.made.push(made)
        this.changed += columns.length
        return
      }
    }
    await this.shelf.settled()
    const arrivals = arrivalsOf(piece, this.shelf.account, observedAt)
    await this.shelf.loadFor(
      arrivals.map(({ row }) => row),
      true,
    )
    const { changed, renamed } = lay(this.shelf, arrivals)
    this.changed += changed
    if (renamed.size > 0) await follow(this.shelf.tables, renamed, this.shelf.account)
    await this.shelf.save()
  }

  /** Whether the rows have no second name, and the last segment of their scope no room for them. */
  #mayBeNew({ scope, columns }: Piece): boolean {
    if (columns.aliases) return false
    const last = this.shelf.catalogue.lastOf(scope)
    return !last || last.count === 0 || last.count + columns.length > segmentRows
  }
}

function arrivalsOf(piece: Piece, account: string, observedAt: number): Arrival[] {
  const foreign = Object.entries(piece.foreign)
  return decode(piece.columns).map((row, index) => {
    const $ = { ...row.$, account, observedAt }
    const masked = foreign.filter(([, marks]) => marks[index] === 1).map(([name]) => name)
    return { row: { ...row, $ } as KeptRecord, foreign: new Set(masked) }
  })
}

/** The segments as they were before the batch, each kept once. */
class Images {
  readonly #seen = new Set<string>()
  #part = 0

  constructor(
    readonly tables: Tables,
    readonly batch: string,
  ) {}

  /** @returns the keys of segments there were none of */
  async keep<K extends readonly [string, string, string, number]>(
    keys: readonly K[],
  ): Promise<K[]> {
    const fresh = keys.filter((key) => !this.#seen.has(JSON.stringify(key)))
    for (const key of fresh) this.#seen.add(JSON.stringify(key))
    const segments = await this.tables.segments.bulkGet(fresh.map((key) => [...key]))
    const present = segments.filter((each) => each !== undefined)
    await this.tables.before.bulkPut(
      present.map((segment) => ({ batch: this.batch, part: this.#part++, segment })),
    )
    return fresh.filter((_, index) => segments[index] === undefined)
  }
}

/** Marks the export as fetched and read, and begins the line of the import. */
async function noted(
  { marks }: Tables,
  { id, account, fileName, rejected, task, now }: Order,
  observedAt: number,
): Promise<ImportLine> {
  const line: ImportLine = {
    id,
    account,
    fileName,
    importedAt: now,
    observedAt,
    kinds: [],
    rejected,
  }
  if (task === undefined) return line
  const present = (await marks.get([account, task]))?.marks
  await marks.put({ account, key: task, marks: { downloadedAt: now, ...present, importedAt: now } })
  return { ...line, task: { key: task, ...(present ? { marks: present } : {}) } }
}

/** Only the latest import of a kind can be undone. */
async function forgetOlder(tables: Tables, line: ImportLine): Promise<void> {
  const kinds = new Set(line.kinds.map(({ kind }) => kind))
  for (const each of await tables.imports.toArray())
    if (each.account === line.account && each.kinds.some(({ kind }) => kinds.has(kind)))
      await forgetImport(tables, each.id)
}
