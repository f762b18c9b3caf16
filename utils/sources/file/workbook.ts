import type { Table, TableContext } from '@/utils/records'
import { Budget, entriesOf, textOf, wholeTextOf, type Entry } from './archive'
import { rowsOfSheet, sharedStrings, type Book, type Lines } from './grid'
import { RefusedFile } from './limits'
import { attribute, plainText, tagsOf } from './markup'
import { tablesOfSheet } from './sheet'
import { shownBy } from './styles'

/** The tables of a workbook, sheet by sheet. */
export async function tablesOfWorkbook(bytes: Uint8Array, context: TableContext): Promise<Table[]> {
  const tables: Table[] = []
  for (const { name, rows } of await sheetsOf(bytes)) {
    const lines: unknown[][] = []
    for await (const piece of rows()) for (const line of piece.lines) lines.push(line)
    tables.push(...tablesOfSheet(lines, { ...context, tab: name }))
  }
  return tables
}

export interface Sheet {
  name: string
  /** Reads the sheet, once. */
  rows(): AsyncGenerator<Lines>
}

/**
 * The sheets of a workbook in order; their rows are read when they are asked for, and never held all at once. Of an
 * archive only what these rows need is inflated.
 * @throws RefusedFile past a limit, or where it is no workbook
 */
export async function sheetsOf(bytes: Uint8Array, budget = new Budget()): Promise<Sheet[]> {
  const entries = entriesOf(bytes)
  const read = (name: string) => wholeTextOf(bytes, entries.get(name), budget)
  const workbook = await read('xl/workbook.xml')
  if (workbook === undefined)
    throw new RefusedFile(entries.has('[Content_Types].xml') ? 'not-workbook' : 'archive')
  const targets = new Map<string, Entry>()
  for (const tag of tagsOf((await read('xl/_rels/workbook.xml.rels')) ?? '', 'Relationship')) {
    const target = attribute(tag, 'Target') ?? ''
    const entry = entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    if (!entry) continue
    targets.set(attribute(tag, 'Id') ?? '', entry)
    const [, type = ''] = /\/(sharedStrings|styles)$/.exec(attribute(tag, 'Type') ?? '') ?? []
    targets.set(type, entry)
  }
  const placed = tagsOf(workbook, 'sheet').flatMap((tag) => {
    // What nobody sees, such as the words of a drop-down list or the rows behind a pivot, is not read.
    if (/^(?:hidden|veryHidden)$/.test(attribute(tag, 'state') ?? '')) return []
    const entry = targets.get(idOf(tag))
    return entry ? [{ name: plainText(attribute(tag, 'name') ?? ''), entry }] : []
  })
  if (placed.length === 0) throw new RefusedFile('not-workbook')
  const strings = targets.get('sharedStrings')
  const book: Book = {
    strings: strings ? await sharedStrings(textOf(bytes, strings, budget)) : [],
    shown: shownBy(await wholeTextOf(bytes, targets.get('styles'), budget)),
    since1904: tagsOf(workbook, 'workbookPr').some((tag) =>
      /^(?:1|true)$/.test(attribute(tag, 'date1904') ?? ''),
    ),
  }
  return placed.map(({ name, entry }) => ({
    name,
    rows: () => rowsOfSheet(textOf(bytes, entry, budget), book, budget),
  }))
}

/** The id of a sheet's relation, whatever prefix its namespace has. */
const idOf = (tag: string) => / (?:\w+:)id=["']([^"']*)["']/.exec(tag)?.[1] ?? ''
