import readSheets from 'read-excel-file/universal'
import type { Table, TableContext } from '@/utils/records'
import { checkWorkbook } from './archive'
import { RefusedFile } from './limits'
import { tableOfSheet } from './sheet'

/** The tables of a workbook, one a sheet that has a header. */
export async function tablesOfWorkbook(bytes: Uint8Array, context: TableContext): Promise<Table[]> {
  await checkWorkbook(bytes)
  return (await sheetsOf(bytes)).flatMap(({ sheet, data }) => {
    const table = tableOfSheet(data, { ...context, tab: sheet })
    return table ? [table] : []
  })
}

async function sheetsOf(bytes: Uint8Array) {
  try {
    return await readSheets(bytes.slice().buffer)
  } catch {
    throw new RefusedFile('not-workbook')
  }
}
