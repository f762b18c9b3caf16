import { VaultError } from './types'

/** Bytes under AES-256-GCM, both parts base64. */
export interface Sealed {
  /** 96 random bits, new with every encryption. */
  iv: string
  data: string
}

const IV_BYTES = 12
const encoder = new TextEncoder()

/**
 * @param bound what must be unchanged for the value to open again, although it is not secret
 */
export async function seal(
  key: CryptoKey,
  value: Uint8Array<ArrayBuffer>,
  bound: string,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(bound) }
  const data = await crypto.subtle.encrypt(algorithm, key, value)
  return { iv: toBase64(iv), data: toBase64(new Uint8Array(data)) }
}

/** @throws VaultError `damaged` when key, value or what it is bound to is not the same */
export async function open(
  key: CryptoKey,
  sealed: Sealed,
  bound: string,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const iv = fromBase64(sealed.iv)
    const algorithm = { name: 'AES-GCM', iv, additionalData: encoder.encode(bound) }
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, fromBase64(sealed.data)))
  } catch {
    throw new VaultError('damaged')
  }
}

/** For AES-256-GCM, not to be taken out again. */
export function aesKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

export const toBase64 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
/** @throws DOMException for what is not base64 */
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
