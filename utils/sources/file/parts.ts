import type { TableContext } from '@/utils/records'
import { Budget } from './archive'
import type { Lines } from './grid'
import { limits, RefusedFile } from './limits'
import { linesOf } from './separated'
import { rowOf, sheetStart, stretchesOf, type SheetStart } from './sheet'
import { formOf } from './signature'
import { sheetsOf } from './workbook'

/** Some thousand rows of one table of a file. All parts of a table have the same columns. */
export interface Part {
  /** Which table, from 0: most sheets hold one, and so do most separated files. */
  table: number
  columns: string[]
  context: TableContext
  rows: unknown[][]
  /** By row: its number in the file as a spreadsheet program counts, from 1. */
  at: number[]
  /** Rows with more cells than there are columns, which can be no rows of this table. */
  beyond: number[]
  /** How much of the file has been read, 0 to 1. */
  share: number
}

/** What a file is read from: a `File`, or anything that gives its bytes piece by piece. */
export interface Bytes {
  size: number
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> }
  stream(): ReadableStream<Uint8Array>
}

const headBytes = 64 * 1024
/** So many lines are looked at before the header is known, and show how columns write their dates. */
const headLines = 2_000

/**
 * A file of any length as parts, read as they are asked for. Whoever stops asking ends the reading.
 * @param trusting the user was asked about a workbook that grows suspiciously
 * @throws RefusedFile with what it really is, or which limit it is past
 */
export async function* partsOfFile(
  file: Bytes,
  fileName: string,
  trusting = false,
): AsyncGenerator<Part> {
  const context: TableContext = { source: 'file', fileName }
  let tables = 0
  const number = () => tables++
  const read = async (from: number, to: number) =>
    new Uint8Array(await file.slice(from, to).arrayBuffer())
  let head = await read(0, headBytes)
  if (head[0] === 0xd0 && file.size <= limits.workbookBytes) head = await read(0, file.size)
  if (formOf(head, fileName) === 'workbook') {
    if (file.size > limits.workbookBytes) throw new RefusedFile('too-large')
    const bytes = await read(0, file.size)
    const sheets = await sheetsOf(bytes, new Budget(trusting))
    for (const [index, { name, rows }] of sheets.entries()) {
      const share = (index + 1) / sheets.length
      yield* partsOf(rows(), { ...context, tab: name }, number, () => share)
    }
    return
  }
  if (file.size > limits.textBytes) throw new RefusedFile('text-too-large')
  let done = 0
  async function* pieces() {
    const reader = file.stream().getReader()
    try {
      for (;;) {
        const { done: end, value } = await reader.read()
        if (end) return
        done += value.length
        yield value
      }
    } finally {
      await reader.cancel().catch(() => undefined)
    }
  }
  const delimiter = /\.tsv$/i.test(fileName) ? '\t' : undefined
  yield* partsOf(linesOf(pieces(), delimiter), context, number, () => done / file.size)
}

/** @param number numbers the next table */
async function* partsOf(
  source: AsyncIterable<Lines>,
  context: TableContext,
  number: () => number,
  share: () => number,
): AsyncGenerator<Part> {
  let start: SheetStart | undefined
  let table = 0
  let head: Lines = { lines: [], at: [] }
  function* partsIn({ lines, at }: Lines, below: number, begun: SheetStart): Generator<Part> {
    for (const stretch of stretchesOf(lines, below, begun, context)) {
      if (stretch.start !== start) table = number()
      start = stretch.start
      const { columns, width } = start
      const part: Part = {
        table,
        columns,
        context: start.context,
        rows: [],
        at: [],
        beyond: [],
        share: share(),
      }
      for (let index = stretch.from; index < stretch.to; index++) {
        const row = rowOf(lines[index] ?? [], columns.length, width)
        if (!row) continue
        if (row.beyond) part.beyond.push(at[index] ?? 0)
        else {
          part.rows.push(row.cells)
          part.at.push(at[index] ?? 0)
        }
      }
      yield part
    }
  }
  for await (const lines of source) {
    if (start) {
      yield* partsIn(lines, 0, start)
      continue
    }
    if (head.lines.length === 0) head = lines
    else {
      for (const line of lines.lines) head.lines.push(line)
      for (const at of lines.at) head.at.push(at)
    }
    if (head.lines.length < headLines) continue
    const begun = sheetStart(head.lines, context)
    if (!begun) return
    yield* partsIn(head, begun.at + 1, begun)
    head = { lines: [], at: [] }
  }
  if (start || head.lines.length === 0) return
  const begun = sheetStart(head.lines, context)
  if (begun) yield* partsIn(head, begun.at + 1, begun)
}
