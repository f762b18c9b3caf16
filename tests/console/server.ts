/**
 * The stand-in console: Partner Center and 费用与成本 on the real host names, over TLS on loopback.
 * It is written from DOMAIN.md and the public API contract and knows nothing of the product.
 *
 *     node tests/console/server.ts --port 9443
 */
import { createServer, type Server } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { createOpenApi, isApiHost, type OpenApi } from './api/index.ts'
import { answerCall, kindOf, paramsOf } from './answering.ts'
import { type Assets, bootOf, loadAssets, serveAsset, serveDocument } from './assets.ts'
import { bodyOf } from './body.ts'
import { builtApps } from './build.ts'
import { eyesAssets, eyesPath } from './eyes-app.ts'
import { makeCertificate } from './certificate.ts'
import { answerControl } from './control-http.ts'
import { type Control, controlOf } from './control.ts'
import { json } from './faults.ts'
import { type Host, hostOf } from './hosts.ts'
import { createWorld, type World, type WorldOptions } from './world.ts'

export interface ConsoleOptions extends WorldOptions {
  /** 0, a free one, by default. */
  port?: number
}

export interface Console extends Control {
  port: number
  /** The open API, on its own hosts. */
  api: OpenApi
  /** What Chromium needs to find this console under the real names. */
  browserFlags: string[]
  stop(): Promise<void>
}

export async function startConsole({
  port = 0,
  ...options
}: ConsoleOptions = {}): Promise<Console> {
  const world = createWorld(options)
  const control = controlOf(world)
  const api = createOpenApi(world)
  const [assets, certificate] = await Promise.all([builtApps().then(loadAssets), makeCertificate()])
  const server = createServer(certificate, (request, response) => {
    const answered = isApiHost(request.headers.host)
      ? api.answer(request, response)
      : answer(world, control, assets, request, response)
    answered.catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else json(response, JSON.stringify({ retCode: 'CBC.0999', retMsg: String(error) }), 500)
    })
  })
  const bound = await listening(server, port)
  return {
    ...control,
    reset: () => {
      control.reset()
      api.reset()
    },
    api,
    port: bound,
    browserFlags: flagsFor(bound),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  world: World,
  control: Control,
  assets: Assets,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = hostOf(request.headers.host)
  const method = request.method ?? 'GET'
  const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`)
  if (host.kind === 'control') {
    const body = await bodyOf(request)
    answerControl(control, { method, url, body }, response)
    return
  }
  if (host.kind === 'unknown') return json(response, '{"error_msg":"no such host"}', 404)
  await answerConsole(world, { host, method, url, assets }, request, response)
}

async function answerConsole(
  world: World,
  asked: { host: Host & { kind: 'console' }; method: string; url: URL; assets: Assets },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host, method, url, assets } = asked
  const log = (kind: ReturnType<typeof kindOf>): unknown =>
    world.log.add({
      at: world.clock.now(),
      method,
      host: host.name,
      path: url.pathname,
      search: url.search,
      kind,
    })
  const document = documents[url.pathname]
  if (document !== undefined) {
    log('document')
    const boot = bootOf(world, host.intl, url.searchParams.get('locale'))
    const files = document === eyesPath ? await eyesAssets() : assets
    return serveDocument(files, document, boot, response)
  }
  if (url.pathname === '/') {
    log('document')
    response.writeHead(302, { location: '/obmgr/' }).end()
    return
  }
  if (url.pathname.startsWith(`${eyesPath}assets/`)) {
    log('asset')
    return serveAsset(await eyesAssets(), url.pathname, response)
  }
  if (/^\/(obmgr|usercenter)\/assets\//.test(url.pathname)) {
    log('asset')
    return serveAsset(assets, url.pathname, response)
  }
  log(kindOf(world, url.pathname))
  const locale = request.headers['x-language'] === 'en-us' ? 'en-us' : 'zh-cn'
  const viewer = { account: world.account, locale, currency: host.intl ? 'USD' : 'CNY' } as const
  const params = paramsOf(await bodyOf(request), url)
  await answerCall(world, { path: url.pathname, params, viewer }, response)
}

const documents: Record<string, string> = {
  '/obmgr/': '/obmgr/',
  '/obmgr': '/obmgr/',
  '/usercenter/': '/usercenter/',
  '/usercenter': '/usercenter/',
  [eyesPath]: eyesPath,
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function flagsFor(port: number): string[] {
  const mapped = ['*.huaweicloud.com', '*.myhuaweicloud.com', '*.myhuaweicloud.eu']
  const rules = mapped.map((name) => `MAP ${name} 127.0.0.1:${port}`)
  return [
    `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
    '--ignore-certificate-errors',
  ]
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9443' },
      scale: { type: 'string' },
      seed: { type: 'string' },
    },
  })
  const { port, browserFlags } = await startConsole({
    port: Number(values.port),
    ...(values.scale === undefined ? {} : { scale: Number(values.scale) }),
    ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
  })
  console.log(`The stand-in console listens on 127.0.0.1:${port}. Start Chromium with:`)
  console.log(browserFlags.map((flag) => `  '${flag}'`).join(' \\\n'))
  console.log('and open https://account.huaweicloud.com/obmgr/#/obmgr/index')
}
