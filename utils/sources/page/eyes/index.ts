import type { Personal } from '@/utils/kinds/define'
import { isMasked } from '@/utils/masking/mask'
import { personalOf } from '@/utils/masking/personal'
import { tablesOfPage, type PageTable } from '../tables'
import { eyeIn, isSafe, pageEyes } from './controls'
import { followPath, pathTo } from './path'
import { holds, rootsOf } from './roots'

export { isSafe, nameOf, press } from './controls'
export { pathTo } from './path'
export { around, holds, rootsOf } from './roots'

/** One cell of a column that holds a value. */
export interface PageCell {
  element: Element
  text: string
  masked: boolean
}

/** One column of the page that holds masked values, or held them before it was revealed. */
export interface PageColumn {
  /** The same while the page shows the same table: place, header text and which of that name it is. */
  id: string
  header: string
  personal?: Personal
  /** Its cells that hold something, top to bottom. */
  cells: PageCell[]
  /** Cells whose value is masked, and rows in all. */
  masked: number
  rows: number
  headerCell?: Element
  /** What an eye of the whole page may be, where one was found. */
  pageEye?: Element
}

/** What an eye shows: a whole column, one cell, or every column of the page. */
export type Scope = 'column' | 'cell' | 'page'

/** A way to show a column, by structure alone: the same text for the same control of a page built the same. */
export interface Control {
  scope: Scope
  /** From the header, the cell or the page's root to the control. */
  path: string
}

/** A control that showed a column when the user pressed it. */
export interface LearnedEye extends Control {
  place: string
  column: string
}

/**
 * The masked columns of everything that is shown, open shadow roots included, found by their values; a column seen
 * before is listed with its present count even when nothing in it is masked any more.
 * @param place where the page is, without query values
 * @param known ids seen before on this page
 * @param read the tables of the page outside shadow roots, where they were read already
 */
export function maskedColumns(
  page: Document,
  place: string,
  known: ReadonlySet<string>,
  read?: readonly PageTable[],
): PageColumn[] {
  const found: PageColumn[] = []
  const times = new Map<string, number>()
  const roots = rootsOf(page)
  const tables = roots.flatMap((root) =>
    root === page && read ? read : tablesOfPage(root, { source: 'page', url: place }),
  )
  for (const { table, headerCells, cells } of tables) {
    table.columns.forEach((header, column) => {
      const nth = times.get(header) ?? 0
      times.set(header, nth + 1)
      const id = `${hash(`${place}|${header}`)}-${nth}`
      const own: PageCell[] = []
      table.rows.forEach((row, at) => {
        const [text, element] = [row[column], cells[at]?.[column]]
        if (typeof text === 'string' && /[^\s/–—-]/.test(text) && element)
          own.push({ element, text, masked: isMasked(text) })
      })
      const masked = own.filter((cell) => cell.masked).length
      if (masked === 0 && !(known.has(id) && own.length > 0)) return
      const headerCell = headerCells[column]
      const personal = personalOf(header)
      found.push({
        id,
        header: header.slice(0, 128),
        cells: own,
        masked,
        rows: own.length,
        ...(personal ? { personal } : {}),
        ...(headerCell ? { headerCell } : {}),
      })
    })
  }
  if (found.length === 0) return found
  const around = tables.flatMap(({ element, headerCells }) => [element, ...headerCells])
  const isInTable = (element: Element) => around.some((each) => each && holds(each, element))
  const [pageEye] = roots.flatMap((root) => pageEyes(root, isInTable))
  return pageEye ? found.map((each) => ({ ...each, pageEye })) : found
}

/**
 * How a column can be shown: as learned, by the eye in its header, by one in each cell, by one of the page.
 * @param spoiled controls that were pressed without effect
 */
export function controlOf(
  column: PageColumn,
  learned: readonly Control[],
  spoiled: (control: Control) => boolean,
): Control | undefined {
  return [...learned, ...inSight(column)].find(
    (control) =>
      !spoiled(control) &&
      [false, true].some((shown) => elementsOf(control, column, shown).length > 0),
  )
}

function* inSight({ headerCell, cells, masked: hidden, pageEye }: PageColumn): Generator<Control> {
  const header = headerCell && eyeIn(headerCell)
  if (headerCell && header) yield* control('column', header, headerCell)
  for (const { element, masked } of cells) {
    const eye = masked || hidden === 0 ? eyeIn(element) : undefined
    if (!eye) continue
    yield* control('cell', eye, element)
    break
  }
  if (pageEye) yield* control('page', pageEye, pageEye.ownerDocument.documentElement)
}

function* control(scope: Scope, element: Element, from: Element): Generator<Control> {
  const path = pathTo(element, from)
  if (path !== undefined) yield { scope, path }
}

/**
 * The elements to press for a column as it is now: one, or one for each cell.
 * @param shown for `cell`: those of masked cells (false, the default) or of readable ones (true)
 */
export function elementsOf(
  { scope, path }: Control,
  { headerCell, cells, pageEye }: PageColumn,
  shown = false,
): { element: Element; cell?: PageCell }[] {
  if (scope === 'cell')
    return cells.flatMap((cell) => {
      if (cell.masked === shown) return []
      const element = followPath(path, cell.element)
      return element && isSafe(element) ? [{ element, cell }] : []
    })
  const from =
    scope === 'column'
      ? headerCell
      : (pageEye ?? headerCell ?? cells[0]?.element)?.ownerDocument.documentElement
  const element = from && followPath(path, from)
  return element && isSafe(element) ? [{ element }] : []
}

function hash(text: string): string {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(36)
}
