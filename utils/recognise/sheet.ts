import type { Table, TableContext } from '@/utils/records'
import { anyKnows } from './dictionary'
import { plainName } from './names'

const mostTitleRows = 20

/**
 * A sheet or a separated file as a table: its header row is found, what stands above it becomes the caption.
 * @param lines cells of each line, blank ones included
 * @returns undefined where no line looks like a header
 */
export function tableOfSheet(
  lines: readonly (readonly unknown[])[],
  context: TableContext,
): Table | undefined {
  const at = headerOf(lines)
  const header = lines[at]
  if (!header) return undefined
  let width = header.length
  while (width > 0 && textOf(header[width - 1]) === '') width--
  const columns = header.slice(0, width).map(textOf)
  const titles = lines
    .slice(0, at)
    .map((line) =>
      line
        .map(textOf)
        .filter((text) => text !== '')
        .join(' '),
    )
    .filter((text) => text !== '')
  const rows = lines
    .slice(at + 1)
    .filter((line) => line.some((cell) => textOf(cell) !== ''))
    .map((line) => columns.map((_, column) => plainCell(line[column])))
  const caption = [context.caption ?? '', ...titles].filter((text) => text !== '').join('\n')
  return {
    columns,
    rows,
    context: { ...context, ...(caption === '' ? {} : { caption: caption.slice(0, 1000) }) },
  }
}

/** The first line that most looks like names of columns: texts, not values, of which some are known. */
function headerOf(lines: readonly (readonly unknown[])[]): number {
  let best = -1
  let most = 0
  for (let at = 0; at < Math.min(lines.length, mostTitleRows); at++) {
    const names = (lines[at] ?? []).map(textOf).filter((text) => text !== '')
    if (names.length < 2) continue
    const worded = names.filter((name) => /[A-Za-z\u3400-\u9fff]/.test(name)).length
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

function textOf(cell: unknown): string {
  return cell === null || cell === undefined || cell instanceof Date ? '' : String(cell).trim()
}

/** A cell without what programs put around a text to keep it a text: ="0012", '0012, a leading tab. */
function plainCell(cell: unknown): unknown {
  if (cell instanceof Date) return cell.toISOString().slice(0, 19)
  if (typeof cell !== 'string') return cell ?? undefined
  const text = cell.trim()
  if (text === '') return undefined
  if (text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1)
  return text.startsWith("'") && /^'[=+\-@\t\r\d']/.test(text) ? text.slice(1) : text
}
