import type { Column as Stored } from '@/utils/cache/columns'
import type { Marks } from './marks'

const shift = 12
const blockRows = 1 << shift
const separator = '\n'

/** The values of 4,096 rows: as a list while they are written, as one string once they are read. */
interface Block {
  open?: (string | undefined)[]
  text: string
  /** The same string where all of it is in lower case, as ids are. */
  lower: string
  /** Where the value of each row ends; it begins one after the end before. */
  ends: Uint32Array
  lowerEnds: Uint32Array
  absent?: Set<number>
}

/**
 * A text field whose values hardly repeat (ids, names). One string for thousands of rows takes a fraction of the memory of
 * as many strings, and the engine's own search runs over it.
 */
export class LongColumn {
  readonly type = 'long'
  readonly #blocks: Block[] = []

  constructor(capacity: number) {
    this.grow(capacity)
  }
  grow(capacity: number): void {
    while (this.#blocks.length << shift < capacity)
      this.#blocks.push({
        open: [],
        text: '',
        lower: '',
        ends: new Uint32Array(),
        lowerEnds: new Uint32Array(),
      })
  }

  write(slots: Uint32Array, stored: Stored & { type: 'text' | 'json' }): void {
    for (let row = 0; row < slots.length; row += 1)
      this.set(slots[row]!, stored.dictionary[stored.codes[row]! - 1])
  }
  clear(slots: Uint32Array): void {
    for (const slot of slots) this.set(slot, undefined)
  }
  set(slot: number, value: string | undefined): void {
    const block = this.#blocks[slot >> shift]!
    const values = (block.open ??= valuesOf(block))
    const row = slot & (blockRows - 1)
    // No holes: what was never written is absent.
    while (values.length <= row) values.push(undefined)
    values[row] = value
  }

  at(slot: number): string | undefined {
    const block = this.#blocks[slot >> shift]
    const row = slot & (blockRows - 1)
    if (!block) return undefined
    return block.open ? block.open[row] : valueOf(block, row)
  }
  word(slot: number): string | undefined {
    return this.at(slot)
  }

  /** Marks the rows whose value holds `word`, in lower case and without white space. Rows marked before stay so. */
  search(word: string, marks: Marks): void {
    this.#blocks.forEach((block, index) => {
      close(block)
      searchBlock(block, word, marks, index << shift)
    })
  }
}

function valueOf({ text, ends, absent }: Block, row: number): string | undefined {
  if (row >= ends.length || absent?.has(row)) return undefined
  return text.slice(row === 0 ? 0 : ends[row - 1]! + 1, ends[row])
}

const valuesOf = (block: Block): (string | undefined)[] =>
  Array.from(block.ends, (_, row) => valueOf(block, row))

function close(block: Block): void {
  const values = block.open
  if (!values) return
  const absent = new Set<number>()
  values.forEach((value, row) => value === undefined && absent.add(row))
  block.text = values.map((value) => value ?? '').join(separator)
  block.ends = endsOf(values)
  const lower = block.text.toLowerCase()
  block.lower = lower === block.text ? block.text : lower
  // A few letters take more room in lower case; then the ends are others.
  block.lowerEnds =
    lower.length === block.text.length
      ? block.ends
      : endsOf(values.map((value) => value?.toLowerCase()))
  block.absent = absent.size > 0 ? absent : undefined
  block.open = undefined
}

function endsOf(values: readonly (string | undefined)[]): Uint32Array {
  let end = -1
  return Uint32Array.from(values, (value) => (end += 1 + (value?.length ?? 0)))
}

function searchBlock(block: Block, word: string, marks: Marks, first: number): void {
  const { lower, lowerEnds: ends } = block
  let row = 0
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, ends[row]! + 1)) {
    while (ends[row]! < at) row += 1
    marks[first + row] = 1
  }
}
