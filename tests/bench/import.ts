/**
 * What an import costs in a real Chromium, against the reading of the same file alone: `import.csv100k`, `import.csv1m`
 * (µs a row against those of 100,000), `import.xlsx100k`. Run: `npm run --silent bench -- import`. All take turns in one
 * run, the reference twice a round (A/A), all by the clock of the page, from the start of the worker to its last word.
 * Medians; raw figures go to stderr.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import writeExcel from 'write-excel-file/node'
import { findBrowser } from '../tools/find-browser.mjs'
import { aside, median, spread } from './figures.ts'
import { chargeCells, chargeFile, header } from './import-rows.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const count = Number(process.env.ROWS ?? 100_000)
const rounds = Number(process.env.ROUNDS ?? 9)
const many = count * 10
/** PERF.md, section 5: what the references cost there beside the decoding of their file. Half more is no reference. */
const known = { papa: 3.7, excel: 10.2 }

const files: Record<string, () => Promise<string | Buffer>> = {
  'charges-100k.csv': async () => chargeFile(count),
  'charges-1m.csv': async () => chargeFile(many),
  async 'charges-100k.xlsx'() {
    const head = header.map((value) => ({ value }))
    const lines = Array.from({ length: count }, (_, index) =>
      chargeCells(index).map((text, column) =>
        column >= 12
          ? { type: Number, value: Number(text), format: '#,##0.00' }
          : { type: String, value: text.replaceAll('"', '') },
      ),
    )
    return writeExcel([head, ...lines] as never).toBuffer()
  },
}
const scripts: Record<string, string> = {
  'bench.js': 'tests/bench/import-page.ts',
  'worker.js': 'utils/imports/worker.ts',
  'papa.js': 'tests/bench/import-papa.ts',
  'excel.js': 'tests/bench/import-excel.ts',
  'limit.js': 'tests/bench/import-limit.ts',
}

