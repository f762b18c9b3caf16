import { totalIn } from '@/utils/sources/total'
import type { Table, TableContext } from '@/utils/records'
import { anyKnows } from '@/utils/recognise/dictionary'
import { plainName } from '@/utils/recognise/names'

const mostTitleRows = 20
type Line = readonly unknown[]

/** Where the rows of a sheet begin, what its columns are called, and what stood above them. */
export interface SheetStart {
  /** Index of the last line of the header. */
  at: number
  columns: string[]
  /** Cells of the widest line of the header: what lies beyond has no name. */
  width: number
  context: TableContext
}

/** A sheet or a separated file as the tables that stand in it below one another; none where no line looks like a header. */
export function tablesOfSheet(lines: readonly Line[], context: TableContext): Table[] {
  const first = sheetStart(lines, context)
  if (!first) return []
  const tables: Table[] = []
  let last: SheetStart | undefined
  for (const { start, from, to } of stretchesOf(lines, first.at + 1, first, context)) {
    if (start !== last) tables.push({ columns: start.columns, rows: [], context: start.context })
    last = start
    for (let at = from; at < to; at++) {
      const row = rowOf(lines[at] ?? [], start.columns.length)
      if (row) tables.at(-1)?.rows.push(row.cells)
    }
  }
  return tables
}

/** Lines of one table: from `from` to before `to`. */
export interface Stretch {
  start: SheetStart
  from: number
  to: number
}

/**
 * Lines as stretches of tables: a table ends where a header of other names stands, and with the title above that
 * header; where its own header is drawn again, as on every page of a report, it goes on below.
 * @param begun the table that the first line belongs to
 */
export function* stretchesOf(
  lines: readonly Line[],
  from: number,
  begun: SheetStart,
  context: TableContext,
): Generator<Stretch> {
  let start = begun
  let first = from
  for (let at = from; at < lines.length; at++) {
    if (!isHeader(lines[at] ?? [])) continue
    let above = at
    while (above > first && filled(lines[above - 1] ?? []) === 0) above--
    while (above > first && filled(lines[above - 1] ?? []) === 1) above--
    const next = sheetStart(lines.slice(above, at + 2), context)
    if (!next) continue
    const same = next.columns.join('\n') === start.columns.join('\n')
    yield { start, from: first, to: same ? at : above }
    if (!same) start = next
    first = above + next.at + 1
    at = first - 1
  }
  yield { start, from: first, to: lines.length }
}

const filled = (line: Line) => line.filter((cell) => textOf(cell) !== '').length

/** Whether a line below a table can only be another header: words without a digit, nearly all of them known names. */
function isHeader(line: Line): boolean {
  // Rows hold an id, an amount or a day; this ends at their first digit and is asked for every row of a long file.
  for (const cell of line)
    if (cell !== undefined && (typeof cell !== 'string' || /\d/.test(cell))) return false
  const names = line.map(textOf).filter((text) => text !== '')
  if (names.length < 3 || new Set(names.map(plainName)).size < names.length) return false
  const known = names.filter(
    (name) => name.length <= 60 && isWorded(name) && anyKnows(name, true),
  ).length
  return known >= 3 && known >= names.length * 0.75
}

/** Finds the header among the first lines; what stands above it becomes the caption. */
export function sheetStart(lines: readonly Line[], context: TableContext): SheetStart | undefined {
  const best = headerOf(lines)
  const header = lines[best]
  if (!header) return undefined
  const above = joinedHeader(lines[best - 1], header)
  const below = above ? undefined : joinedHeader(header, lines[best + 1])
  const columns = above ?? below ?? header.map(textOf)
  const width = Math.max(header.length, columns.length)
  while (columns.length > 0 && columns.at(-1) === '') columns.pop()
  const titles = lines
    .slice(0, above ? best - 1 : best)
    .map((line) =>
      line
        .map(textOf)
        .filter((text) => text !== '')
        .join(' '),
    )
    .filter((text) => text !== '')
  const caption = [context.caption ?? '', ...titles].filter((text) => text !== '').join('\n')
  const total = totalIn(titles.join('\n').slice(0, 1000))
  return {
    at: below ? best + 1 : best,
    columns,
    width,
    context: {
      ...context,
      ...(caption === '' ? {} : { caption: caption.slice(0, 1000) }),
      ...(total === undefined ? {} : { total }),
    },
  }
}

