import { kindOf, type KindName } from '@/utils/kinds'
import type { Table } from '@/utils/records'
import type { Match } from './candidate'
import { plainName } from './names'

/** What a user taught: which column is which field, for tables with just these columns. It holds no values. */
export interface LearnedMapping {
  /** `keyOfColumns` of the table it was taught on. */
  columns: string
  kind: KindName
  /** Field by the plain name of its column; '' for a column that is to be left out. */
  fields: Readonly<Record<string, string>>
  /** Switched off by the user, kept in the list. */
  off?: boolean
}

/** What a set of headers is remembered by: their plain names, whatever their order and the address. */
export function keyOfColumns(columns: readonly string[]): string {
  return [...new Set(columns.map(plainName))]
    .filter((name) => name !== '')
    .sort()
    .join('|')
}

/**
 * A mapping to keep, made of what the user accepted or corrected.
 * @param fields columns by index; a column that is not among them is one the user leaves out
 */
export function learn(
  columns: readonly string[],
  kind: KindName,
  fields: readonly { column: number; field: string }[],
): LearnedMapping {
  const named = new Map(fields.map(({ column, field }) => [column, field]))
  const pairs = columns.map((name, column) => [plainName(name), named.get(column) ?? ''] as const)
  return { columns: keyOfColumns(columns), kind, fields: Object.fromEntries(pairs) }
}

/** What was taught for tables with just these columns, if anything in force was. */
export function learnedFor(
  { columns }: Table,
  learned: readonly LearnedMapping[],
): LearnedMapping | undefined {
  if (learned.length === 0) return undefined
  const key = keyOfColumns(columns)
  return learned.find((each) => each.columns === key && each.off !== true)
}

/**
 * The columns as taught. Where the user's word is the recogniser's own, its reading of the column stays (two fields
 * in one cell, a period); another field takes the column as it is, and no field leaves it out.
 * @param guessed what the recogniser takes the columns for in the taught kind
 */
export function taughtMatches(
  { columns }: Table,
  mapping: LearnedMapping,
  guessed: readonly Match[],
): Match[] {
  const { fields } = kindOf(mapping.kind)
  const named = columns.map((name) => {
    const plain = plainName(name)
    const field = Object.hasOwn(mapping.fields, plain) ? (mapping.fields[plain] ?? '') : ''
    return Object.hasOwn(fields, field.split('.')[0] ?? '') ? field : ''
  })
  const matches = named.flatMap((field, column): Match[] => {
    if (field === '') return []
    const own = guessed.filter((match) => match.column === column)
    if (own.some((match) => match.field === field)) return own
    return [{ column, field, confidence: 1, weak: false }]
  })
  // What was named for one column is not taken from another as well.
  return matches.filter(({ field, column }) => {
    const at = named.indexOf(field)
    return at < 0 || at === column
  })
}
