/** The export files: every masked column anonymised, and no eye to press. Section 5 of DOMAIN.md. */
import { Readable } from 'node:stream'
import writeExcelFile from 'write-excel-file/node'
import type { Wire } from './answers/row.ts'
import type { Rows } from './data/book.ts'
import { mask } from './masking.ts'
import { display, type Reading } from './pages/display.ts'
import type { Column, Sheet } from './pages/page.ts'

/** What an asynchronous export holds at most (section 1.2 of DOMAIN.md). */
const MOST_ROWS = 500_000

/** One column for each value: what shares a cell on the screen is apart in a file. */
interface FileColumn extends Column {
  title: string
}

function fileColumns(sheet: Sheet, reading: Reading): FileColumn[] {
  return sheet.columns.flatMap((column) => {
    const [title = '', second] = reading.say(column.words).split('/')
    if (column.also === undefined) return [{ ...column, title: reading.say(column.words) }]
    const { also, ...first } = column
    return [
      { ...first, title },
      { ...also, words: column.words, title: second ?? 'ID' },
    ]
  })
}

const cell = (column: FileColumn, row: Wire, reading: Reading): string => {
  const value = row[column.key]
  if (column.masked !== undefined) return mask(String(value ?? ''), column.masked)
  if (column.show === 'money' || column.show === 'amount') return String(value ?? '')
  return display(column, value, reading)
}

export function csvFile(sheet: Sheet, rows: Rows<Wire>, reading: Reading): Readable {
  const columns = fileColumns(sheet, reading)
  return Readable.from(csvLines(columns, rows, reading))
}

function* csvLines(columns: FileColumn[], rows: Rows<Wire>, reading: Reading): Generator<string> {
  yield `\uFEFF${columns.map((column) => quoted(column.title)).join(',')}\r\n`
  for (let index = 0; index < Math.min(rows.size, MOST_ROWS); index++) {
    const row = rows.at(index)
    yield `${columns.map((column) => quoted(cell(column, row, reading))).join(',')}\r\n`
  }
}

/** Long numbers get a tab, as the console writes them for the spreadsheet's sake. */
const quoted = (text: string): string => {
  const shown = /^\d{12,}$/.test(text) ? `${text}\t` : text
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}

export async function xlsxFile(sheet: Sheet, rows: Rows<Wire>, reading: Reading): Promise<Buffer> {
  const columns = fileColumns(sheet, reading)
  const head = columns.map((column) => ({ value: column.title, fontWeight: 'bold' as const }))
  const lines = Array.from({ length: Math.min(rows.size, MOST_ROWS) }, (_, index) => {
    const row = rows.at(index)
    return columns.map((column) => {
      const text = cell(column, row, reading)
      const isNumber = column.show === 'money' || column.show === 'amount'
      return isNumber && text !== ''
        ? { type: Number, value: Number(text), format: '#,##0.00' }
        : { type: String, value: text }
    })
  })
  return await writeExcelFile([head, ...lines]).toBuffer()
}
