/** What was asked, read and held against the contract's bounds. */
import type { Operation, Parameter } from './contract.ts'

export type Asked = Record<string, unknown>

/** @returns the parameters with their defaults; undefined for what the contract does not allow */
export function askedOf(
  operation: Operation,
  url: URL,
  body: string,
  site: string,
): Asked | undefined {
  const posted = bodyParams(body)
  if (posted === undefined) return
  const asked: Asked = {}
  const known = new Set(operation.params.map(({ name }) => name))
  if ([...url.searchParams.keys(), ...Object.keys(posted)].some((name) => !known.has(name))) return
  for (const param of operation.params) {
    const given =
      param.in === 'query' ? fromQuery(param, url) : param.in === 'body' ? posted[param.name] : ''
    if (given === undefined) {
      if (param.required === true) return
      continue
    }
    if (param.in === 'header') continue
    if (!fits(param, given, site)) return
    asked[param.name] = given
  }
  return asked
}

function bodyParams(body: string): Asked | undefined {
  if (body === '') return {}
  try {
    const read: unknown = JSON.parse(body)
    return typeof read === 'object' && read !== null ? (read as Asked) : undefined
  } catch {
    return undefined
  }
}

function fromQuery({ name, type }: Parameter, url: URL): unknown {
  const all = url.searchParams.getAll(name)
  const [first] = all
  if (first === undefined) return undefined
  if (type === 'array') return all
  if (type === 'integer') return /^-?\d+$/.test(first) ? Number(first) : first
  return type === 'boolean' ? first === 'true' : first
}

function fits(param: Parameter, given: unknown, site: string): boolean {
  if (given === null) return true
  if (param.type === 'array') {
    return Array.isArray(given) && given.length <= (param.maxItems ?? Infinity)
  }
  if (param.type === 'integer' && !Number.isInteger(given)) return false
  if (param.type === 'string' && typeof given !== 'string') return false
  const codes = site === 'cn' ? param.enum : (param.enumIntl ?? param.enum)
  if (given !== '' && codes !== undefined && !codes.includes(String(given))) return false
  const size = typeof given === 'string' ? given.length : Number(given)
  const least = param.min ?? param.minLength ?? -Infinity
  return size >= least && size <= (param.max ?? param.maxLength ?? Infinity)
}
