import type { Budget } from './archive'
import { limits, RefusedFile } from './limits'
import { attribute, plainText, textIn } from './markup'
import { dateText, type Shown } from './styles'

/** What the cells of all sheets refer to. */
export interface Book {
  strings: readonly string[]
  shown: readonly Shown[]
  since1904: boolean
}
/** Rows as they stand in a file, each with its number as a spreadsheet program counts it, from 1. */
export interface Lines {
  lines: unknown[][]
  at: number[]
}

const prefixIn = (text: string, root: string): string | undefined =>
  new RegExp(`<((?:\\w+:)?)${root}[\\s>]`).exec(text)?.[1]
/** So much may stand before the first row, and so long may a row be. */
const longest = 4 * limits.rowLength

/** The strings that cells share, in order. */
export async function sharedStrings(texts: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = []
  let rest = ''
  let prefix: string | undefined
  for await (const piece of texts) {
    rest += piece
    prefix ??= prefixIn(rest, 'sst')
    if (prefix === undefined) continue
    const [open, close] = [`<${prefix}si>`, `</${prefix}si>`]
    const empty = `<${prefix}si/>`
    let at = 0
    // Most workbooks have none: looked for once a piece, not once a string.
    let hollow = rest.indexOf(empty)
    for (;;) {
      const start = rest.indexOf(open, at)
      if (hollow >= 0 && hollow < at) hollow = rest.indexOf(empty, at)
      if (hollow >= 0 && (start < 0 || hollow < start)) {
        strings.push('')
        at = hollow + empty.length
        continue
      }
      const end = start < 0 ? -1 : rest.indexOf(close, start)
      if (end < 0) break
      strings.push(textIn(rest.slice(start + open.length, end), prefix))
      at = end + close.length
    }
    rest = rest.slice(at)
    if (rest.length > longest) throw new RefusedFile('row-too-long')
  }
  return strings
}

/** The rows of a sheet as its text comes in. Errors in cells, such as #N/A, are cells without a value. */
export async function* rowsOfSheet(
  texts: AsyncIterable<string>,
  book: Book,
  budget: Budget,
): AsyncGenerator<Lines> {
  let rest = ''
  let row = 0
  let reader: CellReader | undefined
  for await (const piece of texts) {
    rest += piece
    if (!reader) {
      const prefix = prefixIn(rest, 'worksheet')
      if (prefix === undefined) {
        if (rest.length > longest) throw new RefusedFile('not-workbook')
        continue
      }
      reader = new CellReader(prefix, book, budget)
    }
    const found: Lines = { lines: [], at: [] }
    let at = 0
    for (;;) {
      const start = reader.rowAt(rest, at)
      if (start < 0) {
        // A tag may be cut in two; what stands between tags is nothing.
        const tag = rest.lastIndexOf('<')
        at = Math.max(at, tag < 0 || rest.includes('>', tag) ? rest.length : tag)
        break
      }
      const end = rest.indexOf('>', start)
      if (end < 0) {
        at = start
        break
      }
      const hollow = rest.charCodeAt(end - 1) === 47
      const close = hollow ? end : rest.indexOf(reader.rowEnd, end)
      if (close < 0) {
        at = start
        break
      }
      const stated = Number(attribute(rest.slice(start, end), 'r') ?? Number.NaN)
      row = stated > row ? stated : row + 1
      if (row > limits.rows) throw new RefusedFile('too-many-rows')
      if (!hollow) {
        found.lines.push(reader.cells(rest, end + 1, close))
        found.at.push(row)
      }
      at = close + 1
    }
    rest = rest.slice(at)
    if (rest.length > longest) throw new RefusedFile('row-too-long')
    if (found.lines.length > 0) yield found
  }
}

class CellReader {
  readonly rowEnd: string
  readonly #row: string
  readonly #cell: string
  readonly #cellEnd: string
  readonly #value: string
  readonly #valueEnd: string

  constructor(
    readonly prefix: string,
    readonly book: Book,
    readonly budget: Budget,
  ) {
    this.#row = `<${prefix}row`
    this.rowEnd = `</${prefix}row>`
    this.#cell = `<${prefix}c`
    this.#cellEnd = `</${prefix}c>`
    this.#value = `<${prefix}v`
    this.#valueEnd = `</${prefix}v>`
  }

  rowAt(text: string, from: number): number {
    return tagAt(text, this.#row, from)
  }

  /** The cells of a row whose markup lies between two places of a text. */
  cells(text: string, from: number, to: number): unknown[] {
    const cells: unknown[] = []
    let column = 0
    let count = 0
    let at = from
    for (;;) {
      const start = tagAt(text, this.#cell, at)
      if (start < 0 || start >= to) break
      const end = text.indexOf('>', start)
      const tag = text.slice(start + this.#cell.length, end)
      const letters = attribute(tag, 'r')
      if (letters !== undefined) column = columnOf(letters) ?? column
      if (column >= limits.columns) throw new RefusedFile('too-many-cells')
      count++
      at = end
      if (tag.charCodeAt(tag.length - 1) !== 47) {
        const close = text.indexOf(this.#cellEnd, end)
        if (close < 0) break
        while (cells.length < column) cells.push(undefined)
        cells[column] = this.#read(text, end + 1, close, tag)
        at = close
      }
      column++
    }
    this.budget.cells(count)
    return cells
  }

  #read(text: string, from: number, to: number, tag: string): unknown {
    const type = attribute(tag, 't')
    if (type === 'inlineStr') return textIn(text.slice(from, to), this.prefix)
    if (type === 'e') return undefined
    const open = tagAt(text, this.#value, from)
    if (open < 0 || open >= to) return undefined
    const start = text.indexOf('>', open) + 1
    const end = text.indexOf(this.#valueEnd, start)
    if (end < 0 || end > to) return undefined
    const raw = text.slice(start, end)
    if (type === 's') return this.book.strings[Number(raw)]
    if (type === 'str') return plainText(raw)
    if (type === 'b') return raw === '1'
    if (type === 'd') return raw.slice(0, raw.endsWith('T00:00:00') ? 10 : 19)
    const number = Number(raw)
    if (raw === '' || Number.isNaN(number)) return undefined
    const style = attribute(tag, 's')
    const shown = style === undefined ? undefined : this.book.shown[Number(style)]
    return shown === undefined ? number : dateText(number, shown, this.book.since1904)
  }
}

/** Where a tag of just this name begins. */
function tagAt(text: string, tag: string, from: number): number {
  for (let at = text.indexOf(tag, from); at >= 0; at = text.indexOf(tag, at + 1)) {
    const next = text.charCodeAt(at + tag.length)
    // Space, line break, / or >; at the end of a piece it is not known yet.
    if (next === 32 || next === 62 || next === 47 || next === 10 || next === 13 || next === 9)
      return at
    if (Number.isNaN(next)) return -1
  }
  return -1
}

/** The column of a cell's name, from 0: the B of B12. */
function columnOf(name: string): number | undefined {
  let column = 0
  for (let at = 0; at < name.length; at++) {
    const letter = name.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) return column === 0 ? undefined : column - 1
    column = column * 26 + letter - 64
    if (column > 1_000_000) break
  }
  return column - 1
}
