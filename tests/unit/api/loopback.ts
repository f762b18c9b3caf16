import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { makeCertificate } from '../../console/certificate.ts'
import { createOpenApi, type OpenApi } from '../../console/api/index.ts'
import { createWorld, type WorldOptions } from '../../console/world.ts'

export interface Loopback {
  api: OpenApi
  /** Speaks TLS with this machine, whatever the host; behaves as a browser's does on redirects. */
  fetch: typeof fetch
  /** Every host that was sent to. */
  hosts: string[]
  /** Requests of one path that were sent within any one second, at most: what delays them on their way is not counted. */
  worstRate(): number
  stop(): Promise<void>
}

/** The stand-in's open API alone, on a port of its own. */
export async function startOpenApi(options: WorldOptions = {}): Promise<Loopback> {
  const api = createOpenApi(createWorld(options))
  const server = createServer(await makeCertificate(), (asked, answer) => {
    api.answer(asked, answer).catch((error: unknown) => {
      answer.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const hosts: string[] = []
  const send = fetchTo(port, hosts)
  const sent = new Map<string, number[]>()
  return {
    api,
    fetch: (input, init) => {
      const { pathname } = new URL(String(input))
      sent.set(pathname, [...(sent.get(pathname) ?? []), performance.now()])
      return send(input, init)
    },
    hosts,
    worstRate: () => Math.max(0, ...[...sent.values()].map(mostInASecond)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** @param times in order, ms */
const mostInASecond = (times: number[]): number =>
  Math.max(...times.map((from, at) => times.slice(at).filter((time) => time < from + 1000).length))

/** @param hosts takes down every host that was sent to */
export function fetchTo(port: number, hosts: string[] = []): typeof fetch {
  const send: typeof fetch = async (input, init = {}) => {
    const url = new URL(String(input))
    hosts.push(url.host)
    const response = await ask(port, url, init)
    const to = response.headers.get('location')
    if (to === null) return response
    if (init.redirect === 'error') throw new TypeError('Failed to fetch')
    return send(to, init)
  }
  return send
}

function ask(port: number, url: URL, init: RequestInit): Promise<Response> {
  const { method = 'GET', body, signal } = init
  const headers = { ...Object.fromEntries(new Headers(init.headers)), host: url.host }
  const to = { host: '127.0.0.1', port, path: url.pathname + url.search, method, headers }
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new TypeError('Failed to fetch'))
    const options = { ...to, rejectUnauthorized: false, ...(signal ? { signal } : {}) }
    const asked = request(options, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', fail)
      answer.on('end', () => {
        const given = new Headers()
        for (const [name, value] of Object.entries(answer.headers)) given.set(name, String(value))
        const status = answer.statusCode ?? 0
        const text = method === 'HEAD' ? null : Buffer.concat(chunks)
        resolve(new Response(text, { status, headers: given }))
      })
    })
    asked.on('error', fail)
    asked.end(typeof body === 'string' ? body : undefined)
  })
}
