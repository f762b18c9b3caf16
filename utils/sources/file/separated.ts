import Papa from 'papaparse'
import type { Table, TableContext } from '@/utils/records'
import { StreamDecoder } from './decode'
import { delimiterOf } from './delimiter'
import { limits, RefusedFile } from './limits'
import { sheetStart, tableOfRows, type SheetStart } from './sheet'

const batch = 5_000
/** So much of a file is looked at before its header is known. */
const headLength = 64 * 1024

/** A separated file that is already in memory, as one table. */
export function tableOfText(
  text: string,
  context: TableContext,
  delimiter?: string,
): Table | undefined {
  if (text.includes('\0')) throw new RefusedFile('not-text')
  const { data } = Papa.parse<string[]>(text.replace(/^sep=.\r?\n/i, ''), {
    delimiter: delimiter ?? delimiterOf(text),
    skipEmptyLines: 'greedy',
  })
  const start = sheetStart(data, context)
  return start && tableOfRows(start, data.slice(start.at + 1))
}

/**
 * A separated file of any length as tables of some thousand rows each, all with the same columns. Whoever stops asking
 * cancels the reading.
 * @param pieces bytes of the file in order
 * @throws RefusedFile where a row does not end or there are too many
 */
export async function* tablesOfStream(
  pieces: AsyncIterable<Uint8Array>,
  context: TableContext,
  delimiter?: string,
): AsyncGenerator<Table> {
  let start: SheetStart | undefined
  let rows: string[][] = []
  let count = 0
  for await (const lines of linesOf(pieces, delimiter)) {
    for (const line of lines) {
      if (line.length === 1 && line[0]?.trim() === '') continue
      if (++count > limits.rows) throw new RefusedFile('too-many-rows')
      rows.push(line)
    }
    if (!start) {
      start = sheetStart(rows, context)
      if (!start) return
      rows = rows.slice(start.at + 1)
    }
    while (rows.length >= batch) yield tableOfRows(start, rows.splice(0, batch))
  }
  if (start && rows.length > 0) yield tableOfRows(start, rows)
}

/** Whole lines, as they become complete; a quoted line break ends none. */
async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  given: string | undefined,
): AsyncGenerator<string[][]> {
  const decoder = new StreamDecoder()
  let parser: Papa.Parser | undefined
  let text = ''
  const take = (last: boolean): string[][] => {
    parser ??= parserFor(text, given)
    const { data, meta } = parser.parse(text, 0, !last) as Papa.ParseResult<string[]>
    text = last ? '' : text.slice(meta.cursor)
    if (text.length > limits.rowLength) throw new RefusedFile('row-too-long')
    return data
  }
  for await (const piece of pieces) {
    text += decoder.decode(piece)
    if (text.includes('\0')) throw new RefusedFile('not-text')
    if (parser || text.length >= headLength) {
      const lines = take(false)
      if (lines.length > 0) yield lines
    }
  }
  text += decoder.end()
  if (text !== '') yield take(true)
}

function parserFor(text: string, delimiter: string | undefined): Papa.Parser {
  return new Papa.Parser({
    delimiter: delimiter ?? delimiterOf(text.slice(0, headLength)),
    newline: /\r\n|\n|\r/.exec(text)?.[0] as '\n' | undefined,
  })
}
