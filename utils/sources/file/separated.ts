import Papa from 'papaparse'
import type { Table, TableContext } from '@/utils/records'
import { StreamDecoder } from './decode'
import { delimiterOf } from './delimiter'
import { limits, RefusedFile } from './limits'
import type { Lines } from './grid'
import { tablesOfSheet } from './sheet'

/** Lines above the rows, at most. */
const headerRows = 22
/** So much of a file is looked at before its header is known. */
const headLength = 64 * 1024
/** So much at least is parsed at once. */
const pieceLength = 512 * 1024

/** The tables of a separated file that is already in memory. */
export function tablesOfText(text: string, context: TableContext, delimiter?: string): Table[] {
  if (text.includes('\0')) throw new RefusedFile('not-text')
  const { data } = Papa.parse<string[]>(text.replace(/^sep=.\r?\n/i, ''), {
    delimiter: delimiter ?? delimiterOf(text),
    skipEmptyLines: 'greedy',
  })
  return tablesOfSheet(data, context)
}

/** Whole lines with their numbers, as they become complete; a quoted line break ends none. */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  given?: string,
): AsyncGenerator<Lines> {
  const decoder = new StreamDecoder()
  let parser: Papa.Parser | undefined
  let text = ''
  let waiting: string[] = []
  let length = 0
  const join = () => {
    text += waiting.join('')
    waiting = []
    length = 0
  }
  let count = 0
  const take = (last: boolean): Lines => {
    parser ??= parserFor(text, given)
    const { data, meta, errors } = parser.parse(text, 0, !last) as Papa.ParseResult<string[]>
    // Bytes are missing where a quoted text never ends.
    if (last && errors.some(({ code }) => code === 'MissingQuotes'))
      throw new RefusedFile('cut-off')
    text = last ? '' : text.slice(meta.cursor)
    if (text.length > limits.rowLength) throw new RefusedFile('row-too-long')
    const at = data.map((_, index) => count + index + 1)
    count += data.length
    if (count > limits.rows + headerRows) throw new RefusedFile('too-many-rows')
    return { lines: data, at }
  }
  for await (const piece of pieces) {
    const more = decoder.decode(piece)
    if (more.includes('\0')) throw new RefusedFile('not-text')
    // Put together only when there is enough of it to be worth parsing.
    waiting.push(more)
    length += more.length
    if (length < (parser ? pieceLength : headLength)) continue
    join()
    const lines = take(false)
    if (lines.lines.length > 0) yield lines
  }
  waiting.push(decoder.end())
  join()
  if (text !== '') yield take(true)
}

function parserFor(text: string, delimiter: string | undefined): Papa.Parser {
  return new Papa.Parser({
    delimiter: delimiter ?? delimiterOf(text.slice(0, headLength)),
    newline: /\r\n|\n|\r/.exec(text)?.[0] as '\n' | undefined,
  })
}
