import type { Table, TableContext } from '@/utils/records'
import { withBeside } from './beside'
import { captionOf } from './caption'
import { isShown, textOf } from './cells'
import { describedIn, gather, type Described } from './described'
import { detailsOf } from './details'
import { rootsOfRows, rowsBelow } from './loose'
import { pagerOf } from './pager'
import { withPinned } from './pinned'
import { partsOf, type Parts } from './rows'

export { pageFactsOf } from './facts'

/** A table on the page, its header cells in the order of its columns. */
export interface PageTable {
  table: Table
  element: Element
  headerCells: (Element | undefined)[]
  /** The elements behind `table.rows`, row by row. */
  cells: (Element | undefined)[][]
}

/**
 * The tables a person can see, by structure and roles: real tables, grids by role, and heads and bodies that stand in
 * tables of their own, as component libraries draw them. No class name and no text of one language is relied on.
 */
export function tablesOfPage(root: ParentNode, context: TableContext): PageTable[] {
  const steps = tablesInSteps(root, context)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** What a table may begin at, shown or not. */
export const rootsOfTables = (root: ParentNode): Element[] => [
  // Each by itself is found many times faster than one of several.
  ...'table [role="grid"] [role="table"] [role="treegrid"]'
    .split(' ')
    .flatMap((each) => [...root.querySelectorAll(each)]),
  ...rootsOfRows(root),
]

/**
 * The same in steps of a row or so, between which the page may do what it wants. A table that changed meanwhile is left
 * out: it is about to be read again.
 */
export function* tablesInSteps(
  root: ParentNode,
  context: TableContext,
): Generator<void, PageTable[]> {
  const apart: Parts[] = []
  for (const element of rootsOfTables(root)) {
    yield
    if (!isFrameOfTable(element) && isShown(element)) apart.push(yield* partsOf(element))
  }
  const parts = withBeside(withPinned(apart))
  const found: PageTable[] = []
  const used = new Set<Parts>()
  for (const [index, each] of parts.entries()) {
    if (used.has(each)) continue
    if (each.heads.length > 0 && each.body.length > 0)
      found.push(yield* joined(each, each.body, context))
    else if (each.heads.length > 0) {
      const body = parts
        .slice(index + 1)
        .find((next) => !used.has(next) && next.heads.length === 0 && belongs(each, next))
      if (!body) {
        const { length } = each.heads
        // What stands above the scroll bar of the rows is no column.
        const gutter = each.heads.at(-1)?.text === '' ? 1 : 0
        const rows = rowsBelow(each.element, length) ?? rowsBelow(each.element, length - gutter)
        if (rows) found.push(yield* joined(each, rows, context))
        continue
      }
      used.add(body)
      found.push(yield* joined(each, body.body, context, body.element))
    }
  }
  const records: Described[] = []
  // Some tables draw their header as a row like any other.
  for (const each of parts) {
    if (used.has(each) || each.heads.length > 0 || each.body.length < 2) continue
    const details = detailsOf(each.body)
    if (details) {
      gather(records, each.element, details)
      continue
    }
    const [first = [], ...body] = each.body
    const heads = first.map((cell) => ({ cell, text: textOf(cell, false) }))
    if (heads.every(({ text }) => text !== '' && text.length < 40))
      found.push(yield* joined({ ...each, heads }, body, context))
  }
  for (const { element, heads, rows } of [...records, ...(yield* describedIn(root))]) {
    yield
    found.push(yield* joined({ element, heads, body: [], spare: 0 }, rows, context))
  }
  return withoutCopies(found.filter(isUnchanged))
}

/** A grid by role around a real table is the same table twice. */
function isFrameOfTable(element: Element): boolean {
  return element.tagName !== 'TABLE' && element.querySelector('table') !== null
}

/** A body belongs to a head when both fit by columns and stand close to each other. */
function belongs(head: Parts, body: Parts): boolean {
  const width = body.body[0]?.length ?? 0
  if (width === 0 || Math.abs(head.heads.length - width) > 1) return false
  let around: Element | null = head.element
  for (let step = 0; step < 6 && around; step++) {
    around = around.parentElement
    if (around?.contains(body.element)) return true
  }
  return false
}

function* joined(
  head: Parts,
  body: readonly Element[][],
  context: TableContext,
  bodyElement?: Element,
): Generator<void, PageTable> {
  const width = Math.max(...body.map((row) => row.length), 0)
  // A gutter for the scroll bar has a head and no cells.
  const heads = head.heads.slice(0, Math.max(width, 1))
  const caption = captionOf(head.element)
  const keep = heads.map((_, column) => column).filter((column) => heads[column]?.text !== '')
  const { total, page } = pagerOf(bodyElement ?? head.element)
  const rows: (string | undefined)[][] = []
  const cells: (Element | undefined)[][] = []
  for (const row of body) {
    yield
    if (new Set(row).size < 2) continue
    const own = keep.map((column) => row[column])
    const texts = own.map(cellText)
    if (texts.every((text) => text === undefined)) continue
    rows.push(texts)
    cells.push(own)
  }
  return {
    element: bodyElement ?? head.element,
    headerCells: keep.map((column) => heads[column]?.cell),
    cells,
    table: {
      columns: keep.map((column) => heads[column]?.text ?? ''),
      rows,
      context: {
        ...context,
        ...(caption === undefined ? {} : { caption }),
        ...(total === undefined ? {} : { total }),
        ...(page === undefined ? {} : { page: { number: page } }),
      },
    },
  }
}

/** Whether the header and the rows at both ends still say what they said when reading began. */
function isUnchanged({ table, headerCells, cells }: PageTable): boolean {
  const same = (row: number) =>
    cells.at(row)?.every((cell, column) => cellText(cell) === table.rows.at(row)?.[column])
  const asRead = headerCells.every((cell, column) => {
    const text = cell ? textOf(cell, false) : ''
    return table.columns[column]?.includes(text.replace(/\s*[:：]$/, ''))
  })
  return asRead && same(0) !== false && same(-1) !== false
}

function cellText(cell: Element | undefined): string | undefined {
  const text = cell ? textOf(cell, false) : ''
  return text === '' ? undefined : text
}

/** Fixed columns are often drawn as a second table over the first: what another one holds already is left out. */
function withoutCopies(found: readonly PageTable[]): PageTable[] {
  return found.filter(
    ({ table }, index) =>
      !found.some(
        (other, at) =>
          at !== index &&
          other.table.rows.length === table.rows.length &&
          (other.table.columns.length > table.columns.length ||
            (other.table.columns.length === table.columns.length && at < index)) &&
          table.columns.every((name) => other.table.columns.includes(name)),
      ),
  )
}
