import Papa from 'papaparse'
import { moment, type FileCell, type TableFile } from './table-file'

/** What a spreadsheet program would take for a formula, and the mark that keeps it from doing so. */
const risky = /^[=+\-@\t\r＝＋－＠']/

/** A text that no spreadsheet program runs: IMP-06 of what must hold. Numbers are no texts and stay as they are. */
export const safeText = (text: string): string => (risky.test(text) ? `'${text}` : text)

/**
 * A table as a CSV file: UTF-8 with its mark, so that spreadsheet programs read Chinese; quoted where needed.
 */
export function separatedFile(table: TableFile): string {
  const lines = [
    ...table.facts.map(([label, value]) => [safeText(label), safeText(value)]),
    table.columns.map(safeText),
    ...table.rows.map((row) => row.map((cell) => cellText(cell, table.zone))),
  ]
  return `\ufeff${Papa.unparse(lines, { newline: '\r\n' })}\r\n`
}

function cellText(cell: FileCell, zone: string): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return safeText(cell)
  return 'number' in cell ? cell.number : moment(cell.at, zone)
}
