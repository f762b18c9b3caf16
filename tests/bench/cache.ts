/**
 * Figures of the cache in a real Chromium, one compact JSON line each: `{name, ours, reference, ratio, unit}`.
 * Run: `tsx tests/bench/cache.ts [name …]`; without names, all. Medians, ours and reference side by side in one run.
 */
import { chromium, type Page } from 'playwright-core'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { findBrowser } from '../tools/find-browser.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const rows = Number(process.env.ROWS ?? 100_000)
const customers = Number(process.env.CUSTOMERS ?? 1000)

type Call = (name: string, ...values: number[]) => Promise<number>
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN

async function several(times: number, work: () => Promise<number>): Promise<number> {
  const all: number[] = []
  for (let round = 0; round <= times; round += 1) all.push(await work())
  return median(all.slice(1))
}

const figures: Record<string, (call: Call) => Promise<[ours: number, reference?: number]>> = {
  async 'cache.write100k'(call) {
    const ours: number[] = []
    for (let round = 0; round < 3; round += 1) {
      await call('forget')
      ours.push(await call('write', rows, customers))
    }
    const reference = await call('writeReference', rows, customers)
    return [median(ours), reference]
  },
  'cache.read100k': async (call) => [
    await several(5, () => call('read')),
    await several(3, () => call('readReference')),
  ],
  'cache.upsertCustomer': async (call) => [
    await several(15, () => call('upsertCustomer', rows, customers)),
  ],
  'cache.upsertScattered': async (call) => [
    await several(15, () => call('upsertScattered', rows, customers)),
  ],
  async 'cache.firstAfterStart'(call) {
    const all: number[] = []
    for (let round = 0; round < 5; round += 1) {
      await call('reopen')
      all.push(await call('upsertCustomer', rows, customers))
    }
    return [median(all)]
  },
  'cache.forget100k': async (call) => [await call('forget')],
}

async function script(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      target: 'chrome120',
      lib: {
        entry: `${root}/tests/bench/cache-page.ts`,
        formats: ['iife'],
        name: 'bench',
        fileName: 'bench',
      },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error('the bench did not build')
  return output.output[0].code
}

async function main(names: string[]): Promise<void> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>')
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const args = [
    '--headless=new',
    '--disable-gpu',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args })
  try {
    const page: Page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.addScriptTag({ content: await script() })
    const call: Call = (name, ...values) =>
      page.evaluate(
        ({ name, values }) => {
          const { bench } = globalThis as unknown as {
            bench: Record<string, (...values: number[]) => Promise<number>>
          }
          return bench[name]?.(...values) as Promise<number>
        },
        { name, values },
      )
    for (const [name, figure] of Object.entries(figures)) {
      if (names.length > 0 && !names.includes(name)) continue
      const [ours, reference] = await figure(call)
      const ratio = reference === undefined ? undefined : ours / reference
      console.log(JSON.stringify({ name, ours, reference, ratio, unit: 'ms' }))
    }
  } finally {
    await browser.close()
    server.close()
  }
}

await main(process.argv.slice(2))
