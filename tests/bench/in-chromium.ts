import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PluginOption } from 'vite'
import { findBrowser } from '../tools/find-browser.mjs'
import { scriptOf } from '../tools/script-of.ts'

/** A page of Chromium with the functions a file exports. */
export interface BenchPage {
  page: Page
  call<T = number>(name: string, ...values: unknown[]): Promise<T>
  /** JS heap and what it holds outside, in bytes, after a collection. */
  heap(): Promise<number>
}
export interface Bench {
  /** A fresh page, in a profile of its own on disk, as a partner's is: nothing is stored there yet. */
  open(): Promise<BenchPage>
  close(): Promise<void>
}

/**
 * @param entry what runs in the page, from the project's root
 * @param worker served as `/worker.js`
 * @param plugins for what is more than TypeScript
 */
export async function startBench(
  entry: string,
  worker?: string,
  plugins: PluginOption[] = [],
): Promise<Bench> {
  const { code, style } = await scriptOf(entry, 'bench', plugins)
  const workerCode = worker === undefined ? undefined : (await scriptOf(worker, 'bench')).code
  const server = createServer((request, response) => {
    if (request.url === '/worker.js')
      response.setHeader('content-type', 'text/javascript').end(workerCode)
    else response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>')
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const args = [
    '--headless=new',
    '--disable-gpu',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
  const opened: { context: BrowserContext; profile: string }[] = []
  return {
    async open() {
      const profile = mkdtempSync(join(tmpdir(), 'partner-lens-bench-'))
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: findBrowser() ?? '',
        args,
      })
      opened.push({ context, profile })
      const page = await context.newPage()
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      if (style !== '') await page.addStyleTag({ content: style })
      await page.addScriptTag({ content: code })
      const session = await context.newCDPSession(page)
      return {
        page,
        call: <T>(name: string, ...values: unknown[]) =>
          page.evaluate(
            ({ name, values }) => {
              const { bench } = globalThis as unknown as {
                bench: Record<string, (...values: unknown[]) => unknown>
              }
              return bench[name]?.(...values)
            },
            { name, values },
          ) as Promise<T>,
        async heap() {
          await session.send('HeapProfiler.enable')
          await session.send('HeapProfiler.collectGarbage')
          await session.send('HeapProfiler.collectGarbage')
          const usage = (await session.send('Runtime.getHeapUsage')) as {
            usedSize: number
            backingStorageSize?: number
          }
          return usage.usedSize + (usage.backingStorageSize ?? 0)
        },
      }
    },
    async close() {
      for (const { context, profile } of opened) {
        await context.close()
        rmSync(profile, { recursive: true, force: true })
      }
      server.close()
    },
  }
}
