import {
  chromium,
  type BrowserContext,
  type CDPSession,
  type Page,
  type Worker,
} from 'playwright-core'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './find-browser.mjs'

/** A running Chromium with the extension, on the stand-in console; all traffic stays on loopback. */
export interface Lens {
  context: BrowserContext
  /** The extension's id. */
  id: string
  /** The profile folder. */
  profile: string
  /** An own page of the extension in a tab. */
  open(path: string): Promise<Page>
  /** Ends the service worker, as the browser does at any moment. */
  killWorker(): Promise<void>
  close(): Promise<void>
}

export interface LensOptions {
  port: number
  /** The unpacked extension; absent for a browser without it. */
  extension?: string
  profile?: string
  headless?: boolean
  language?: 'zh-CN' | 'en'
  width?: number
  height?: number
  /** IANA zone of the machine. */
  zone?: string
  /** Pages are kept as they are when one leaves them, and come back so. */
  keepsPages?: boolean
}

export async function startLens(options: LensOptions): Promise<Lens> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'partner-lens-'))
  const context = await launch(profile, options)
  const id = options.extension === undefined ? '' : await extensionId(context)
  return {
    context,
    id,
    profile,
    async open(path) {
      const page = await context.newPage()
      await page.goto(`chrome-extension://${id}/${path}`)
      return page
    },
    killWorker: () => killWorker(context, id),
    close: () => context.close(),
  }
}

function launch(profile: string, options: LensOptions): Promise<BrowserContext> {
  const { port, extension, headless = true, language = 'zh-CN' } = options
  const hosts = ['*.huaweicloud.com', '*.myhuaweicloud.com', '*.myhuaweicloud.eu']
  const rules = [
    ...hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ]
  return chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? '',
    headless: false,
    viewport: headless ? { width: options.width ?? 1280, height: options.height ?? 860 } : null,
    locale: language,
    ...(options.zone === undefined ? {} : { env: { ...process.env, TZ: options.zone } }),
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--disable-component-extensions-with-background-pages',
      ...(options.keepsPages ? ['--disable-back-forward-cache'] : []),
    ],
    args: [
      ...(headless ? ['--headless=new', '--disable-gpu'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(extension === undefined
        ? []
        : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      `--host-resolver-rules=${rules.join(', ')}`,
      '--ignore-certificate-errors',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--lang=${language}`,
    ],
  })
}

async function extensionId(context: BrowserContext): Promise<string> {
  const worker: Worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 20_000 }))
  return new URL(worker.url()).host
}

async function killWorker(context: BrowserContext, id: string): Promise<void> {
  const own = context.pages().find((page) => page.url().startsWith(`chrome-extension://${id}/`))
  const page = own ?? (await context.newPage())
  if (!own) await page.goto(`chrome-extension://${id}/popup.html`)
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.detach()
  if (!own) await page.close()
}
