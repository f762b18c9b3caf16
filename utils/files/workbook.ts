import { moment, type FileCell, type TableFile } from './table-file'

/** Digits a spreadsheet's number keeps; a longer figure goes as text, or it would be another one. */
const exactDigits = 15

/**
 * A table as an XLSX file with typed cells. The writer is loaded when it is first needed.
 */
export async function workbookFile(table: TableFile, name: string): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser')
  const bold = { fontWeight: 'bold' } as const
  const text = (value: string) => ({ type: String, value: value.slice(0, 32_767) })
  const sheet = [
    ...table.facts.map(([label, value]) => [text(label), text(value)]),
    table.columns.map((value) => ({ ...text(value), ...bold })),
    ...table.rows.map((row) => row.map((cell) => typed(cell, table.zone, text))),
  ]
  return write(sheet, {
    sheet: sheetName(name),
    columns: table.columns.map(() => ({ width: 20 })),
    stickyRowsCount: table.facts.length + 1,
  }).toBlob()
}

function typed(
  cell: FileCell,
  zone: string,
  text: (value: string) => { type: StringConstructor; value: string },
) {
  if (cell === undefined || cell === '') return null
  if (typeof cell === 'string') return text(cell)
  if ('at' in cell) return text(moment(cell.at, zone))
  const digits = cell.number.replace(/\D/g, '').replace(/^0+/, '')
  const value = Number(cell.number)
  if (!Number.isFinite(value) || digits.length > exactDigits) return text(cell.number)
  const decimals = cell.number.split('.')[1]?.length ?? 0
  return { type: Number, value, format: decimals === 0 ? '0' : `#,##0.${'0'.repeat(decimals)}` }
}

/** At most 31 characters, without those a sheet's name must not have. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31) || 'Sheet1'
