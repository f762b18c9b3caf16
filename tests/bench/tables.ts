/**
 * Figures of the tables in memory in a real Chromium: `{name, ours, reference, ratio, unit}` a line, raw figures aside.
 * Run: `npm run --silent bench -- search.100k …`. Ours and the reference take turns in one run; ours twice (A/A).
 */
import { aside, median, spread } from './figures.ts'
import { startBench, type Bench, type BenchPage } from './in-chromium.ts'

const rounds = Number(process.env.ROUNDS ?? 9)
const many = Number(process.env.ROWS ?? 100_000)
const customersOf = (rows: number) => Math.ceil(rows / 33)
const p95 = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN

interface Sides {
  ours(): Promise<number>
  reference(): Promise<number>
}
interface Medians {
  ours: number
  reference: number
}

/** Takes turns in random order, the first round dropped; ours a second time as a measure of the noise. */
async function beside(name: string, sides: Sides, times = rounds): Promise<Medians> {
  const work = { ...sides, again: sides.ours }
  const seen: Record<keyof typeof work, number[]> = { ours: [], reference: [], again: [] }
  for (let round = 0; round <= times; round += 1) {
    const order = (Object.keys(work) as (keyof typeof work)[]).sort(() => Math.random() - 0.5)
    for (const side of order) {
      const spent = await work[side]()
      if (round > 0) seen[side].push(spent)
    }
  }
  const [ours, again, reference] = [seen.ours, seen.again, seen.reference].map(median)
  aside(
    `${name}: ours ${spread(seen.ours)}, again ${spread(seen.again)} (A/A ${((again ?? 0) / (ours ?? 1)).toFixed(2)}), reference ${spread(seen.reference)}, ${times} rounds`,
  )
  return { ours: ours ?? Number.NaN, reference: reference ?? Number.NaN }
}

function say(name: string, ours: number, reference: number, unit: string): void {
  const short = (value: number) => Math.round(value * 1000) / 1000
  const figure = { name, ours: short(ours), reference: short(reference) }
  console.log(JSON.stringify({ ...figure, ratio: short(ours / reference), unit }))
}

async function ready(bench: Bench): Promise<void> {
  const { page, call } = await bench.open()
  await call('write', many, customersOf(many))
  await call('writeReference', many, customersOf(many))
  const { ours, reference } = await beside('open.ready100k', {
    ours: () => call('ready'),
    reference: () => call('readyReference'),
  })
  say('open.ready100k', ours, reference, 'ms')
  await page.context().close()
}

/** Round trips of a session of typing; the reference is what is documented fastest in the page. */
async function search(bench: Bench, name: string, rows: number): Promise<void> {
  const { page, call } = await bench.open()
  await call('write', rows, customersOf(rows))
  await call('ready')
  await call('search')
  const ours: number[] = []
  const again: number[] = []
  for (let round = 0; round < 3; round += 1) {
    ours.push(...(await call<number[]>('search')))
    again.push(...(await call<number[]>('search')))
  }
  const blocked = await call('blockedBySearch')
  await page.context().close()
  const other = await bench.open()
  const references: Record<string, number[]> = {}
  // MiniSearch and FlexSearch take minutes to index a million rows.
  for (const each of rows > many ? ['joined'] : ['joined', 'mini', 'flex'])
    references[each] = await other.call<number[]>('searchReference', each, rows, customersOf(rows))
  await other.page.context().close()
  const texts = Object.entries(references).map(
    ([each, values]) => `${each} p50 ${median(values).toFixed(1)} p95 ${p95(values).toFixed(1)}`,
  )
  aside(
    `${name}: ours p50 ${median(ours).toFixed(1)} p95 ${p95(ours).toFixed(1)}, again p95 ${p95(again).toFixed(1)} ms, page blocked by long tasks ${blocked.toFixed(1)} ms; ${texts.join(', ')}`,
  )
  say(name, p95(ours), p95(references.joined ?? []), 'ms')
}

