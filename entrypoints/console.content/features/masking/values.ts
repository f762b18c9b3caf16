import type { ShownTables } from '@/utils/messaging/protocol'
import { rootsOf, type PageColumn } from '@/utils/sources/page/eyes'
import { tablesOfPage } from '@/utils/sources/page/tables'

const mostRows = 500

/** Rows of the tables on the page in which something is readable that is hidden at other times. */
export function shownTables(columns: readonly PageColumn[]): ShownTables['tables'] {
  const open = columns.filter(({ masked, rows }) => masked < rows)
  const elements = new Set(open.flatMap(({ cells }) => cells.map(({ element }) => element)))
  if (elements.size === 0) return []
  return rootsOf(document)
    .flatMap((root) => tablesOfPage(root, { source: 'page', url: location.href }))
    .filter(({ cells }) => cells.some((row) => row.some((cell) => cell && elements.has(cell))))
    .map(({ table }) => ({
      columns: table.columns,
      rows: table.rows.slice(0, mostRows).map((row) => row.map((value) => value as string)),
    }))
}
