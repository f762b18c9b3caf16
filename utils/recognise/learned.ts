import { kindOf, type KindName } from '@/utils/kinds'
import type { Table } from '@/utils/records'
import type { Match } from './match'
import { plainName } from './names'

/** What a user taught: which column is which field, for tables with just these columns. It holds no values. */
export interface LearnedMapping {
  /** `keyOfColumns` of the table it was taught on. */
  columns: string
  kind: KindName
  /** Field by the plain name of its column. */
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

/** A mapping to keep, made of what the user accepted or corrected. */
export function learn(
  columns: readonly string[],
  kind: KindName,
  fields: readonly { column: number; field: string }[],
): LearnedMapping {
  const pairs = fields.map(
    ({ column, field }) => [plainName(columns[column] ?? ''), field] as const,
  )
  return { columns: keyOfColumns(columns), kind, fields: Object.fromEntries(pairs) }
}

/** The columns of a table by what was taught for tables like it. */
export function learnedMatches(
  table: Table,
  learned: readonly LearnedMapping[],
): { kind: KindName; matches: Match[] } | undefined {
  if (learned.length === 0) return undefined
  const key = keyOfColumns(table.columns)
  const mapping = learned.find(({ columns, off }) => columns === key && off !== true)
  if (!mapping) return undefined
  const { fields } = kindOf(mapping.kind)
  const matches: Match[] = []
  table.columns.forEach((name, column) => {
    const plain = plainName(name)
    const field = Object.hasOwn(mapping.fields, plain) ? mapping.fields[plain] : undefined
    if (field !== undefined && Object.hasOwn(fields, field.split('.')[0] ?? ''))
      matches.push({ column, field, confidence: 1, weak: false })
  })
  return matches.length > 0 ? { kind: mapping.kind, matches } : undefined
}
