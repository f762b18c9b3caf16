import { addressOf, mayHoldList } from './address'
import {
  append,
  apply,
  encode,
  getter,
  nativeArrayBuffer,
  nativeClone,
  nativeGetHeader,
  nativeGetReader,
  nativeListen,
  nativeStringify,
  nativeThen,
} from './natives'

/** Largest body that is copied, in bytes. */
export const bodyCap = 4 * 1024 * 1024

export interface Copied {
  method: string
  href: string
  /** The address it is learned under. */
  address: string
  bytes: ArrayBuffer
}
export interface Watcher {
  /** Asked before a body is touched. */
  wants(address: string): boolean
  copied(copy: Copied): void
  /** One more body is on its way, or one less. */
  copying(change: 1 | -1): void
  /** A body over the cap was left alone. */
  tooLarge(address: string): void
}

const responseUrl = getter<string>(Response.prototype, 'url')
const responseOk = getter<boolean>(Response.prototype, 'ok')
const responseType = getter<ResponseType>(Response.prototype, 'type')
const responseHeaders = getter<Headers>(Response.prototype, 'headers')
const responseBody = getter<ReadableStream<Uint8Array<ArrayBuffer>> | null>(
  Response.prototype,
  'body',
)
const requestUrl = getter<string>(Request.prototype, 'url')
const requestMethod = getter<string>(Request.prototype, 'method')
const nothing = () => {}

/** Puts the observer around `fetch`. The page gets the very promise the browser made. */
export function observeFetch(target: Window & typeof globalThis, watcher: Watcher): void {
  const original = target.fetch
  target.fetch = new Proxy(original, {
    apply(fetch, self, args: [RequestInfo | URL, RequestInit | undefined]) {
      const promise = apply(fetch, self, args) as Promise<Response>
      try {
        const [input, init] = args
        const isRequest = input instanceof Request
        const method = init?.method ?? (isRequest ? requestMethod(input) : 'GET')
        const href = isRequest ? requestUrl(input) : `${input as string | URL}`
        const address = addressOf(`${method}`, href, document.baseURI)
        if (address !== undefined && watcher.wants(address)) {
          apply(nativeThen, promise, [
            (response: Response) => copyResponse(response, method, address, watcher),
            nothing,
          ])
        }
      } catch {
        // The page's call goes on as if we were not there.
      }
      return promise
    },
  })
}

function copyResponse(response: Response, method: string, address: string, watcher: Watcher): void {
  try {
    const headers = responseHeaders(response)
    const header = (name: string) => apply(nativeGetHeader, headers, [name]) as string | null
    if (!responseOk(response) || !mayHoldList(header('content-type'))) return
    const length = header('content-length')
    if (length !== null && +length > bodyCap) return watcher.tooLarge(address)
    const copy = apply(nativeClone, response, []) as Response
    const href = responseUrl(response)
    const done = (bytes: ArrayBuffer | undefined) => {
      if (bytes) watcher.copied({ method, href, address, bytes })
      else watcher.tooLarge(address)
      watcher.copying(-1)
    }
    // A length says how much comes, or, compressed, about a tenth of it; without one we count. Of answers of other origins
    // we cannot see whether they are compressed.
    const plain = header('content-encoding') === null && responseType(response) === 'basic'
    const known = length !== null && (plain || +length <= bodyCap / 16)
    const read = known
      ? (apply(nativeArrayBuffer, copy, []) as Promise<ArrayBuffer>)
      : readCapped(copy)
    watcher.copying(1)
    apply(nativeThen, read, [done, () => watcher.copying(-1)])
  } catch {
    // A body that is locked or gone is the page's business.
  }
}

/** Reads a copy piece by piece and stops past the cap, so that a stream without end costs nothing more. */
async function readCapped(copy: Response): Promise<ArrayBuffer | undefined> {
  const body = responseBody(copy)
  if (!body) return undefined
  const reader = apply(nativeGetReader, body, []) as ReadableStreamDefaultReader<
    Uint8Array<ArrayBuffer>
  >
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > bodyCap) {
      void reader.cancel().catch(nothing)
      return undefined
    }
    append(pieces, value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Uint8Array<ArrayBuffer>
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole.buffer
}

const xhrStatus = getter<number>(XMLHttpRequest.prototype, 'status')
const xhrType = getter<XMLHttpRequestResponseType>(XMLHttpRequest.prototype, 'responseType')
const xhrText = getter<string>(XMLHttpRequest.prototype, 'responseText')
const xhrResponse = getter<unknown>(XMLHttpRequest.prototype, 'response')
const xhrUrl = getter<string>(XMLHttpRequest.prototype, 'responseURL')
const xhrHeader = XMLHttpRequest.prototype.getResponseHeader

/** Puts the observer around `XMLHttpRequest`; what the page set up on its request stays as it is. */
export function observeXhr(watcher: Watcher): void {
  const asked = new WeakMap<XMLHttpRequest, { method: string; address: string }>()
  const prototype = XMLHttpRequest.prototype
  prototype.open = new Proxy(prototype.open, {
    apply(open, self: XMLHttpRequest, args: [string, string | URL]) {
      const result: unknown = apply(open, self, args)
      try {
        const address = addressOf(`${args[0]}`, `${args[1]}`, document.baseURI)
        if (address !== undefined) asked.set(self, { method: `${args[0]}`, address })
        else asked.delete(self)
      } catch {
        // As above.
      }
      return result
    },
  })
  prototype.send = new Proxy(prototype.send, {
    apply(send, self: XMLHttpRequest, args: []) {
      try {
        const ask = asked.get(self)
        if (ask && watcher.wants(ask.address)) {
          const loaded = () => copyXhr(self, ask.method, ask.address, watcher)
          apply(nativeListen, self, ['load', loaded, { once: true }])
        }
      } catch {
        // As above.
      }
      return apply(send, self, args) as unknown
    },
  })
}

function copyXhr(xhr: XMLHttpRequest, method: string, address: string, watcher: Watcher): void {
  try {
    const status = xhrStatus(xhr)
    if (status < 200 || status > 299) return
    if (!mayHoldList(apply(xhrHeader, xhr, ['content-type']) as string | null)) return
    const text = bodyText(xhr)
    if (text === undefined) return
    if (text.length > bodyCap) return watcher.tooLarge(address)
    const href = xhrUrl(xhr)
    const hand = () => {
      const { buffer } = encode(text)
      if (buffer.byteLength <= bodyCap) watcher.copied({ method, href, address, bytes: buffer })
    }
    if (text.length < 20_000) return hand()
    watcher.copying(1)
    const later = () => {
      hand()
      watcher.copying(-1)
    }
    requestIdleCallback(later, { timeout: 2000 })
  } catch {
    // As above.
  }
}

function bodyText(xhr: XMLHttpRequest): string | undefined {
  const type = xhrType(xhr)
  if (type === '' || type === 'text') return xhrText(xhr)
  // The page owns the parsed object and may change it: written out at once.
  if (type === 'json') return nativeStringify(xhrResponse(xhr)) as string | undefined
  return undefined
}