async function inPage(bench: Bench, wanted: readonly string[]): Promise<void> {
  const { page, call } = await bench.open()
  await call('hold', many, customersOf(many))
  await call('holdReference', many, customersOf(many))
  const figures: Record<string, Sides> = {
    'sort.number100k': {
      ours: () => call('sort', 'expiresAt', 'zh'),
      reference: () => call('sortReference', 'expiresAt', false),
    },
    'sort.chinese100k': {
      async ours() {
        await call('forgetRanks', 'customerName')
        return call('sort', 'customerName', 'zh')
      },
      reference: () => call('sortReference', 'customerName', true),
    },
    'filter.two100k': {
      ours: () => call('filter', 'frozen', 'cn-east-3'),
      reference: () => call('filterReference', 'frozen', 'cn-east-3'),
    },
  }
  for (const name of wanted) {
    const sides = figures[name]
    if (!sides) continue
    const { ours, reference } = await beside(name, sides, name.startsWith('filter') ? 25 : rounds)
    say(name, ours, reference, 'ms')
  }
  await page.context().close()
}

async function memory(bench: Bench): Promise<void> {
  const sizes: Record<'ours' | 'reference', number[]> = { ours: [], reference: [] }
  for (let round = 0; round < 3; round += 1)
    for (const side of ['ours', 'reference'] as const) {
      const opened = await bench.open()
      const before = await opened.heap()
      await opened.call(side === 'ours' ? 'hold' : 'holdReference', many, customersOf(many))
      sizes[side].push((await opened.heap()) - before)
      await opened.page.context().close()
    }
  aside(`memory.100k: bytes ours ${sizes.ours.join(' ')}, reference ${sizes.reference.join(' ')}`)
  say('memory.100k', median(sizes.ours) / 2 ** 20, median(sizes.reference) / 2 ** 20, 'MB')
}

/** Time a row at a million rows against that at a hundred thousand. */
async function scale(bench: Bench, wanted: readonly string[]): Promise<void> {
  const large = many * 10
  const seen = async ({ call }: BenchPage, rows: number, times: number) => {
    const write = await call('write', rows, customersOf(rows))
    const opened: number[] = []
    for (let round = 0; round < times; round += 1) opened.push(await call('ready'))
    const typed: number[] = []
    for (let round = 0; round < times; round += 1) typed.push(...(await call<number[]>('search')))
    const mean = typed.reduce((sum, each) => sum + each, 0) / typed.length
    return { write: write / rows, ready: median(opened) / rows, search: mean / rows }
  }
  const small: Awaited<ReturnType<typeof seen>>[] = []
  for (let round = 0; round < 3; round += 1) {
    const opened = await bench.open()
    small.push(await seen(opened, many, 3))
    await opened.page.context().close()
  }
  const opened = await bench.open()
  const big = await seen(opened, large, 3)
  await opened.page.context().close()
  for (const part of ['write', 'ready', 'search'] as const) {
    const figures = small.map((each) => each[part] * 1e6)
    aside(
      `scale.${part}: ns a row at ${many}: ${figures.map(Math.round).join(' ')}, at ${large}: ${Math.round(big[part] * 1e6)}`,
    )
    if (wanted.includes(`scale.${part}`))
      say(`scale.${part}`, big[part] * 1e6, median(figures), 'ns a row')
  }
}

async function main(names: readonly string[]): Promise<void> {
  const bench = await startBench('tests/bench/table-page.ts', 'tests/bench/table-worker.ts')
  const wants = (start: string) =>
    names.length === 0 || names.some((name) => name.startsWith(start))
  try {
    if (wants('open.ready100k')) await ready(bench)
    if (wants('search.100k')) await search(bench, 'search.100k', many)
    const plain = ['sort.number100k', 'sort.chinese100k', 'filter.two100k']
    if (plain.some(wants)) await inPage(bench, plain.filter(wants))
    if (wants('memory.100k')) await memory(bench)
    if (wants('search.1m')) await search(bench, 'search.1m', many * 10)
    if (wants('scale'))
      await scale(
        bench,
        names.length === 0 ? ['scale.write', 'scale.ready', 'scale.search'] : names,
      )
  } finally {
    await bench.close()
  }
}

await main(process.argv.slice(2))
