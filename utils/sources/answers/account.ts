import type { Site } from '@/utils/kinds/define'
import { plainName } from '@/utils/recognise/names'
import { parseAnswer } from './parse'

/** Who is signed in, as an answer of the console says. */
export interface AccountHint {
  name: string
  id?: string
  /** The site the account belongs to. */
  site?: Site
}

// `domain` and `account` are one word after plainName.
const ids = new Set(['account id', 'customer id', 'tenant id', 'account number'])
const names = new Set(['account name', 'login account', 'tenant name'])
const users = new Set(['user name', 'login name', 'iam user name', 'user id'])

/**
 * The current user, when an answer is about nobody else: one small object that holds an account's id and name beside a
 * user's name. Lists of users, customers and members say nothing of who is signed in.
 */
export function accountOf(body: Uint8Array | string): AccountHint | undefined {
  const size = typeof body === 'string' ? body.length : body.byteLength
  if (size > 32_768) return undefined
  const parsed = parseAnswer(body)
  if ('problem' in parsed) return undefined
  let value: unknown = parsed.value
  for (let step = 0; step < 4; step++) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const hint = hintIn(value as Record<string, unknown>)
    if (hint) return hint
    const inner = Object.values(value).filter((each) => typeof each === 'object' && each !== null)
    if (inner.length !== 1) return undefined
    value = inner[0]
  }
  return undefined
}

function hintIn(object: Record<string, unknown>): AccountHint | undefined {
  let name: string | undefined
  let id: string | undefined
  let user: string | undefined
  let site: Site | undefined
  for (const [key, value] of Object.entries(object)) {
    if (typeof value !== 'string' || value === '' || value.length > 128) continue
    const plain = plainName(key)
    if (ids.has(plain)) id = value
    else if (names.has(plain)) name = value
    else if (users.has(plain)) user = value
    else if (/\bsite\b/.test(plain)) site = siteNamed(value)
  }
  if (id === undefined || user === undefined) return undefined
  return { name: name ?? user, id, ...(site === undefined ? {} : { site }) }
}

function siteNamed(value: string): Site | undefined {
  if (/intl|international/i.test(value)) return 'intl'
  if (/(?:^|[_-])eu(?:$|[_-])|europe/i.test(value)) return 'eu'
  return /cn|china/i.test(value) ? 'cn' : undefined
}
