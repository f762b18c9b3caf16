import type { Table, TableContext } from '@/utils/records'
import { withBeside } from './beside'
import { captionOf } from './caption'
import { isShown, textOf } from './cells'
import { describedIn, gather, type Described } from './described'
import { detailsOf } from './details'
import { rootsOfRows, rowsBelow } from './loose'
import { groupsOf, saidOver, withHeads } from './groups'
import { pagerOf } from './pager'
import { paired } from './paired'
import { withPinned } from './pinned'
import { partsOf, roots, type Parts } from './rows'

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
  const parts = withBeside(paired(withPinned(apart)))
  const found: PageTable[] = []
  const records: Described[] = []
  for (const each of parts) {
    const { element, heads, body } = each
    const { length } = heads
    const alone = length === 0 && body.length > 1
    const cards = length === 1 || alone ? detailsOf(body) : undefined
    if (cards) for (const card of cards) gather(records, element, card)
    else if (alone) {
      // Some tables draw their header as a row like any other.
      const [first = [], ...rows] = body
      const named = first.map((cell) => ({ cell, text: textOf(cell, false) }))
      if (named.every(({ text }) => text !== '' && text.length < 40))
        found.push(yield* joined({ ...each, heads: named }, rows, context))
    } else if (length > 0) {
      // What stands above the scroll bar of the rows is no column.
      const gutter = heads.at(-1)?.text === '' ? 1 : 0
      const rows =
        body.length > 0 ? body : (rowsBelow(element, length) ?? rowsBelow(element, length - gutter))
      if (rows) found.push(yield* joined(each, rows, context))
    }
  }
  for (const { element, heads, rows, over } of [...records, ...(yield* describedIn(root))]) {
    yield
    const body = withHeads(rows, over)
    found.push(yield* joined({ element, heads, body, spare: 0 }, body, context))
  }
  return unfolded(withoutCopies(found.filter(isUnchanged)))
}

/** A grid by role around a real table is the same table twice. */
function isFrameOfTable(element: Element): boolean {
  return element.tagName !== 'TABLE' && element.querySelector('table') !== null
}

function* joined(
  head: Parts,
  body: readonly Element[][],
  context: TableContext,
): Generator<void, PageTable> {
  const width = Math.max(...body.map((row) => row.length), 0)
  // A gutter for the scroll bar has a head and no cells.
  const heads = head.heads.slice(0, Math.max(width, 1))
  const caption = captionOf(head.above ?? head.element)
  const keep = heads.map((_, column) => column).filter((column) => heads[column]?.text !== '')
  const { total, page } = pagerOf(head.element)
  const groups = groupsOf(body)
  const rows: (string | undefined)[][] = []
  const cells: (Element | undefined)[][] = []
  let group: readonly string[] = []
  for (const row of body) {
    yield
    if (new Set(row).size < 2) {
      if (groups.length > 0) group = saidOver(row)
      continue
    }
    const own = keep.map((column) => row[column])
    const texts = own.map(cellText)
    if (texts.every((text) => text === undefined)) continue
    rows.push([...texts, ...group])
    cells.push(own)
  }
  return {
    element: head.element,
    headerCells: keep.map((column) => heads[column]?.cell),
    cells,
    table: {
      columns: [...keep.map((column) => heads[column]?.text ?? ''), ...groups],
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

/** Tables of the same columns that unfold below the rows of one table are one: the resources of each customer. */
function unfolded(found: readonly PageTable[]): PageTable[] {
  const around = ({ element }: PageTable) => element.parentElement?.closest(roots)
  const names = ({ table }: PageTable) => table.columns.join()
  const whole: PageTable[] = []
  for (const each of found) {
    const first =
      around(each) &&
      whole.find((one) => around(one) === around(each) && names(one) === names(each))
    first?.table.rows.push(...each.table.rows)
    first?.cells.push(...each.cells)
    if (!first) whole.push(each)
  }
  return whole
}

/** Fixed columns are often drawn as a second table over the first: what another one holds already is left out. */
function withoutCopies(found: readonly PageTable[]): PageTable[] {
  return found.filter(
    ({ table }, index) => !found.some((other, at) => holds(other.table, table, at < index)),
  )
}

/** @param before of two that are the same the first stays */
const holds = (other: Table, { columns, rows }: Table, before: boolean): boolean =>
  other.columns.length >= columns.length + (before ? 0 : 1) &&
  other.rows.length === rows.length &&
  columns.every((name, column) => {
    const place = other.columns.indexOf(name)
    const same = (row: readonly unknown[], at: number) =>
      [undefined, other.rows[at]?.[place]].includes(row[column] as undefined)
    return place >= 0 && rows.every(same)
  })
