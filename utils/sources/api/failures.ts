import { AccessError, ShapeError } from '@/utils/errors'

/**
 * Why an answer was no: `key` (wrong, lapsed or not signed rightly), `clock` (this computer's clock is too far off),
 * `caller` (this account may not call the operation at all), `customer` (not for this one customer),
 * `budget` (more requests than were announced).
 */
export type Refusal = 'key' | 'clock' | 'caller' | 'customer' | 'budget'

/** The API answered no. Keeps the name of its family; `reason` says what the user can do. */
export class RefusedError extends AccessError {
  readonly reason: Refusal
  constructor(reason: Refusal, operation: string, code = '') {
    super(`${operation}: refused (${[reason, code].filter(Boolean).join(' ')})`, { place: 'api' })
    this.reason = reason
  }
}

const codes: Record<string, Refusal> = {
  'CBC.5001': 'caller',
  'CBC.0150': 'caller',
  'CBC.0151': 'caller',
  'CBC.0155': 'caller',
  'CBC.99000037': 'caller',
  'CBC.99000084': 'caller',
  'CBC.5002': 'customer',
  'CBC.99000035': 'customer',
  'CBC.99000047': 'customer',
  'CBC.99000049': 'customer',
  'CBC.0154': 'key',
  'APIGW.0301': 'key',
  'APIGW.0303': 'key',
  'APIGW.0305': 'key',
  'APIGW.0307': 'key',
}

/**
 * What an answer's status and code mean. Codes and bodies come with HTTP 200 too, so the code is looked at first.
 * @param code as the answer has it; only a code of the vendor's form is ever repeated
 * @returns undefined for one that may be asked again
 */
export function refusalOf(operation: string, status: number, code: string): Error | undefined {
  const said = /^(?:CBC|APIGW)\.\d{1,10}$/.test(code) ? code : ''
  const reason = Object.hasOwn(codes, said) ? codes[said] : undefined
  if (reason !== undefined) return new RefusedError(reason, operation, said)
  if (status === 429 || status >= 500 || said === 'CBC.0999' || said === 'APIGW.0308') {
    return undefined
  }
  if (status === 401) return new RefusedError('key', operation, said)
  if (status === 403) return new RefusedError('caller', operation, said)
  const why = `${operation}: the request was not understood (${`${status} ${said}`.trim()})`
  return new ShapeError(why, { place: 'api' })
}

/** The code of an error in a body, whatever the status: `error_code`, or the first of `error_details`. */
export function codeIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const { error_code: own, error_details: details, error } = body as Record<string, unknown>
  if (typeof own === 'string' && own !== '' && own !== 'CBC.0000') return own
  if (Array.isArray(details) && details.length > 0) return codeIn(details[0]) ?? 'details'
  // IAM's shape.
  if (typeof error === 'object' && error !== null) return 'error'
  return undefined
}