async function scriptOf(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    root,
    resolve: { alias: { '@': root } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'chrome120',
      lib: { entry: join(root, entry), formats: ['iife'], name: 'bench', fileName: 'bench' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  if (!output || !('output' in output)) throw new Error(`${entry} did not build`)
  return output.output[0].code
}

async function serve(names: readonly string[]): Promise<Server> {
  const held = new Map<string, string | Buffer>()
  for (const [name, entry] of Object.entries(scripts)) held.set(`/${name}`, await scriptOf(entry))
  for (const name of names) held.set(`/${name}`, (await files[name]?.()) ?? '')
  const server = createServer(({ url = '' }, response) => {
    const body = held.get(url)
    response.setHeader('content-type', url.endsWith('.js') ? 'text/javascript' : 'text/html')
    response.end(body ?? '<!doctype html><title>bench</title><script src="/bench.js"></script>')
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  return server
}

type Call = (name: string, ...values: (string | number)[]) => Promise<number>
type Figure = (call: Call) => Promise<boolean>

/** Each side once, in random order. */
async function round(
  times: Record<string, number[]>,
  sides: Record<string, () => Promise<number>>,
) {
  for (const side of Object.keys(sides).sort(() => Math.random() - 0.5))
    (times[side] ??= []).push((await sides[side]?.()) ?? Number.NaN)
}

function line(name: string, ours: number, reference: number, unit: string): void {
  console.log(JSON.stringify({ name, ours, reference, ratio: ours / reference, unit }))
}

/** A reader against a library's, with the limit of both beside them. */
async function against(
  call: Call,
  name: string,
  file: string,
  library: 'papa' | 'excel',
  turns: number,
): Promise<boolean> {
  const times: Record<string, number[]> = {}
  // The header is a row to the libraries.
  const theirs = () => call('reference', library, file, count + 1)
  const sides = {
    ours: () => call('ours', file, count),
    theirs,
    again: theirs,
    limit: () => call('reference', 'limit', file),
  }
  for (const side of Object.values(sides)) await side()
  await call('longestTask')
  for (let turn = 0; turn < turns; turn++) await round(times, sides)
  const busy = await call('longestTask')
  const of = (side: string) => times[side] ?? []
  const [ours, reference, again, limit] = ['ours', 'theirs', 'again', 'limit'].map((side) =>
    median(of(side)),
  ) as [number, number, number, number]
  aside(
    `${name}: ours ${spread(of('ours'))}, ${library} ${spread(of('theirs'))}, again ${spread(of('again'))} (A/A ${(again / reference).toFixed(3)}), decoding alone ${spread(of('limit'))} (${library} ${(reference / limit).toFixed(1)} times), ${turns} rounds, longest task of the page ${busy < 50 ? 'under 50' : busy.toFixed(0)} ms`,
  )
  aside(`${name}: ours raw ${of('ours').map(Math.round).join(' ')}`)
  line(name, ours, reference, 'ms')
  const sound = reference / limit <= known[library] * 1.5
  if (!sound) aside(`${name}: the reference is slower than it should be`)
  if (busy >= 50) aside(`${name}: the page was busy`)
  return sound && busy < 50
}

const figures: Record<string, Figure> = {
  'import.csv100k': (call) => against(call, 'import.csv100k', 'charges-100k.csv', 'papa', rounds),
  'import.xlsx100k': (call) =>
    against(call, 'import.xlsx100k', 'charges-100k.xlsx', 'excel', Math.ceil(rounds / 3)),
  async 'import.csv1m'(call) {
    const times: Record<string, number[]> = {}
    await call('ours', 'charges-100k.csv', count)
    await call('longestTask')
    for (let turn = 0; turn < Math.ceil(rounds / 3); turn++)
      await round(times, {
        many: async () => ((await call('ours', 'charges-1m.csv', many)) / many) * 1000,
        few: async () => ((await call('ours', 'charges-100k.csv', count)) / count) * 1000,
        again: async () => ((await call('ours', 'charges-100k.csv', count)) / count) * 1000,
      })
    const busy = await call('longestTask')
    const [ours, few, again] = ['many', 'few', 'again'].map((side) => median(times[side] ?? []))
    aside(
      `import.csv1m: ${(times.many ?? []).map((each) => each.toFixed(2)).join(' ')} µs a row, of 100,000 ${(times.few ?? []).map((each) => each.toFixed(2)).join(' ')}, again ${(times.again ?? []).map((each) => each.toFixed(2)).join(' ')} (A/A ${((again ?? 0) / (few ?? 1)).toFixed(3)}), longest task of the page ${busy < 50 ? 'under 50' : busy.toFixed(0)} ms`,
    )
    line('import.csv1m', ours ?? Number.NaN, few ?? Number.NaN, 'µs')
    return busy < 50
  },
}
const needs: Record<string, readonly string[]> = {
  'import.csv100k': ['charges-100k.csv'],
  'import.csv1m': ['charges-100k.csv', 'charges-1m.csv'],
  'import.xlsx100k': ['charges-100k.xlsx'],
}

async function main(asked: readonly string[]): Promise<number> {
  const names = Object.keys(figures).filter((name) => asked.length === 0 || asked.includes(name))
  const server = await serve([...new Set(names.flatMap((name) => needs[name] ?? []))])
  const profile = mkdtempSync(join(tmpdir(), 'partner-lens-bench-'))
  const args = [
    '--headless=new',
    '--disable-gpu',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
  // On disk, as a partner's profile is.
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? '',
    args,
  })
  let met = true
  try {
    for (const name of names) {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      const call: Call = (what, ...values) =>
        page.evaluate(
          ({ what, values }) => {
            const { bench } = globalThis as unknown as {
              bench: Record<string, (...values: (string | number)[]) => Promise<number>>
            }
            return bench[what]?.(...values) as Promise<number>
          },
          { what, values },
        )
      if (!(await figures[name]?.(call))) met = false
      await page.close()
    }
  } finally {
    await browser.close()
    server.close()
    rmSync(profile, { recursive: true, force: true })
  }
  return met ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
