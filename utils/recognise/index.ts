import { kindNames, kindOf, type KindName } from '@/utils/kinds'
import type { Fields, Kind } from '@/utils/kinds/define'
import type { Recognition, Table } from '@/utils/records'
import { mayComeFrom, surroundingsOf } from './context'
import { anyKnows } from './dictionary'
import { learnedFor, taughtMatches, type LearnedMapping } from './learned'
import { mapRows, shownMapping } from './map-rows'
import { fit, type Candidate, type Match, type Sampled } from './match'
import { eachRow, sampleOf, sampleRows } from './values'

export { keyOfColumns, learn, type LearnedMapping } from './learned'
export { questionOf, type Asked, type Proposal, type Question } from './question'
export type { Candidate } from './match'

export interface RecogniseOptions {
  /** Origins the user switched on, besides the console's own. */
  origins?: readonly string[]
  /** What the user taught; tried first. */
  learned?: readonly LearnedMapping[]
}

/** By how much the best kind must be ahead of the next: closer is nothing. */
const margin = 1.08
const farBetter = 1.25

/**
 * What a table is: its kind, which column is which field, and its rows as records; or nothing. Pure and linear in rows.
 * A wrong guess is worse than none: without identity, without what makes a kind itself, or with two kinds about
 * equally likely, the answer is nothing.
 */
export function recognise(table: Table, options: RecogniseOptions = {}): Recognition | undefined {
  const taught = mayComeFrom(table.context, options.origins ?? [])
    ? learnedFor(table, options.learned ?? [])
    : undefined
  if (taught) {
    const kind = kindOf(taught.kind)
    const matches = taughtMatches(table, taught, fit(kind, sampled(table))?.matches ?? [])
    const found = read(table, kind, matches, 1)
    return found && { ...found, taught: true }
  }
  const all = candidates(table, options)
  const [best, next] = all
  if (!best || best.lacks !== undefined) return undefined
  if (next && next.lacks === undefined && best.score < next.score * margin) return undefined
  // What looks far more like another kind, of which something is missing, is not this one either.
  if (all.some(({ lacks, score }) => lacks !== undefined && score > best.score * farBetter))
    return undefined
  return read(table, best.kind, best.matches, best.confidence)
}

function read(
  table: Table,
  kind: Kind<Fields>,
  matches: readonly Match[],
  confidence: number,
): Recognition | undefined {
  const around = surroundingsOf(table.context, table.columns)
  const { rows, rejected } = mapRows(kind, table, matches, around)
  if (rows.length === 0) return undefined
  const taken = new Set(matches.map(({ column }) => column))
  const { total } = table.context
  return {
    kind: kind.name as KindName,
    confidence: Math.round(confidence * 100) / 100,
    mapping: shownMapping(matches),
    rows,
    rejected,
    unmapped: table.columns.filter((_, column) => !taken.has(column)),
    ...(total === undefined ? {} : { total }),
  }
}

/** The kinds a table might be, best first, with what each still lacks: for the teach view. */
export function propose(table: Table, options: RecogniseOptions = {}): Candidate[] {
  return candidates(table, options).filter(({ matches }) => matches.length >= 2)
}

/** Whether an address is worth looking at again: some column of it is known to some kind. */
export function isKnownSomewhere(table: Table): boolean {
  return table.columns.some((column) => anyKnows(column))
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
  const found = kindNames
    .map((name) => fit(kindOf(name), seen))
    .filter((each) => each !== undefined)
  // What lacks something stands behind what lacks nothing.
  return found.sort(
    (a, b) => Number(a.lacks !== undefined) - Number(b.lacks !== undefined) || b.score - a.score,
  )
}
