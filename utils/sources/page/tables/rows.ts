import { isHidden, textOf } from './cells'

/** The head and the body of one table element or grid, as cells; spans are spread out. */
export interface Parts {
  element: Element
  /** Leaf header cells, one a column; a two-level header has its upper text before "/". */
  heads: { text: string; cell: Element }[]
  body: Element[][]
  /** What its head stands in, where that is a table of its own. */
  above?: Element
  /** Places of its rows that hold no cell: columns pinned beside it are drawn over them. */
  spare: number
}

export const roots = 'table, [role="grid"], [role="table"], [role="treegrid"]'
/** Nested tables belong to themselves; rows that no table is around belong to what holds them. */
const own = (row: Element, table: Element) =>
  row.closest(roots) === (table.matches(roots) ? table : null)

/** Whether the head, body or foot that a row stands in is hidden as a whole. */
const isGroupHidden = ({ parentElement: group }: Element) =>
  group !== null && !group.matches(roots) && isHidden(group)

/** Takes a table apart, a row a step; nested tables belong to themselves. */
export function* partsOf(element: Element): Generator<void, Parts> {
  const real = element.tagName === 'TABLE'
  const rows: Element[] = []
  for (const row of element.querySelectorAll(real ? 'tr' : '[role="row"]')) {
    if (own(row, element) && !isHidden(row) && !isGroupHidden(row)) rows.push(row)
    yield
  }
  const headRows: Element[][] = []
  const body: Element[][] = []
  // Grids by role may draw their head behind their rows; once rows follow a head, it is whole.
  let whole = false
  let spare = 0
  for (const [row, ...others] of real ? rows.map((each) => [each]) : linesOf(rows)) {
    yield
    if (!row) continue
    const cells = inOrder([row, ...others].flatMap((each) => cellsOf(each, real)))
    if (cells.length === 0) continue
    if (isHead(row, cells, real)) {
      if (!whole && (!real || body.length === 0)) headRows.push(cells)
    } else {
      whole = headRows.length > 0
      spare = real ? 0 : row.children.length - cells.length
      body.push(cells)
    }
  }
  const heads = headsOf(yield* spread(headRows))
  // A head that names nothing only gives the columns the widths of the head that stands above, in a table of its own.
  const names = heads.some(({ text }) => text !== '')
  return { element, heads: names ? heads : [], body: yield* spread(body), spare }
}

/** Rows of a grid; where columns are pinned, one row is drawn in several parts under one number. */
function linesOf(rows: readonly Element[]): Element[][] {
  const lines = new Map<string | Element, Element[]>()
  for (const row of rows) {
    const place = row.getAttribute('aria-rowindex') ?? row
    const line = lines.get(place)
    if (line) line.push(row)
    else lines.set(place, [row])
  }
  // Virtual lists use their elements again, wherever these stand.
  const at = ([place]: readonly [string | Element, unknown]) => Number(place)
  return [...lines].sort((a, b) => at(a) - at(b) || 0).map(([, line]) => line)
}

/** Cells in the order of the columns they say they stand in. */
function inOrder(cells: Element[]): Element[] {
  const place = (cell: Element) => Number(cell.getAttribute('aria-colindex') ?? Number.NaN)
  return cells.some((cell) => Number.isNaN(place(cell)))
    ? cells
    : cells.sort((a, b) => place(a) - place(b))
}

function cellsOf(row: Element, real: boolean): Element[] {
  if (real)
    return [...row.children].filter(
      (cell) => (cell.tagName === 'TD' || cell.tagName === 'TH') && !isHidden(cell),
    )
  return [
    ...row.querySelectorAll(
      '[role="gridcell"], [role="cell"], [role="columnheader"], [role="rowheader"]',
    ),
  ].filter((cell) => cell.closest('[role="row"]') === row && !isHidden(cell))
}

function isHead(row: Element, cells: readonly Element[], real: boolean): boolean {
  if (!real) return cells.every((cell) => cell.getAttribute('role') === 'columnheader')
  return row.parentElement?.tagName === 'THEAD' || cells.every((cell) => cell.tagName === 'TH')
}

const span = (cell: Element, name: 'colspan' | 'rowspan') =>
  Math.min(100, Math.max(1, Number(cell.getAttribute(name)) || 1))

/** Cells as a grid: one that spans columns or rows stands in each of them. */
function* spread(rows: readonly Element[][]): Generator<void, Element[][]> {
  const grid: Element[][] = rows.map(() => [])
  for (const [level, cells] of rows.entries()) {
    yield
    let column = 0
    for (const cell of cells) {
      while (grid[level]?.[column]) column++
      const [wide, high] = [span(cell, 'colspan'), span(cell, 'rowspan')]
      for (let down = 0; down < Math.min(high, rows.length - level); down++) {
        const line = grid[level + down]
        for (let across = 0; line && across < wide; across++) line[column + across] = cell
      }
      column += wide
    }
  }
  return grid
}

function headsOf(grid: readonly Element[][]): Parts['heads'] {
  const width = Math.max(0, ...grid.map((line) => line.length))
  return Array.from({ length: width }, (_, column) => {
    const levels = grid.map((line) => line[column]).filter((cell) => cell !== undefined)
    const cells = levels.filter((cell, index) => levels.indexOf(cell) === index)
    const texts = cells.map((cell) => textOf(cell, false)).filter((text) => text !== '')
    return { text: texts.join('/'), cell: cells.at(-1) as Element }
  }).filter((head) => head.cell !== undefined)
}
