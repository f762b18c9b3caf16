import { kindOf, type KindName } from '@/utils/kinds'
import { mask } from '@/utils/masking/mask'
import type { FieldMapping, Recognition, Source, Table } from '@/utils/records'
import { zoneOf } from './dates'
import { shownMapping } from './map-rows'
import type { Candidate } from './candidate'
import { actions } from './match'
import { plainName } from './names'
import { isNothing, readValue } from './values'

/** A kind a table may be, and which column is which field then. */
export interface Proposal {
  kind: KindName
  mapping: FieldMapping[]
  /** Why it is not enough by itself, where it is not. */
  lacks?: string
}

/** A table that was not understood, or only partly, as it is put before the user. Holds no personal value in full. */
export interface Question {
  state: 'unknown' | 'partly'
  columns: string[]
  /** The first rows, with everything that may be a name, an account or a number of somebody shortened. */
  rows: string[][]
  /** Best first. Where a table is understood partly, the first is the one in use. */
  proposals: Proposal[]
  /** Near enough to one of the console's own tables that the user should be told without looking for it. */
  likely: boolean
}

/** A question and where it came up. Kept in session storage: in memory, for our own pages only. */
export interface Asked extends Question {
  /** The place and the set of columns: the same table asks once. */
  id: string
  /** `placeOf` the page. */
  place: string
  title: string
  source: Source
  /** Epoch ms. */
  seenAt: number
}

const mostRows = 5
const mostColumns = 60
const mostProposals = 3
const longest = 80

/**
 * What to ask the user about a table, if anything.
 * @param found what the recogniser took it for
 * @param proposals what it might be; only looked at where nothing was found
 */
export function questionOf(
  table: Table,
  found: Recognition | undefined,
  proposals: () => Candidate[],
): Question | undefined {
  if (found?.taught === true || table.columns.length > mostColumns) return undefined
  const open = openColumns(table, new Set(found?.mapping.map(({ column }) => column)))
  // Keys that no field takes are part of every answer; columns that people see are worth a word.
  if (found && (open.length === 0 || table.context.source !== 'page')) return undefined
  const might = found ? [] : proposals().slice(0, mostProposals)
  const near = isNear(might[0], table.columns.length)
  // What an answer lists beside the point is nobody's question; what the page shows may be.
  if (!found && (table.context.source === 'page' ? open.length < 3 : !near)) return undefined
  const shown: Proposal[] = found
    ? [{ kind: found.kind, mapping: found.mapping }]
    : might.map(({ kind, matches, lacks }) => ({
        kind: kind.name as KindName,
        mapping: shownMapping(matches),
        ...(lacks === undefined ? {} : { lacks }),
      }))
  return {
    state: found ? 'partly' : 'unknown',
    columns: table.columns,
    rows: masked(table, shown[0]),
    proposals: shown,
    likely: !found && table.context.source === 'page' && near,
  }
}

/**
 * More than half of it goes by names of the kind, two of them the kind's own (or one, where the page speaks of the
 * kind as well), and nothing says it is another thing.
 */
const isNear = (candidate: Candidate | undefined, columns: number) =>
  candidate !== undefined &&
  candidate.lacks !== 'another-kind' &&
  candidate.matches.length >= 3 &&
  candidate.matches.length * 2 > columns &&
  candidate.matches.filter(({ weak }) => !weak).length >= (candidate.context > 0 ? 1 : 2)

/** Columns with values that no field takes; what can be done with a row is none. */
function openColumns({ columns, rows }: Table, taken: ReadonlySet<number>): number[] {
  return columns.flatMap((name, column) =>
    !taken.has(column) &&
    plainName(name) !== '' &&
    !actions.has(plainName(name)) &&
    rows.some((row) => !isNothing(row[column]))
      ? [column]
      : [],
  )
}

/** An amount, a share, a day or a moment: nothing that tells who somebody is. */
const harmless =
  /^(?:[¥￥$€]\s?)?-?\d{1,3}(?:,?\d{3}){0,2}(?:\.\d{1,8})?\s?[%元]?$|^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/

function masked(table: Table, taken: Proposal | undefined): string[][] {
  const { mapping = [] } = taken ?? {}
  const kind = taken && kindOf(taken.kind)
  const setting = { zone: zoneOf(table) }
  const fieldAt = new Map(mapping.map(({ column, field }) => [column, field]))
  return table.rows.slice(0, mostRows).map((row) =>
    table.columns.map((_, column) => {
      const value = row[column]
      if (isNothing(value)) return ''
      if (typeof value === 'boolean') return String(value)
      const text = (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(
        0,
        longest,
      )
      if (harmless.test(text)) return text
      const name = fieldAt.get(column) ?? ''
      const field = kind?.fields[name]
      // Words of a list of words are the same for everybody.
      if (field?.type === 'choice' && readValue(name, field, value, setting) !== undefined)
        return text
      return field?.personal ? mask(field.personal, text) : ends(text)
    }),
  )
}

/**
 * Whatever else it is, only its ends are shown. Not with stars: a number of an order that is cut short still reads as
 * one, so that a mapping can be tried on the sample.
 */
function ends(text: string): string {
  const all = Array.from(text.trim())
  if (all.length <= 4) return `${all[0] ?? ''}…`
  return `${all.slice(0, 2).join('')}…${all.slice(-2).join('')}`
}
