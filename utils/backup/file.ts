import { versions } from '@/utils/cache/database'
import { lineOf, rowOf } from './lines'
import { RestoreError, type Head, type Row } from './types'

/*
 * One file: a line that says what it is, then the rows of the tables as lines, deflated, and under a passphrase encrypted
 * with AES-256-GCM. The first line is bound to what follows: neither can be changed alone.
 */

/** OWASP's figure for PBKDF2 with SHA-256; less is refused on reading. */
const leastRounds = 600_000
/** More is no setting of ours but a file that would hang the page. */
const mostRounds = 10_000_000
const format = 'partner-lens-backup'
const encoder = new TextEncoder()

const hexOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (text: string) =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const sumOf = async (bytes: Uint8Array<ArrayBuffer>) =>
  hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))

async function keyFrom(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number) {
  // The same sign may be typed as one character or as two, depending on the keyboard.
  const typed = encoder.encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  const aes = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(algorithm, base, aes, false, ['encrypt', 'decrypt'])
}
/** What of the head must be unchanged for an encrypted file to open. */
const boundOf = ({ schema, madeAt, rows, sealed }: Omit<Head, 'sum'>) =>
  encoder.encode(JSON.stringify([format, schema, madeAt, rows, sealed]))

async function through(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  step: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(bytes.pipeThrough(step)).arrayBuffer())
}
/** A few rows at a time, so that the page stays free meanwhile. */
function streamOf(rows: readonly Row[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream({
    async pull(controller) {
      if (at >= rows.length) return controller.close()
      controller.enqueue(
        encoder.encode(
          rows
            .slice(at, at + 20)
            .map(lineOf)
            .join(''),
        ),
      )
      at += 20
      await new Promise((done) => setTimeout(done))
    },
  })
}

/** @param passphrase absent for a file that anybody can read */
export async function backupFile(
  rows: readonly Row[],
  madeAt: number,
  passphrase?: string,
): Promise<Blob> {
  const packed = await through(streamOf(rows), new CompressionStream('gzip'))
  const accounts = rows.flatMap(({ table, row }) => (table === 'accounts' ? row.key : []))
  const head = { format, version: 1, schema: versions.length, madeAt, rows: rows.length } as const
  if (passphrase === undefined) {
    const sum = await sumOf(packed)
    return fileOf({ ...head, accounts, sum }, packed)
  }
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = {
    name: 'PBKDF2-SHA-256',
    rounds: leastRounds,
    salt: hexOf(salt),
    iv: hexOf(iv),
  } as const
  const key = await keyFrom(passphrase, salt, leastRounds)
  const bound = boundOf({ ...head, sealed })
  const algorithm = { name: 'AES-GCM', iv, additionalData: bound }
  const data = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, packed))
  return fileOf({ ...head, sealed, sum: await sumOf(data) }, data)
}
const fileOf = (head: Head, data: Uint8Array<ArrayBuffer>) =>
  new Blob([`${JSON.stringify(head)}\n`, data], { type: 'application/octet-stream' })

/**
 * What a file says of itself.
 * @throws RestoreError `not-a-backup`, `newer`
 */
export async function headOf(file: Blob): Promise<{ head: Head; data: Blob }> {
  const start = await file.slice(0, 100_000).text()
  const end = start.indexOf('\n')
  let head: Head
  try {
    head = Object(JSON.parse(start.slice(0, end))) as Head
  } catch (error) {
    throw new RestoreError('not-a-backup', { cause: error })
  }
  if (head.format !== format) throw new RestoreError('not-a-backup')
  if (head.version !== 1 || !(head.schema <= versions.length)) throw new RestoreError('newer')
  return { head, data: file.slice(encoder.encode(start.slice(0, end + 1)).length) }
}

/**
 * Everything in a file, checked to the last row before anything is done with it.
 * @throws RestoreError with why it is refused
 */
export async function rowsIn(file: Blob, passphrase?: string): Promise<Row[]> {
  const { head, data } = await headOf(file)
  const bytes = new Uint8Array(await data.arrayBuffer())
  if ((await sumOf(bytes)) !== head.sum) throw new RestoreError('damaged')
  const packed = head.sealed ? await opened(head, bytes, passphrase) : bytes
  const text = await unpacked(packed)
  const rows = text.split('\n').filter(Boolean).map(rowOf)
  if (rows.length !== head.rows) throw new RestoreError('damaged')
  return rows
}

async function opened(
  head: Head,
  bytes: Uint8Array<ArrayBuffer>,
  passphrase: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const { salt, iv, rounds, name } = head.sealed ?? { salt: '', iv: '', rounds: 0, name: '' }
  if (name !== 'PBKDF2-SHA-256' || !(rounds >= leastRounds && rounds <= mostRounds))
    throw new RestoreError('damaged')
  if (fromHex(salt).length < 16 || fromHex(iv).length !== 12) throw new RestoreError('damaged')
  if (passphrase === undefined || passphrase === '') throw new RestoreError('needs-passphrase')
  const key = await keyFrom(passphrase, fromHex(salt), rounds)
  try {
    const algorithm = { name: 'AES-GCM', iv: fromHex(iv), additionalData: boundOf(head) }
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes))
  } catch {
    // The sum was right: what does not open was given another passphrase.
    throw new RestoreError('wrong-passphrase')
  }
}

async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const bytes = new Blob([packed]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>
    const plain = await through(bytes, new DecompressionStream('gzip'))
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch (error) {
    throw new RestoreError('damaged', { cause: error })
  }
}
