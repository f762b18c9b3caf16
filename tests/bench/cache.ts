/**
 * Figures of the cache in a real Chromium, one compact JSON line each: `{name, ours, reference, ratio, unit}`.
 * Run: `tsx tests/bench/cache.ts [name …]`; without names, all. Medians, ours and reference side by side in one run.
 */
import { startBench } from './in-chromium.ts'
import { aside, median, spread } from './figures.ts'

const rows = Number(process.env.ROWS ?? 100_000)
const customers = Number(process.env.CUSTOMERS ?? 1000)

type Call = (name: string, ...values: number[]) => Promise<number>

async function several(times: number, work: () => Promise<number>): Promise<number> {
  const all: number[] = []
  for (let round = 0; round <= times; round += 1) all.push(await work())
  return median(all.slice(1))
}

/** As many rows as a piece of an import holds, on both sides. */
const batch = 10_000

const figures: Record<string, (call: Call) => Promise<[ours: number, reference?: number]>> = {
  async 'cache.write100k'(call) {
    await call('prepare', rows, customers)
    const ours: number[] = []
    // The first warms up.
    for (let round = 0; round <= 7; round += 1) {
      await call('forget')
      ours.push(await call('write', batch))
    }
    const counted = ours.slice(1)
    const reference = await call('writeReference', batch)
    aside(
      `cache.write100k: ours ${spread(counted)}, ${counted.length} rounds of ${batch} rows a call`,
    )
    return [median(counted), reference]
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

async function main(names: string[]): Promise<void> {
  const bench = await startBench('tests/bench/cache-page.ts')
  try {
    const { call } = await bench.open()
    for (const [name, figure] of Object.entries(figures)) {
      if (names.length > 0 && !names.includes(name)) continue
      const [ours, reference] = await figure(call)
      const ratio = reference === undefined ? undefined : ours / reference
      console.log(JSON.stringify({ name, ours, reference, ratio, unit: 'ms' }))
    }
  } finally {
    await bench.close()
  }
}

await main(process.argv.slice(2))
