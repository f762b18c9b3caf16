/**
 * Figures of ten thousand exports in a real Chromium: `{name, ours, reference, ratio, unit}` a line, raw figures aside.
 * Run: `npm run --silent bench -- exports`. Ours and the reference take turns in one run.
 */
import vue from '@vitejs/plugin-vue'
import { aside, median, spread } from './figures.ts'
import { startBench } from './in-chromium.ts'

const rounds = Number(process.env.ROUNDS ?? 15)
const many = Number(process.env.EXPORTS ?? 10_000)
const figures = {
  'exports.list10k': ['list', 'listReference'],
  'exports.reconcile10k': ['reconcileAll', 'reconcileReference'],
} as const
type Name = keyof typeof figures

const asked = process.argv.slice(2)
const bench = await startBench('tests/bench/exports-page.ts', undefined, [vue()])
try {
  const { call } = await bench.open()
  await call('fill', many)
  for (const name of Object.keys(figures) as Name[]) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const [work, simple] = figures[name]
    const seen = { ours: [] as number[], reference: [] as number[] }
    for (let round = 0; round <= rounds; round += 1) {
      const ours = await call(work)
      const reference = await call(simple)
      // The first of a kind warms up.
      if (round === 0) continue
      seen.ours.push(ours)
      seen.reference.push(reference)
    }
    aside(
      `${name}: ours ${spread(seen.ours)}, reference ${spread(seen.reference)}, ${rounds} rounds`,
    )
    const [ours, reference] = [median(seen.ours), median(seen.reference)]
    const short = (value: number) => Math.round(value * 1000) / 1000
    console.log(
      JSON.stringify({
        name,
        ours: short(ours),
        reference: short(reference),
        ratio: short(ours / reference),
        unit: 'ms',
      }),
    )
  }
} finally {
  await bench.close()
}
