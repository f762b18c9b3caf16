import type { Site } from '@/utils/kinds/define'
import { hosts } from './hosts'
import type { Operation, Param } from './operation'
import { canonicalQuery, type Query, type Signable } from './sign'

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }
/**
 * Parameters by the contract's names. `undefined` leaves a filter out. `''`, `null` and `[]` are sent as they are:
 * on the wire they mean something else, and not the same everywhere.
 */
export type Params = Readonly<Record<string, Plain | undefined>>

/**
 * The request of one call, unsigned.
 * @throws RangeError for a name the operation does not have, a value out of its bounds, a required one that is missing
 */
export function requestFor(operation: Operation, params: Params, site: Site): Signable {
  const given = Object.entries(params).filter(([, value]) => value !== undefined)
  for (const [name, value] of given) {
    check(name, value as Plain, operation.params[name], site)
  }
  for (const [name, { required }] of Object.entries(operation.params)) {
    if (required === true && params[name] === undefined) throw new RangeError(`${name} is missing`)
  }
  const part = (place: Param['in']): Record<string, Plain> =>
    Object.fromEntries(given.filter(([name]) => operation.params[name]?.in === place)) as never
  const posted = operation.method === 'POST'
  return {
    method: operation.method,
    url: `https://${hosts[site]}${operation.path}`,
    query: part('query') as Query,
    headers: {
      ...(part('header') as Record<string, string>),
      ...(posted ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(posted ? { body: JSON.stringify(part('body')) } : {}),
  }
}

/** The address with its query as it was signed. */
export function addressOf({ url, query = {} }: Signable): string {
  const search = canonicalQuery(query)
  return search === '' ? url : `${url}?${search}`
}

function check(name: string, value: Plain, param: Param | undefined, site: Site): void {
  const wrong = (why: string): RangeError => new RangeError(`${name} ${why}`)
  if (param === undefined) throw wrong('is no parameter of this operation')
  if (param.in !== 'body' && (value === null || (Array.isArray(value) && value.length === 0))) {
    throw wrong('cannot be said in an address')
  }
  if (value === null) return
  if (!isA(param.type, value)) throw wrong(`is not of type ${param.type}`)
  const size = typeof value === 'string' || Array.isArray(value) ? value.length : Number(value)
  if (size < (param.min ?? 0) || size > (param.max ?? Infinity)) throw wrong('is out of bounds')
  if (value === '' || Array.isArray(value)) return
  const codes = site === 'cn' ? param.enum : (param.enumIntl ?? param.enum)
  if (codes !== undefined && !codes.includes(String(value))) throw wrong('is not one of its codes')
  if (param.pattern !== undefined && !new RegExp(param.pattern).test(String(value))) {
    throw wrong('has not its form')
  }
}

function isA(type: Param['type'], value: Plain): boolean {
  if (type === 'array') return Array.isArray(value)
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}
