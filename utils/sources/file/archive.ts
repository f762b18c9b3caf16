import { limits, RefusedFile } from './limits'

interface Entry {
  name: string
  start: number
  packed: number
  method: number
}

/**
 * Looks through a workbook before anything is built of it: how many entries it has, how much they really are when
 * inflated, and how far out their cells lie. Sizes that the file states of itself are not believed.
 * @throws RefusedFile past a limit
 */
export async function checkWorkbook(bytes: Uint8Array): Promise<void> {
  if (bytes.length > limits.workbookBytes) throw new RefusedFile('too-large')
  const entries = entriesOf(bytes)
  if (!entries) throw new RefusedFile('not-workbook')
  if (entries.length > limits.entries) throw new RefusedFile('too-many-entries')
  let inflated = 0
  for (const entry of entries) {
    const packed = bytes.subarray(entry.start, entry.start + entry.packed)
    const far = /sheet[^/]*\.xml$/i.test(entry.name) ? new Extent() : undefined
    const count = (piece: Uint8Array) => {
      inflated += piece.length
      if (inflated > limits.inflatedBytes) throw new RefusedFile('too-large')
      far?.look(piece)
    }
    if (entry.method === 0) count(packed)
    else if (entry.method === 8) await inflate(packed, count)
    else throw new RefusedFile('not-workbook')
  }
}

async function inflate(packed: Uint8Array, count: (piece: Uint8Array) => void): Promise<void> {
  const source = new Blob([packed as Uint8Array<ArrayBuffer>]).stream()
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      count(value)
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined)
    throw error instanceof RefusedFile ? error : new RefusedFile('not-workbook')
  }
}

/** How many cells the rows and columns named in a sheet span. */
class Extent {
  private row = 0
  private column = 0
  private rest = ''

  look(piece: Uint8Array): void {
    const text = this.rest + latin.decode(piece)
    for (const [, letters = '', digits = ''] of text.matchAll(/ r="([A-Z]{0,8})(\d{1,12})"/g)) {
      this.row = Math.max(this.row, Number(digits))
      if (letters !== '') this.column = Math.max(this.column, columnNumber(letters))
    }
    this.rest = text.slice(-32)
    if (
      this.column > limits.columns ||
      this.row * this.column > limits.cells ||
      this.row > limits.rows
    )
      throw new RefusedFile('too-many-cells')
  }
}
const latin = new TextDecoder('latin1')
const columnNumber = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** The list of entries at the end of an archive. */
function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  for (let index = 0; index < count && index <= limits.entries; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length) return undefined
    entries.push({
      name: latin.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOf(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at > last - 65_536; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}