/**
 * A line as a row of so many columns; an array that has as many cells is filled anew.
 * @param header cells of the header, of which the last may be without a name
 * @returns undefined for a blank line; `beyond` where it holds more than the header
 */
export function rowOf(
  line: Line,
  width: number,
  header = width,
): { cells: unknown[]; beyond: boolean } | undefined {
  const cells: unknown[] = line.length === width ? (line as unknown[]) : []
  let blank = true
  for (let column = 0; column < width; column++) {
    const given = line[column]
    const cell = plainCell(given)
    if (cell !== undefined) blank = false
    if (cells !== line) cells.push(cell)
    else if (cell !== given) cells[column] = cell
  }
  let beyond = false
  for (let column = header; column < line.length && !beyond; column++)
    beyond = plainCell(line[column]) !== undefined
  return blank && !beyond ? undefined : { cells, beyond }
}

/** The first line that most looks like names of columns: texts, not values, of which some are known. */
function headerOf(lines: readonly Line[]): number {
  let best = -1
  let most = 0
  for (let at = 0; at < Math.min(lines.length, mostTitleRows); at++) {
    const names = (lines[at] ?? []).map(textOf).filter((text) => text !== '')
    if (names.length < 2) continue
    const worded = names.filter(isWorded).length
    const different = new Set(names.map(plainName)).size
    const score =
      names.filter((name) => name.length <= 60 && anyKnows(name, true)).length * 3 +
      (worded === names.length ? 1 : -2) +
      different / names.length
    if (score > most) {
      best = at
      most = score
    }
  }
  // A table of more columns may stand below the first one.
  const first = lines.slice(0, Math.max(best, 0)).findIndex(isHeader)
  return first >= 0 && lines.slice(first + 1, best).some(isRow) ? first : best
}

/** Several cells, one of them with a digit: neither a title nor a part of a header. */
const isRow = (line: Line) =>
  filled(line) > 1 && line.some((cell) => cell !== undefined && /\d/.test(textOf(cell)))

const isWorded = (name: string) => /[A-Za-z\u3400-\u9fff]/.test(name)

/**
 * Two lines as one header, where cells were merged: each column is named by one of them or by both, and the upper one
 * has gaps under which the lower one goes on.
 */
function joinedHeader(upper: Line | undefined, lower: Line | undefined): string[] | undefined {
  // One text alone above the names is a title.
  if (!upper || !lower || upper.filter((cell) => textOf(cell) !== '').length < 2) return undefined
  const width = Math.max(upper.length, lower.length)
  const columns: string[] = []
  let group = ''
  let gaps = 0
  let both = 0
  for (let at = 0; at < width; at++) {
    const [high, low] = [textOf(upper[at]), textOf(lower[at])]
    if (high !== '') group = high
    if (low !== '' && (!isWorded(low) || low.length > 40)) return undefined
    if (isSaid(high)) return undefined
    if (high === '' && low === '') {
      if (at < Math.min(upper.length, lower.length)) return undefined
      break
    }
    if (low !== '' && high === '') gaps++
    if (low !== '' && high !== '') both++
    columns.push(low === '' ? high : `${group}/${low}`)
  }
  return gaps > 0 && both > 0 && both <= gaps ? columns : undefined
}

/** A title says something (导出时间：2026-03-09), a date, a name that was masked; a header only names. */
const isSaid = (text: string) => /[:：]|\d{4}|\*{2}/.test(text)

function textOf(cell: unknown): string {
  return cell === null || cell === undefined ? '' : String(cell).trim()
}

const [quote, equals] = [39, 61]
/** A formula, a number, an id of letters and digits: QT26010000317755. */
const kept = /^'(?:[=+\-@\t\r\d'＝＋－＠]|[a-z]{1,8}[-_]?\d[\w-]*$)/i
/** A cell without what programs put around a text to keep it a text: ="0012", '0012, a leading tab. */
function plainCell(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell ?? undefined
  const { length } = cell
  if (length === 0) return undefined
  const first = cell.charCodeAt(0)
  // Nearly every cell begins with a letter or a digit and ends with a visible sign.
  if (first > quote && first !== equals && first < 127 && cell.charCodeAt(length - 1) > 32) {
    const last = cell.charCodeAt(length - 1)
    if (last < 127 || (last > 0x3000 && last < 0xfe00)) return cell
  }
  const text = cell.trim()
  if (text === '') return undefined
  if (text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1)
  return text.startsWith("'") && kept.test(text) ? text.slice(1) : text
}
