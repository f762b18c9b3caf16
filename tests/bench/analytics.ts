/**
 * `analytics.*`: from the segments of incentive rows to all incentive charts drawn, against reading the same
 * segments and Chart.js drawing the same finished arrays, and
 * what a filter change costs. Run: `npm run --silent bench -- analytics`. In Chromium, both sides in turns in one page.
 */
import { chromium } from 'playwright-core'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { findBrowser } from '../tools/find-browser.mjs'
import { aside, median, spread } from './figures.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const asked = process.argv.slice(2)
const wants = (name: string) => asked.length === 0 || asked.includes(name)
const rounds = Number(process.env.ROUNDS ?? 9)

const built = await build({
  configFile: false,
  root,
  logLevel: 'silent',
  plugins: [vue()],
  resolve: { alias: { '@': root } },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    target: 'chrome120',
    lib: {
      entry: fileURLToPath(new URL('analytics-page.ts', import.meta.url)),
      formats: ['iife'],
      name: 'page',
    },
  },
})
const [{ output }] = (Array.isArray(built) ? built : [built]) as {
  output: { code?: string }[]
}[] as [{ output: { code?: string }[] }]
const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage({
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
})
await page.setContent('<!doctype html><html lang="zh"><body></body></html>')
await page.evaluate(output.find(({ code }) => code)?.code ?? '')

const line = (name: string, ours: number, reference: number) =>
  console.log(
    JSON.stringify({
      name,
      ours: round(ours),
      reference: round(reference),
      ratio: round(ours / reference),
      unit: 'ms',
    }),
  )
const round = (value: number) => Math.round(value * 100) / 100
const run = <T = number>(what: 'ours' | 'reference' | 'filter', count: number, round = 0) =>
  page.evaluate(
    async ([name, rows, at]) => {
      const { bench } = globalThis as unknown as {
        bench: Record<string, (...given: unknown[]) => unknown> & {
          made?: Map<number, unknown>
          kept?: never
        }
      }
      bench.made ??= new Map()
      if (!bench.made.has(rows)) bench.made.set(rows, bench.incentives?.(rows))
      if (name !== 'filter') {
        bench.kept ??= bench.segments?.(bench.made.get(rows)) as never
        return bench[name]?.(bench.kept)
      }
      return bench[name]?.(bench.made.get(rows), at)
    },
    [what, count, round] as const,
  ) as Promise<T>

if (wants('analytics.first100k')) {
  const times = { ours: [] as number[], reference: [] as number[], again: [] as number[] }
  for (let at = 0; at <= rounds; at++) {
    for (const [side, what] of [
      ['reference', 'reference'],
      ['ours', 'ours'],
      ['again', 'reference'],
    ] as const) {
      const took = await run(what, 100_000)
      if (at > 0) times[side].push(took)
    }
  }
  aside(
    `ours ${spread(times.ours)}, reference ${spread(times.reference)}, again ${spread(times.again)}, rounds ${rounds}`,
  )
  line('analytics.first100k', median(times.ours), median(times.reference))
}
for (const [name, count, most] of [
  ['analytics.filter100k', 100_000, 100],
  ['analytics.filter1m', 1_000_000, 500],
] as const) {
  if (!wants(name)) continue
  const times: number[] = []
  const blocks: number[] = []
  for (let at = 0; at <= rounds; at++) {
    const { took, block } = await run<{ took: number; block: number }>('filter', count, at)
    if (at === 0) continue
    times.push(took)
    blocks.push(block)
  }
  aside(
    `${name}: ${spread(times)} of ${most} ms, longest block ${round(Math.max(...blocks))} of 50 ms, rounds ${rounds}`,
  )
  line(name, median(times), most)
}
await browser.close()
