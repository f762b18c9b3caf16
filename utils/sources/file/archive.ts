import { limits, RefusedFile } from './limits'

export interface Entry {
  name: string
  start: number
  packed: number
  method: number
}

/** What reading a workbook has cost so far; refuses to go on past a limit. Stated sizes are not believed. */
export class Budget {
  #inflated = 0
  #cells = 0
  readonly #started = performance.now()

  /** @param trusting the user was asked about what grows suspiciously, and wants it read */
  constructor(readonly trusting = false) {}

  inflate(entry: Entry, size: number, sum: number): void {
    this.#inflated += size
    if (this.#inflated > limits.inflatedBytes) throw new RefusedFile('inflates-too-far')
    if (!this.trusting && sum > 16 * 1024 * 1024 && sum > entry.packed * limits.ratio)
      throw new RefusedFile('suspicious')
    if (performance.now() - this.#started > limits.ms) throw new RefusedFile('too-slow')
  }
  cells(count: number): void {
    this.#cells += count
    if (this.#cells > limits.cells) throw new RefusedFile('too-many-cells')
  }
}

/**
 * The entries of an archive by name, as its list at the end has them.
 * @throws RefusedFile where there is no such list, too long a one, or one with a password
 */
export function entriesOf(bytes: Uint8Array): Map<string, Entry> {
  if (bytes.length > limits.workbookBytes) throw new RefusedFile('too-large')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) throw new RefusedFile(isArchive(bytes) ? 'cut-off' : 'not-workbook')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw new RefusedFile('too-many-entries')
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new RefusedFile('not-workbook')
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new RefusedFile('encrypted')
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length) throw new RefusedFile('not-workbook')
    const name = utf8.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    entries.set(name, {
      name,
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
const utf8 = new TextDecoder()
const isArchive = (bytes: Uint8Array) => bytes[2] === 3 && bytes[3] === 4

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - 65_536; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}

/** The text of an entry as it inflates, piece by piece. Whoever stops asking ends the inflating. */
export async function* textOf(
  bytes: Uint8Array,
  entry: Entry,
  budget: Budget,
): AsyncGenerator<string> {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed)
  const decoder = new TextDecoder()
  let sum = 0
  const count = (piece: Uint8Array) => budget.inflate(entry, piece.length, (sum += piece.length))
  if (entry.method === 0) {
    count(packed)
    yield decoder.decode(packed)
    return
  }
  if (entry.method !== 8) throw new RefusedFile('not-workbook')
  const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream()
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw new RefusedFile('cut-off')
      })
      if (done) return
      count(value)
      yield decoder.decode(value, { stream: true })
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/** A small entry as one text; undefined where there is none. */
export async function wholeTextOf(
  bytes: Uint8Array,
  entry: Entry | undefined,
  budget: Budget,
): Promise<string | undefined> {
  if (!entry) return undefined
  let text = ''
  for await (const piece of textOf(bytes, entry, budget)) text += piece
  return text
}
