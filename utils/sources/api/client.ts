import { AccessError, ShapeError, UnreachableError } from '@/utils/errors'
import type { Site } from '@/utils/kinds/define'
import { type Answer, answerOf } from './answer'
import { createServerClock, plainly } from './clock'
import { codeIn, refusalOf, RefusedError } from './failures'
import { assertOurs } from './hosts'
import type { Operation } from './operation'
import { type OperationName, operations } from './operations'
import { addressOf, type Params, requestFor } from './request'
import { type AccessKey, type Signable, signed } from './sign'
import { backOffMs, createThrottle, retryAfterMs, type Wait, waitFor } from './throttle'

export interface ClientOptions {
  site: Site
  /** Stays inside the client: nothing that it gives out or throws holds any of it. */
  key: AccessKey | { token: string }
  fetch: typeof fetch
  /** Local time, epoch ms. */
  now: () => number
  wait?: Wait
  /** 0 to 1. */
  random?: () => number
  /** Share of the allowed rate, above 0 to 1. */
  share?: number
  /** Another client with this key may have sent requests a moment ago. */
  follows?: boolean
  /** How often one request is tried at most; 6 by default. */
  attempts?: number
  timeoutMs?: number
  /** Asked before every request that carries the key; a no ends the call with the reason `budget`. */
  maySend?: () => boolean
}

export interface Client {
  /**
   * One request, tried again while that may help.
   * @throws RefusedError (an AccessError), UnreachableError, ShapeError; RangeError for parameters out of bounds;
   * the signal's reason when it aborts
   */
  call(name: OperationName, params: Params, signal?: AbortSignal): Promise<Answer>
  /** Ms by which this computer's clock is behind the server's; undefined until known. */
  skewMs(): number | undefined
  /** Requests with the key so far. */
  sent(): number
}

/** A client of the open API of one site with one key. */
export function createClient(options: ClientOptions): Client {
  const { site, key, now, wait = waitFor, random = Math.random, attempts = 6 } = options
  const { timeoutMs = 60_000, maySend = () => true } = options
  const throttle = createThrottle(now, wait, options.share, options.follows)
  const clock = createServerClock(site, options.fetch, now)
  let sent = 0

  const authorised = async (name: string, request: Signable, signal?: AbortSignal) => {
    if ('token' in key) return { ...request.headers, 'X-Auth-Token': key.token }
    return signed(request, key, await clock.now(name, signal))
  }

  const ready = (name: string, request: Signable, signal?: AbortSignal): Promise<number> => {
    assertOurs(request.url)
    return clock.now(name, signal)
  }

  /** Signed first, sent in its very turn: a thread that is busy in between would bring two of them together. */
  const inTurn = async (name: OperationName, request: Signable, signal?: AbortSignal) => {
    const { perSecond } = operations[name]
    for (;;) {
      const signedAt = now()
      const headers = await authorised(name, request, signal)
      await throttle.turn(name, perSecond, signal)
      if (now() - signedAt < FRESH_MS) return headers
    }
  }

  const once = async (name: OperationName, request: Signable, signal?: AbortSignal) => {
    const address = addressOf(request)
    assertOurs(address)
    const headers = await inTurn(name, request, signal)
    if (!maySend()) throw new RefusedError('budget', name)
    const sentAt = now()
    sent += 1
    const timeout = AbortSignal.timeout(timeoutMs)
    const response = await options.fetch(address, {
      ...plainly,
      method: request.method,
      headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    })
    clock.note(response.headers.get('date'), sentAt)
    return read(name, response, now())
  }

  const call: Client['call'] = async (name, params, signal) => {
    const operation: Operation = operations[name]
    const request = requestFor(operation, params, site)
    let cause: unknown
    for (let attempt = 0; attempt < attempts; attempt++) {
      // Learned before its turn, not in it: a first request that comes late would come too close to the eleventh.
      if (!('token' in key)) await ready(name, request, signal)
      const result = await once(name, request, signal).catch((error: unknown) => {
        signal?.throwIfAborted()
        if (isFinal(error)) throw error
        return { again: error, afterMs: undefined }
      })
      if (!('again' in result)) return answerOf(name, operation, result.body)
      cause = result.again
      if (attempt + 1 === attempts) break
      const pauseMs = Math.max(result.afterMs ?? 0, backOffMs(attempt, random))
      // What the gateway holds back holds for the operation; what failed by itself waits by itself.
      if (result.afterMs === undefined) await wait(pauseMs, signal)
      else throttle.pause(name, now() + pauseMs)
    }
    if (cause instanceof ShapeError) throw cause
    throw new UnreachableError(`${name}: no answer after ${attempts} tries`, {
      cause,
      place: 'api',
    })
  }

  return { call, skewMs: clock.skewMs, sent: () => sent }
}

/** A signature that waited longer for its turn is made anew; the gateway takes it for 15 minutes. */
const FRESH_MS = 5 * 60_000
/** The gateway counts by the second. */
const WINDOW_MS = 1000

type Result = { body: unknown } | { again: Error; afterMs: number | undefined }

async function read(name: string, response: Response, now: number): Promise<Result> {
  const text = await response.text()
  const body = parsed(text)
  const code = codeIn(body)
  if (response.ok && body !== undefined && code === undefined) return { body }
  if (response.ok && code === undefined) {
    // Cut on its way, or no answer of this API at all.
    return { again: new ShapeError(`${name}: the answer is not JSON`), afterMs: undefined }
  }
  const refusal = refusalOf(name, response.status, code ?? '')
  if (refusal !== undefined) throw refusal
  return {
    again: new UnreachableError(`${name}: ${response.status}`, { place: 'api' }),
    afterMs:
      retryAfterMs(response.headers.get('retry-after'), now) ??
      (response.status === 429 ? WINDOW_MS : undefined),
  }
}

const isFinal = (error: unknown): boolean =>
  error instanceof AccessError || error instanceof ShapeError || error instanceof RangeError

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
