import type { TableFile } from '@/utils/files/table-file'

/** Hands a file over, as a download of the page. */
export function giveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  // The download has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
/** Hands a table over under its title; what writes it is loaded with the first one. */
export async function giveTable(
  table: TableFile,
  title: string,
  as: 'csv' | 'xlsx',
): Promise<void> {
  if (as === 'xlsx') {
    const { workbookFile } = await import('@/utils/files/workbook')
    return giveFile(await workbookFile(table, title), `${title}.xlsx`)
  }
  const { separatedFile } = await import('@/utils/files/separated')
  giveFile(new Blob([separatedFile(table)], { type: 'text/csv' }), `${title}.csv`)
}
