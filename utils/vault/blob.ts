import { aesKey, fromBase64, open, seal, type Sealed, toBase64 } from './seal'
import { headOf, type Keys, type KeysHead, VaultError } from './types'

/** OWASP's figure for PBKDF2 with SHA-256; a stored vault with fewer rounds is refused. */
export const ROUNDS = 600_000
/** More than this is no setting of ours but an edited file that would hang the page. */
const MOST_ROUNDS = 10_000_000
const SALT_BYTES = 16

/** The vault as it is stored. Nothing in it opens without the passphrase. */
export interface VaultBlob {
  version: 1
  kdf: { name: 'PBKDF2-SHA-256'; rounds: number; salt: string }
  /** What is shown while it is locked. Bound to the sealed keys: it cannot be changed alone. */
  head: KeysHead
  /** The data key under the key derived from the passphrase. */
  wrapped: Sealed
  /** The keys under the data key. */
  keys: Sealed
  /** SHA-256 of the rest: tells a damaged vault from a wrong passphrase. It protects nothing; GCM does. */
  sum: string
}

/** 256 random bits that everything in the vault is encrypted with. */
export const newDataKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32))

export async function create(
  keys: Keys,
  passphrase: string,
  dataKey: Uint8Array<ArrayBuffer> = newDataKey(),
): Promise<VaultBlob> {
  const kdf: VaultBlob['kdf'] = {
    name: 'PBKDF2-SHA-256',
    rounds: ROUNDS,
    salt: toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES))),
  }
  const wrapped = await seal(await derived(passphrase, kdf), dataKey, boundOf(kdf))
  return filled({ version: 1, kdf, wrapped }, keys, dataKey)
}

/**
 * The data key.
 * @throws VaultError `wrong` for another passphrase, `damaged`, `downgraded`
 */
export async function unlock(
  blob: VaultBlob,
  passphrase: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await derived(passphrase, blob.kdf)
  // The sum was right when it was read: what does not open now was given another passphrase.
  return open(key, blob.wrapped, boundOf(blob.kdf)).catch(() => {
    throw new VaultError('wrong')
  })
}

/** @throws VaultError `damaged` */
export async function keysIn(blob: VaultBlob, dataKey: Uint8Array<ArrayBuffer>): Promise<Keys> {
  const text = await open(await aesKey(dataKey), blob.keys, boundOf(blob.head))
  return JSON.parse(new TextDecoder().decode(text)) as Keys
}

/** The same vault with other keys in it. */
export const replaced = (
  { version, kdf, wrapped }: VaultBlob,
  keys: Keys,
  dataKey: Uint8Array<ArrayBuffer>,
) => filled({ version, kdf, wrapped }, keys, dataKey)

/**
 * What was read from storage, checked before any passphrase is tried on it.
 * @throws VaultError `damaged`; `downgraded` when it was made with less than we accept
 */
export async function checked(value: unknown): Promise<VaultBlob> {
  const blob = value as VaultBlob
  const kdf = blob?.kdf
  if (typeof kdf?.rounds !== 'number' || typeof kdf.salt !== 'string') damaged()
  // Before the sum, which whoever edited the figures could have made anew.
  if (kdf.rounds < ROUNDS || bytesIn(kdf.salt) < SALT_BYTES || kdf.name !== 'PBKDF2-SHA-256')
    throw new VaultError('downgraded')
  if (blob.version !== 1 || kdf.rounds > MOST_ROUNDS || blob.sum !== (await sumOf(blob))) damaged()
  return blob
}

async function filled(
  start: Pick<VaultBlob, 'version' | 'kdf' | 'wrapped'>,
  keys: Keys,
  dataKey: Uint8Array<ArrayBuffer>,
): Promise<VaultBlob> {
  const head = headOf(keys)
  const value = new TextEncoder().encode(JSON.stringify(keys))
  const blob = { ...start, head, keys: await seal(await aesKey(dataKey), value, boundOf(head)) }
  return { ...blob, sum: await sumOf(blob) }
}

async function derived(passphrase: string, kdf: VaultBlob['kdf']): Promise<CryptoKey> {
  // The same sign may be typed as one character or as two, depending on the keyboard.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const algorithm = {
    name: 'PBKDF2',
    hash: 'SHA-256',
    salt: fromBase64(kdf.salt),
    iterations: kdf.rounds,
  }
  const aes = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(algorithm, base, aes, false, ['encrypt', 'decrypt'])
}

/** The order of names is ours: storage gives objects back with their names sorted. */
const boundOf = (part: VaultBlob['kdf'] | KeysHead): string =>
  JSON.stringify(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))

async function sumOf({
  version,
  kdf,
  head,
  wrapped,
  keys,
}: Omit<VaultBlob, 'sum'>): Promise<string> {
  const parts = [
    boundOf(kdf),
    head && boundOf(head),
    wrapped?.iv,
    wrapped?.data,
    keys?.iv,
    keys?.data,
  ]
  const text = new TextEncoder().encode(JSON.stringify([version, ...parts]))
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', text)))
}

function bytesIn(base64: string): number {
  try {
    return fromBase64(base64).length
  } catch {
    return damaged()
  }
}
function damaged(): never {
  throw new VaultError('damaged')
}
