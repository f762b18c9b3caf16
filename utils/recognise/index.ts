import { kindOf, type KindName } from '@/utils/kinds'
import { shownKinds } from '@/utils/kinds/shown'
import type { KindRecord, Recognition, Table } from '@/utils/records'
import { mayComeFrom, surroundingsOf } from './context'
import { anyKnows } from './dictionary'
import { learnedFor, taughtMatches, type LearnedMapping } from './learned'
import { withoutPrefix } from './prefix'
import {
  gathered,
  manyRowsReader,
  mapRows,
  rowReader,
  shownMapping,
  type RowReader,
} from './map-rows'
import type { ColumnsReader } from './read-columns'
import type { Candidate, Sampled } from './candidate'
import { fit } from './match'
import { eachRow, sampleOf, sampleRows } from './values'

export { keyOfColumns, learn, type LearnedMapping } from './learned'
export { questionOf, type Asked, type Proposal, type Question } from './question'
export type { Candidate } from './candidate'

export interface RecogniseOptions {
  /** Origins the user switched on, besides the console's own. */
  origins?: readonly string[]
  /** What the user taught; tried first. */
  learned?: readonly LearnedMapping[]
}

/** By how much the best kind must be ahead of the next: closer is nothing. */
const margin = 1.08
const farBetter = 1.25

/** No name of a column is longer, and what looks at names may take its time with each. */
const longestName = 300
function bounded(table: Table): Table {
  if (table.columns.every(({ length }) => length <= longestName)) return table
  return { ...table, columns: table.columns.map((column) => column.slice(0, longestName)) }
}

/**
 * What a table is: its kind, which column is which field, and its rows as records; or nothing. Pure and linear in rows.
 * A wrong guess is worse than none: without identity, without what makes a kind itself, or with two kinds about
 * equally likely, the answer is nothing.
 */
export function recognise(given: Table, options: RecogniseOptions = {}): Recognition | undefined {
  const found = decided(given, options)
  if (!found) return undefined
  const { table, choice } = found
  const { kind, matches, taught } = choice
  const around = surroundingsOf(table.context, table.columns)
  const { rows, rejected } = mapRows(kind, table, matches, around)
  if (rows.length === 0) return undefined
  const { total } = table.context
  return {
    ...told(given, choice),
    rows,
    rejected,
    ...(total === undefined ? {} : { total }),
    ...(taught ? { taught } : {}),
  }
}

/** What a table is, and how to read rows with the same columns: for tables too long to be held. */
export interface Reading extends Omit<Recognition, 'rows' | 'rejected' | 'total' | 'taught'> {
  read: RowReader
  /** The same for many rows at once; absent where a record is put together from several cells or rows. */
  readMany?: ColumnsReader
  /** Puts records together that are parts of one: of all rows, once they are read. */
  gather(records: KindRecord[]): KindRecord[]
}

/**
 * Recognises a table by its header and some of its rows.
 * @param sample the first thousand rows or so; its readings of dates and shares hold for all
 */
export function readingOf(given: Table, options: RecogniseOptions = {}): Reading | undefined {
  const found = decided(given, options)
  if (!found) return undefined
  const { table: sample, choice } = found
  const { kind, matches } = choice
  const around = surroundingsOf(sample.context, sample.columns)
  const readMany = manyRowsReader(kind, sample, matches, around)
  return {
    ...told(given, choice),
    read: rowReader(kind, sample, matches, around),
    ...(readMany ? { readMany } : {}),
    gather: (records) => gathered(records, kind),
  }
}

/** What a table is by its names, or by what is left of them without what all of them begin with, if that says more. */
function decided(
  given: Table,
  options: RecogniseOptions,
): { table: Table; choice: Choice } | undefined {
  const table = bounded(given)
  const choice = chosen(table, options)
  if (choice?.taught) return { table, choice }
  const columns = withoutPrefix(table.columns)
  const bare = columns && { ...table, columns }
  const second = bare && chosen(bare, options)
  const isBetter =
    !choice || (second?.kind === choice.kind && second.matches.length > choice.matches.length)
  if (second && isBetter) return { table: bare, choice: second }
  return choice && { table, choice }
}

interface Choice extends Pick<Candidate, 'kind' | 'matches' | 'confidence'> {
  taught?: true
}
function chosen(table: Table, options: RecogniseOptions): Choice | undefined {
  const taught = mayComeFrom(table.context, options.origins ?? [])
    ? learnedFor(table, options.learned ?? [])
    : undefined
  if (taught) {
    const kind = kindOf(taught.kind)
    const matches = taughtMatches(table, taught, fit(kind, sampled(table))?.matches ?? [])
    return { kind, matches, confidence: 1, taught: true }
  }
  const all = candidates(table, options)
  const [best, next] = all
  if (!best || best.lacks !== undefined) return undefined
  if (next && next.lacks === undefined && best.score < next.score * margin) return undefined
  // What looks far more like another kind, of which something is missing, is not this one either.
  if (all.some(({ lacks, score }) => lacks !== undefined && score > best.score * farBetter))
    return undefined
  return best
}

function told({ columns }: Table, { kind, matches, confidence }: Choice) {
  const taken = new Set(matches.map(({ column }) => column))
  return {
    kind: kind.name as KindName,
    confidence: Math.round(confidence * 100) / 100,
    mapping: shownMapping(matches),
    unmapped: columns.filter((_, column) => !taken.has(column)),
  }
}

/** The kinds a table might be, best first, with what each still lacks: for the teach view. */
export function propose(table: Table, options: RecogniseOptions = {}): Candidate[] {
  return candidates(bounded(table), options).filter(({ matches }) => matches.length >= 2)
}

/** Whether an address is worth looking at again: some column of it is known to some kind. */
export function isKnownSomewhere(table: Table): boolean {
  return bounded(table).columns.some((column) => anyKnows(column))
}

function sampled(table: Table): Sampled {
  const rows = sampleRows(table)
  return {
    table,
    samples: table.columns.map((_, column) => sampleOf(rows, column)),
    around: surroundingsOf(table.context, table.columns),
  }
}

function candidates(table: Table, { origins = [] }: RecogniseOptions): Candidate[] {
  const empty = table.columns.length === 0 || eachRow(table).count === 0
  if (empty || !mayComeFrom(table.context, origins)) return []
  const seen = sampled(table)
  const found = shownKinds
    .map((name) => fit(kindOf(name), seen))
    .filter((each) => each !== undefined)
  // What lacks something stands behind what lacks nothing.
  return found.sort(
    (a, b) => Number(a.lacks !== undefined) - Number(b.lacks !== undefined) || b.score - a.score,
  )
}
