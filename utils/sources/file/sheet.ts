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
  context: TableContext
}

/** A sheet or a separated file as a table; undefined where no line looks like a header. */
export function tableOfSheet(lines: readonly Line[], context: TableContext): Table | undefined {
  const start = sheetStart(lines, context)
  return start && tableOfRows(start, lines.slice(start.at + 1))
}

/** Finds the header among the first lines; what stands above it becomes the caption. */
export function sheetStart(lines: readonly Line[], context: TableContext): SheetStart | undefined {
  const best = headerOf(lines)
  const header = lines[best]
  if (!header) return undefined
  const above = joinedHeader(lines[best - 1], header)
  const below = above ? undefined : joinedHeader(header, lines[best + 1])
  const columns = above ?? below ?? header.map(textOf)
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
  return {
    at: below ? best + 1 : best,
    columns,
    context: { ...context, ...(caption === '' ? {} : { caption: caption.slice(0, 1000) }) },
  }
}

/** The lines below a header as rows, blank ones left out. */
export function tableOfRows({ columns, context }: SheetStart, lines: readonly Line[]): Table {
  const days = columns.map((_, column) => lines.every((line) => isDay(line[column])))
  const rows = lines
    .filter((line) => line.some((cell) => cell instanceof Date || textOf(cell) !== ''))
    .map((line) => columns.map((_, column) => plainCell(line[column], days[column] ?? false)))
  return { columns, rows, context }
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
  return best
}

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

function textOf(cell: unknown): string {
  return cell === null || cell === undefined || cell instanceof Date ? '' : String(cell).trim()
}

const dayLength = 86_400_000
/** Whether a cell is no moment of its own: a column of dates alone holds whole days. */
const isDay = (cell: unknown) => !(cell instanceof Date) || cell.getTime() % dayLength === 0

/** A cell without what programs put around a text to keep it a text: ="0012", '0012, a leading tab. */
function plainCell(cell: unknown, day: boolean): unknown {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, day ? 10 : 19)
  if (typeof cell !== 'string') return cell ?? undefined
  const text = cell.trim()
  if (text === '') return undefined
  if (text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1)
  return text.startsWith("'") && /^'[=+\-@\t\r\d＝＋－＠']/.test(text) ? text.slice(1) : text
}
