import type { Fields, Kind } from '@/utils/kinds/define'
import { kindOf, type KindName } from '@/utils/kinds'
import { isMasked } from '@/utils/masking/mask'
import type { KindRecord, Value } from '@/utils/records'

/** `alias` is the key a source gives the same record that does not show its key fields. */
export type Identity = { key: string; alias?: string } | { reason: string }

/**
 * The key under which a record is kept: its key fields joined by `|`; where one is missing, the kind's fallback.
 * @param record as recognised, personal values in full
 * @param secret of this installation: a full personal value enters a fallback key only as a keyed hash
 */
export async function identify(
  name: KindName,
  record: KindRecord,
  account: string,
  secret = '',
): Promise<Identity> {
  const kind = kindOf(name)
  const own = await join(kind, kind.key, record, secret)
  // Kinds of great volume come whole from one source: an alias a row would only cost them room.
  if (own !== undefined && (!kind.fallback || kind.scope)) return { key: own }
  const other = await standIn(kind, record, account, secret)
  if (own === undefined) return other === undefined ? { reason: 'no-key' } : { key: other }
  return other === undefined || other === own ? { key: own } : { key: own, alias: other }
}

/**
 * The key of records that need no hash for it: a kind whose key fields are all shown and name nobody.
 * @returns a function that gives undefined for a record that `identify` must see
 */
export function plainKeyOf(name: KindName): (record: KindRecord) => string | undefined {
  return hasPlainKey(name) ? shownKeyOf(name) : () => undefined
}

/** The key of a record that shows all of its key fields, where none of them names a person. */
export function shownKeyOf(name: KindName): (record: KindRecord) => string | undefined {
  const kind = kindOf(name)
  const { key, fields } = kind
  if (key.some((field) => fields[field]?.personal !== undefined)) return () => undefined
  const [first = '', ...rest] = key
  return (record) => {
    const value = record[first]
    if (!present(value)) return undefined
    let text = keyText(kind, first, value)
    for (const field of rest) {
      if (!present(record[field])) return undefined
      text += `|${keyText(kind, field, record[field])}`
    }
    return text
  }
}

/** Whether a kind's key names nobody, and no second one goes with it. */
export function hasPlainKey(name: KindName): boolean {
  const { key, fields, fallback, scope } = kindOf(name)
  const named = key.some((field) => fields[field]?.personal !== undefined)
  return !named && !(fallback && !scope)
}

/**
 * Whose a row is where it shows no customer id: HMAC-SHA-256 of the account name under the installation's key, if the
 * name is shown in full. A customer's own record has it too, so that both are found together.
 */
export async function customerRefOf(
  name: KindName,
  record: KindRecord,
  secret: string,
): Promise<string | undefined> {
  const { accountName } = record
  if (!mayHaveRef(name, record) || typeof accountName !== 'string' || isMasked(accountName))
    return undefined
  return keyed(accountName.trim(), secret)
}
/** Whether there is an account name to know a row by, and need for it. */
export const mayHaveRef = (name: KindName, { customerId, accountName }: KindRecord): boolean =>
  present(accountName) && (!present(customerId) || name === 'customer')

async function standIn(
  kind: Kind<Fields>,
  record: KindRecord,
  account: string,
  secret: string,
): Promise<string | undefined> {
  if (kind.name === 'exportTask') return derived(record, account)
  if (!kind.fallback) return undefined
  return join(kind, [...kind.fallback, ...shownParts(kind, record)], record, secret)
}

/** An export the console gives no number: what was asked for, where and when. */
async function derived(record: KindRecord, account: string): Promise<string | undefined> {
  const { page = 'unknown', requestedAt, name } = record
  if (requestedAt === undefined) return undefined
  const text = [account, page, requestedAt, name ?? ''].join('|')
  return `derived:${hex(await crypto.subtle.digest('SHA-256', bytes(text)))}`
}

/**
 * Sums split by more than the fallback names (a service, a billing mode) must not fall into one row: the key fields that
 * are shown count too, and a service's name where its code is not shown.
 */
function shownParts(kind: Kind<Fields>, record: KindRecord): string[] {
  if (!kind.key.includes('grain')) return []
  const named = new Set(kind.fallback?.flatMap((names) => names.split('|')))
  return kind.key
    .map((name) => (present(record[name]) ? name : name.replace(/Type$/, 'Name')))
    .filter((name) => !named.has(name) && present(record[name]))
}

async function join(
  kind: Kind<Fields>,
  fields: readonly string[],
  record: KindRecord,
  secret: string,
): Promise<string | undefined> {
  const parts: string[] = []
  for (const names of fields) {
    // `*` closes a list of alternatives: a dimension that is not shown.
    const name = names.split('|').find((each) => each === '*' || present(record[each]))
    if (name === undefined) return undefined
    if (name === '*') {
      parts.push(name)
      continue
    }
    const text = keyText(kind, name, record[name])
    const personal = kind.fields[name]?.personal !== undefined
    // Masked names are alike soon: every shown form of the same person counts then, the account beside the name.
    const shown =
      personal && isMasked(text)
        ? names
            .split('|')
            .map((each) => record[each])
            .filter(present)
        : [text]
    parts.push(personal && !isMasked(text) ? `~${await keyed(text, secret)}` : shown.join('+'))
  }
  return parts.length === 0 ? undefined : parts.join('|')
}

/**
 * An answer tells a time to the millisecond and an amount as short as it goes, the page drawn from it to the second and
 * to the cent: both are one.
 */
function keyText(kind: Kind<Fields>, name: string, value: Value | undefined): string {
  const type = kind.fields[name]?.type
  const isTime = type === 'time' || type === 'day-end'
  if (isTime && typeof value === 'number') return String(value - (value % 1000))
  const text = String(value)
  return type === 'amount' && text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

const present = (value: Value | undefined) => value !== undefined && value !== ''

const keys = new Map<string, Promise<CryptoKey>>()
async function keyed(text: string, secret: string): Promise<string> {
  let key = keys.get(secret)
  if (!key) {
    const how = { name: 'HMAC', hash: 'SHA-256' }
    key = crypto.subtle.importKey('raw', bytes(secret || '-'), how, false, ['sign'])
    keys.set(secret, key)
  }
  return hex(await crypto.subtle.sign('HMAC', await key, bytes(text.normalize('NFC')))).slice(0, 32)
}

const bytes = (text: string) => new TextEncoder().encode(text)
const hex = (buffer: ArrayBuffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
