import type { Table, TableContext } from '@/utils/records'
import { decodeText } from './decode'
import { tablesOfText } from './separated'
import { formOf } from './signature'
import { tablesOfWorkbook } from './workbook'

export { decodeText } from './decode'
export { limits, RefusedFile, type FileProblem } from './limits'
export { partsOfFile, type Bytes, type Part } from './parts'

/**
 * The tables of a file that a person chose, whatever its bytes are called: a workbook by its first bytes, else
 * separated text.
 * @throws RefusedFile with the reason
 */
export async function tablesOfFile(bytes: Uint8Array, fileName: string): Promise<Table[]> {
  const context: TableContext = { source: 'file', fileName }
  if (bytes.length === 0) return []
  if (formOf(bytes, fileName) === 'workbook') return tablesOfWorkbook(bytes, context)
  return tablesOfText(decodeText(bytes), context, /\.tsv$/i.test(fileName) ? '\t' : undefined)
}
