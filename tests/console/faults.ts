/** What can go wrong with an answer, at a test's command. */
import type { ServerResponse } from 'node:http'
import type { RequestKind } from './requests.ts'

export type FaultKind =
  | 'slow'
  | 'error500'
  | 'cut'
  | 'login'
  | 'huge'
  | 'deep'
  | 'proto'
  | 'revealFails'
  | 'revealLimited'
  | 'empty'
  | 'elsewhere'

export interface Fault {
  kind: FaultKind
  /** Part of the path it befalls; every data answer when absent. */
  path?: string
  /** How often; without end when absent. */
  times?: number
  delayMs?: number
}

export interface Faults {
  set(faults: Fault[]): void
  /** The fault that befalls this request, counted down. */
  next(path: string, kind: RequestKind): Fault | undefined
}

export function createFaults(): Faults {
  let active: Fault[] = []
  return {
    set: (faults) => {
      active = faults.map((fault) => ({ ...fault }))
    },
    next: (path, kind) => {
      const fault = active.find(
        (one) =>
          one.kind.startsWith('reveal') === (kind === 'reveal') &&
          (one.path === undefined
            ? kind === 'data' || kind === 'reveal'
            : path.includes(one.path)) &&
          (one.times ?? 1) > 0,
      )
      if (fault?.times !== undefined) fault.times -= 1
      return fault
    },
  }
}

/** Whether the rows arrive all the same: late, or among other things. */
export const leavesRows = ({ kind }: Fault): boolean =>
  kind === 'slow' || kind === 'huge' || kind === 'proto'

const HUGE_BYTES = 50 * 1024 * 1024
const DEEP_LEVELS = 10_000

/** Ends the answer wrongly; `slow` is the caller's, who waits and goes on. */
export function spoil(response: ServerResponse, fault: Fault, body: string): void {
  switch (fault.kind) {
    case 'error500':
      json(response, '{"retCode":"CBC.0999","retMsg":"Internal error"}', 500)
      break
    case 'cut':
      json(response, body.slice(0, Math.floor(body.length / 2)))
      break
    case 'login':
      response.writeHead(200, { 'content-type': 'text/html;charset=UTF-8' })
      response.end('<!doctype html><title>登录</title><form id="login">请重新登录</form>')
      break
    case 'huge':
      json(response, `${body.slice(0, -1)},"padding":"${'x'.repeat(HUGE_BYTES)}"}`)
      break
    case 'deep':
      json(response, `${'{"a":'.repeat(DEEP_LEVELS)}0${'}'.repeat(DEEP_LEVELS)}`)
      break
    case 'proto':
      json(
        response,
        `{"__proto__":{"polluted":true},"constructor":{"prototype":{}},${body.slice(1)}`,
      )
      break
    case 'revealFails':
      json(response, '{"retCode":"CBC.0500","retMsg":"Query sensitive data failed"}', 500)
      break
    case 'revealLimited':
      json(response, '{"retCode":"CBC.0429","retMsg":"Too many requests"}', 429)
      break
    case 'slow':
    case 'empty':
    case 'elsewhere':
      json(response, body)
  }
}

/** The same for a file that was asked for: what a partner would find in the folder for downloads. */
export function spoilFile(response: ServerResponse, fault: Fault, fileName: string): void {
  const file = { 'content-disposition': `attachment; filename="${fileName}"` }
  switch (fault.kind) {
    case 'cut':
      response.writeHead(200, { ...file, 'content-type': 'text/csv', 'content-length': 60_000 })
      response.write('a,b\r\n'.repeat(4000), () => setTimeout(() => response.destroy(), 600))
      break
    case 'login':
      response.writeHead(200, { ...file, 'content-type': 'text/html;charset=UTF-8' })
      response.end('<!doctype html><title>登录</title><form id="login">请重新登录</form>')
      break
    case 'empty':
      response.writeHead(200, { ...file, 'content-type': 'text/csv', 'content-length': 0 }).end()
      break
    case 'elsewhere':
      response
        .writeHead(302, {
          location: `https://127.0.0.1:${response.socket?.localPort}/elsewhere.csv`,
        })
        .end()
      break
    default:
      json(response, '{"retCode":"CBC.0999","retMsg":"Internal error"}', 500)
  }
}

export function json(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, {
    'content-type': 'application/json;charset=UTF-8',
    'cache-control': 'no-cache',
  })
  response.end(body)
}
