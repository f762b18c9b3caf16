import { Pile } from '@/utils/cache/imports/pile'
import type { Piece } from '@/utils/cache/imports/types'
import { storable } from '@/utils/cache/merge'
import { kindOf, type KindName } from '@/utils/kinds'
import { propose, readingOf, type Reading, type RecogniseOptions } from '@/utils/recognise'
import { shownMapping } from '@/utils/recognise/map-rows'
import { recordAt, type ColumnsReader } from '@/utils/recognise/read-columns'
import type { KindRecord, Table } from '@/utils/records'
import { partsOfFile, type Bytes, type Part } from '@/utils/sources/file'
import { Rejects } from './rejects'
import type { Preview, PreviewTable, Refusal, UnknownTable } from './types'

export interface ReadOptions {
  fileName: string
  /** The user was asked about a workbook that grows suspiciously, and wants it read. */
  trusting: boolean
  /** Whose the rows are thought to be. */
  account: string
  secret: string
  learned: RecogniseOptions['learned']
  /** Takes the rows that are ready. */
  add(piece: Piece): void
  /** Called between pieces of the file; throws where the reading is to end. */
  between(share: number, rows: number): Promise<void>
}
/** What a file holds; `refusal` where nothing of it can be imported. */
export interface ReadFile {
  preview: Preview
  rejects: Rejects
  refusal?: Refusal
}

const shownRows = 5
const shownRejects = 100

/**
 * Reads a whole file: recognised by its header and first rows, then row by row into columns that are ready to be taken
 * over. Nothing of it is in the cache yet.
 * @throws RefusedFile with what it really is, or which limit it is past
 */
export async function readFile(file: Bytes, options: ReadOptions): Promise<ReadFile> {
  const sheets = new Map<number, Sheet | UnknownTable>()
  const rejects = new Rejects()
  let rows = 0
  for await (const part of partsOfFile(file, options.fileName, options.trusting)) {
    let sheet = sheets.get(part.table)
    if (!sheet) {
      sheet = begin(part, options, rejects)
      sheets.set(part.table, sheet)
    }
    if (sheet instanceof Sheet) rows += await sheet.take(part)
    await options.between(part.share, rows)
  }
  const all = [...sheets.values()]
  const known = all.filter((each) => each instanceof Sheet)
  for (const sheet of known) await sheet.end()
  const tables = known.map(({ table }) => table)
  const preview: Preview = {
    rows: tables.reduce((sum, each) => sum + each.rows, 0),
    tables,
    unknown: all.filter((each) => !(each instanceof Sheet)) as UnknownTable[],
    rejected: rejects.count,
    firstRejected: rejects.first(shownRejects),
    reasons: rejects.reasons,
  }
  const refusal = refusalOf(preview)
  return { preview, rejects, ...(refusal === undefined ? {} : { refusal }) }
}

function refusalOf({ tables, unknown, rows }: Preview): Refusal | undefined {
  if (tables.length === 0) {
    if (unknown.length === 0) return 'no-header'
    return unknown.every(({ near }) => near?.kind === 'exportTask' && near.lacks === undefined)
      ? 'export-list'
      : 'unknown-table'
  }
  return rows === 0 ? 'no-rows' : undefined
}

function begin(part: Part, options: ReadOptions, rejects: Rejects): Sheet | UnknownTable {
  const { columns, rows, context } = part
  const sample: Table = { columns, rows, context }
  const { learned = [] } = options
  const named = context.tab === undefined ? {} : { sheet: context.tab }
  const reading = readingOf(sample, { learned })
  // The list of exports is read where it stands: a file of it would be older than what is known.
  if (reading && reading.kind !== 'exportTask') return new Sheet(part, reading, options, rejects)
  if (reading) return { ...named, columns, near: { kind: reading.kind, mapping: reading.mapping } }
  const [best] = propose(sample, { learned })
  if (!best) return { ...named, columns }
  const near = {
    kind: best.kind.name as KindName,
    mapping: shownMapping(best.matches),
    ...(best.lacks === undefined ? {} : { lacks: best.lacks }),
  }
  return { ...named, columns, near }
}

/** One table of the file, on its way into columns. */
class Sheet {
  readonly table: PreviewTable
  readonly #pile: Pile
  /** Of a kind whose records may be spread over several rows: these wait for the end. */
  readonly #waiting: { records: KindRecord[]; at: number[] } | undefined

  constructor(
    { columns, context }: Part,
    readonly reading: Reading,
    { secret, account, add }: ReadOptions,
    readonly rejects: Rejects,
  ) {
    const { kind, mapping, unmapped, confidence } = reading
    this.table = {
      kind,
      ...(context.tab === undefined ? {} : { sheet: context.tab }),
      columns,
      mapping,
      unmapped,
      confidence,
      rows: 0,
      first: [],
      rejected: 0,
    }
    this.#pile = new Pile(kind, secret, account, add)
    if (kind === 'resourcePackage') this.#waiting = { records: [], at: [] }
  }

  /** @returns how many rows were looked at */
  async take({ rows, at, beyond }: Part): Promise<number> {
    for (const line of beyond) this.#reject(line, 'more cells than columns')
    await (this.reading.readMany
      ? this.#takeMany(this.reading.readMany, rows, at)
      : this.#takeEach(rows, at))
    return rows.length + beyond.length
  }

  /** By columns, as nearly every table can be read. */
  async #takeMany(
    readMany: ColumnsReader,
    rows: readonly unknown[][],
    at: readonly number[],
  ): Promise<void> {
    const { fields, count, rows: good, rejected } = readMany(rows)
    for (const { row, reason } of rejected) this.#reject(at[row] ?? 0, reason)
    for (let row = 0; row < count && this.table.first.length < shownRows; row++)
      this.#show(recordAt(fields, row))
    if (await this.#pile.addColumns(fields, count)) {
      this.table.rows += count
      return
    }
    const records = good.map((_, row) => recordAt(fields, row))
    await this.#keep(
      records,
      good.map((row) => at[row] ?? 0),
    )
  }

  async #takeEach(rows: readonly unknown[][], at: readonly number[]): Promise<void> {
    const records: KindRecord[] = []
    const lines: number[] = []
    rows.forEach((cells, index) => {
      const record = this.reading.read(cells)
      const line = at[index] ?? 0
      if (typeof record === 'string') return this.#reject(line, record)
      records.push(record)
      lines.push(line)
    })
    if (!this.#waiting) return this.#keep(records, lines)
    for (const record of records) this.#waiting.records.push(record)
    for (const line of lines) this.#waiting.at.push(line)
  }

  async end(): Promise<void> {
    if (this.#waiting) {
      const records = this.reading.gather(this.#waiting.records)
      await this.#keep(records, this.#waiting.at)
    }
    this.#pile.end()
  }

  async #keep(records: readonly KindRecord[], lines: readonly number[]): Promise<void> {
    const { table } = this
    for (let row = 0; row < records.length && table.first.length < shownRows; row++)
      this.#show(records[row] ?? {})
    const rejected = await this.#pile.add(records)
    for (const { row, reason } of rejected) this.#reject(lines[row] ?? 0, reason)
    table.rows += records.length - rejected.length
  }

  /** Personal values are masked before anybody sees them. */
  #show(record: KindRecord): void {
    this.table.first.push(storable(kindOf(this.table.kind).fields, record))
  }

  #reject(at: number, reason: string): void {
    this.table.rejected++
    this.rejects.add(at, reason, this.table.kind, this.table.sheet)
  }
}
