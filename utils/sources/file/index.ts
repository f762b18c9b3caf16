import type { Table, TableContext } from '@/utils/records'
import { decodeText } from './decode'
import { RefusedFile } from './limits'
import { tableOfText } from './separated'
import { tablesOfWorkbook } from './workbook'

export { decodeText } from './decode'
export { limits, RefusedFile, type FileProblem } from './limits'
export { tablesOfStream } from './separated'

/**
 * The tables of a file that a person chose, whatever its bytes are called: a workbook by its first bytes, else
 * separated text.
 * @throws RefusedFile with the reason
 */
export async function tablesOfFile(bytes: Uint8Array, fileName: string): Promise<Table[]> {
  const context: TableContext = { source: 'file', fileName }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return tablesOfWorkbook(bytes, context)
  if (/\.xlsx$/i.test(fileName)) throw new RefusedFile('not-workbook')
  const table = tableOfText(decodeText(bytes), context, /\.tsv$/i.test(fileName) ? '\t' : undefined)
  return table ? [table] : []
}
