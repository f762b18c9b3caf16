import type { AnalyticsFacts, AnalyticsKind, AnalyticsRow, AnalyticsSource } from './api'

export type * from './api'

/** Rows as a file or a host hands them over. */
export interface StaticRows {
  rows: Partial<Record<AnalyticsKind, readonly AnalyticsRow[]>>
  facts?: Partial<Record<AnalyticsKind, AnalyticsFacts>>
}

/** A source of rows that do not change. */
export const staticSource = ({ rows, facts = {} }: StaticRows): AnalyticsSource => ({
  rows: async (kind) => rows[kind] ?? [],
  facts: async (kind) => facts[kind],
})

/**
 * A source of a JSON text: rows by kind, or one exported table (`{"kind": …, "rows": […]}`), or several in a list.
 * @throws SyntaxError where it is neither
 */
export function jsonSource(text: string): AnalyticsSource {
  const value: unknown = JSON.parse(text)
  const rows: Partial<Record<AnalyticsKind, readonly AnalyticsRow[]>> = Object.create(null)
  for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const said = each as { kind?: unknown; rows?: unknown } | null
    if (typeof said?.kind === 'string' && isRows(said.rows))
      rows[said.kind as AnalyticsKind] = said.rows
    else if (typeof said?.rows === 'object' && said.rows !== null && !Array.isArray(said.rows)) {
      for (const [kind, list] of Object.entries(said.rows))
        if (isRows(list)) rows[kind as AnalyticsKind] = list
    } else throw new SyntaxError('no rows of a known form')
  }
  return staticSource({ rows })
}
const isRows = (value: unknown): value is AnalyticsRow[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null)
