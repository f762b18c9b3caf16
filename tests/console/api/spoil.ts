/** How a fault shows: instead of an answer, or within one. */
import type { ServerResponse } from 'node:http'
import type { Wire } from '../answers/row.ts'
import { json } from '../faults.ts'
import type { Operation } from './contract.ts'
import type { ApiFault } from './faults.ts'

/** Ends the answer for a fault that leaves nothing of it. */
export function failing(response: ServerResponse, fault: ApiFault): boolean {
  switch (fault.kind) {
    case 'throttle':
      throttled(response, fault.retryAfter)
      return true
    case 'error503':
      json(response, '{"error_code":"CBC.0999","error_msg":"busy"}', 503)
      return true
    case 'code200':
      json(response, '{"error_code":"CBC.0999","error_msg":"unknown"}')
      return true
    case 'redirect':
      response.writeHead(307, { location: fault.to ?? 'https://elsewhere.example/' }).end()
      return true
    case 'hang-up':
      response.statusCode = 0
      response.destroy()
      return true
    default:
      return false
  }
}

/** A page with another total, that of the first page again, or nothing in it. */
export function spoilt(operation: Operation, page: Wire, fault: ApiFault): Wire {
  const { paging } = operation
  if (paging === undefined) return page
  const rows = page[paging.listField] as Wire[]
  if (fault.kind === 'total') {
    return { ...page, [paging.totalField]: Number(page[paging.totalField]) + 1 }
  }
  if (fault.kind === 'empty') return { ...page, [paging.listField]: [] }
  return fault.kind === 'repeat' ? { ...page, [paging.listField]: rows.slice(0, 1) } : page
}

/** The gateway's own words, which are not those of the service behind it. */
export function throttled(response: ServerResponse, retryAfter?: number): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
  const body = {
    status_code: 429,
    request_id: '0f0e0d0c',
    error_code: 'APIGW.0308',
    error_message:
      'The throttling threshold has been reached: policy user over ratelimit,limit:10,time:1 second',
    encoded_authorization_message: '',
  }
  json(response, JSON.stringify(body), 429)
}
