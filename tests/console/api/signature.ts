/** SDK-HMAC-SHA256 as the gateway checks it: from what arrived, written from the documentation. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Account } from '../accounts.ts'
import { keysOf, ownerOfAccess, ownerOfToken } from './keys.ts'

export interface Arrived {
  method: string
  /** Path and query as they stand in the request line. */
  target: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

const ALLOWED_MS = 15 * 60_000

/** @returns whose request it is, or undefined for a wrong, missing or late signature */
export function callerOf(arrived: Arrived, now: number): Account | undefined {
  const token = textOf(arrived, 'x-auth-token')
  if (token !== '') return ownerOfToken(token)
  const [, access = '', list = '', signature = ''] =
    /^SDK-HMAC-SHA256 Access=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      textOf(arrived, 'authorization'),
    ) ?? []
  const owner = ownerOfAccess(access)
  const names = list.split(';')
  if (owner === undefined || !names.includes('host') || !names.includes('x-sdk-date')) return
  const date = textOf(arrived, 'x-sdk-date')
  if (!(Math.abs(momentOf(date) - now) <= ALLOWED_MS)) return
  const wanted = createHmac('sha256', keysOf(owner.id).secret)
    .update(`SDK-HMAC-SHA256\n${date}\n${sha(canonical(arrived, names))}`)
    .digest()
  return timingSafeEqual(wanted, Buffer.from(signature, 'hex')) ? owner : undefined
}

function canonical(arrived: Arrived, names: string[]): string {
  const [path = '', search = ''] = arrived.target.split('?')
  const pairs = search
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('=').map((part) => encoded(decodeURIComponent(part))))
    .map(([name = '', value = '']) => `${name}=${value}`)
  const lines = names.map((name) => `${name}:${textOf(arrived, name).trim()}\n`)
  return [
    arrived.method,
    path.endsWith('/') ? path : `${path}/`,
    pairs.toSorted().join('&'),
    lines.join(''),
    names.join(';'),
    sha(arrived.body),
  ].join('\n')
}

const textOf = ({ headers }: Arrived, name: string): string => String(headers[name] ?? '')
const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

/** "20261103T022231Z" */
const momentOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

function encoded(text: string): string {
  let out = ''
  for (const byte of Buffer.from(text)) {
    const sign = String.fromCharCode(byte)
    out += /[\w.~-]/.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return out
}
