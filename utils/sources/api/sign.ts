/** A request as it will be sent. `url` is made of the canonical query: what is signed is sent. */
export interface Signable {
  method: string
  /** `https://host/path`, without query. */
  url: string
  query?: Query
  /** The exact text of the body. */
  body?: string
  /** Further headers that are to be signed; `host` and `x-sdk-date` are signed always. */
  headers?: Record<string, string>
}
export type Query = Record<string, QueryValue | readonly QueryValue[]>
type QueryValue = string | number | boolean

/** An access key. The secret only ever feeds the HMAC. */
export interface AccessKey {
  access: string
  secret: string
  /** For temporary keys. */
  securityToken?: string
}

const ALGORITHM = 'SDK-HMAC-SHA256'

/**
 * The headers that sign a request with SDK-HMAC-SHA256. Header names with "_" are skipped: the gateway drops them.
 * @param at the moment of signing, epoch ms; the gateway allows 15 minutes
 * @param names headers to sign of those known here; all of them by default
 */
export async function signed(
  request: Signable,
  key: AccessKey,
  at: number,
  names?: readonly string[],
): Promise<Record<string, string>> {
  const date = sdkDate(at)
  const sent = { ...request.headers, 'X-Sdk-Date': date }
  const known = Object.entries({ host: new URL(request.url).host, ...sent })
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim()])
    .filter(([name]) => !name.includes('_') && (names?.includes(name) ?? true))
  const headers = [...new Map(known)].sort(([a], [b]) => (a < b ? -1 : 1))
  const list = headers.map(([name]) => name).join(';')
  const canonical = [
    request.method.toUpperCase(),
    canonicalPath(new URL(request.url).pathname),
    canonicalQuery(request.query ?? {}),
    ...headers.map(([name, value]) => `${name}:${value}`),
    '',
    list,
    hex(await crypto.subtle.digest('SHA-256', bytes(request.body ?? ''))),
  ].join('\n')
  const digest = hex(await crypto.subtle.digest('SHA-256', bytes(canonical)))
  const signature = hex(await hmac(key.secret, `${ALGORITHM}\n${date}\n${digest}`))
  return {
    ...sent,
    ...(key.securityToken === undefined ? {} : { 'X-Security-Token': key.securityToken }),
    Authorization: `${ALGORITHM} Access=${key.access}, SignedHeaders=${list}, Signature=${signature}`,
  }
}

/** Sorted by encoded name, then value; arrays are repeated parameters; an empty value keeps its "=". */
export function canonicalQuery(query: Query): string {
  return Object.entries(query)
    .flatMap(([name, value]) => [value].flat().map((one) => [encoded(name), encoded(String(one))]))
    .sort(([a = '', x = ''], [b = '', y = '']) => order(a, b) || order(x, y))
    .map((pair) => pair.join('='))
    .join('&')
}

/** `YYYYMMDDTHHMMSSZ`, UTC. */
export const sdkDate = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

/** Percent-encoded UTF-8; unlike `encodeURIComponent`, `! ' ( ) *` too. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** Each segment encoded, with a "/" at the end that the address itself does not have. */
function canonicalPath(path: string): string {
  const encodedPath = path
    .split('/')
    .map((segment) => encoded(decodeURIComponent(segment)))
    .join('/')
  return encodedPath.endsWith('/') ? encodedPath : `${encodedPath}/`
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const hex = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

async function hmac(secret: string, text: string): Promise<ArrayBuffer> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes(secret), algorithm, false, ['sign'])
  return crypto.subtle.sign(algorithm, key, bytes(text))
}
