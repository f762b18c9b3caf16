/**
 * What the extension costs a page of the console, one compact JSON line a figure: `{name, ours, reference, ratio, unit}`.
 * Run: `npm run --silent bench -- hook`. A browser with the extension, one without and one more without (A/A) take
 * turns in random order; medians; raw medians and the A/A pair go to stderr. Design of the page: 200 JSON answers of
 * 2 KB to 2 MB, 20 % of each size with rows of a kind, six at a time, a table redrawn 20 times.
 */
import type { Page } from 'playwright-core'
import { buildExtension } from '../tools/build.mjs'
import { startLens, type Lens } from '../tools/chromium.ts'
import { acceptIn, startBenchPage } from './hook-page.ts'

interface Visit {
  pageMs: number
  taskMs: number
  delays: number[]
}
interface Round {
  cold: Visit
  warm: Visit
}
const answers = 200
const rounds = Number(process.env.ROUNDS ?? 7)
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** One tab: the view is visited four times; the first is cold, the last is what a partner has all day. */
async function round(lens: Lens, url: string): Promise<Round> {
  const page = await lens.context.newPage()
  await page.goto(url)
  const cold = await visit(page)
  for (let again = 0; again < 2; again++) {
    await rest(page)
    await visit(page)
  }
  await rest(page)
  const warm = await visit(page)
  await page.close()
  return { cold, warm }
}

/** A partner reads a page before opening it again: what was copied is through by then. */
const rest = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2500)))

async function visit(page: Page): Promise<Visit> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const tasks = async () =>
    ((await session.send('Performance.getMetrics')).metrics.find(
      ({ name }) => name === 'TaskDuration',
    )?.value ?? 0) * 1000
  const before = await tasks()
  const seen = await page.evaluate(() =>
    (globalThis as unknown as { view(): Promise<{ ms: number; delays: number[] }> }).view(),
  )
  // What was put off until the page rests belongs to its price.
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        setTimeout(() => requestIdleCallback(resolve, { timeout: 2000 }), 400),
      ),
  )
  const taskMs = (await tasks()) - before
  await session.detach()
  return { pageMs: seen.ms, taskMs, delays: seen.delays }
}

export async function hookBench(names: readonly string[]): Promise<void> {
  const server = await startBenchPage(answers)
  const bare = await startLens({ port: server.port })
  const again = await startLens({ port: server.port })
  const ours = await startLens({ port: server.port, extension: buildExtension() })
  await acceptIn(ours)
  const sides = { ours, bare, again }
  const seen: Record<keyof typeof sides, Round[]> = { ours: [], bare: [], again: [] }
  for (let at = 0; at <= rounds; at++) {
    const order = (Object.keys(sides) as (keyof typeof sides)[]).sort(() => Math.random() - 0.5)
    for (const side of order) {
      const one = await round(sides[side], server.url)
      if (at > 0) seen[side].push(one)
    }
  }
  for (const lens of Object.values(sides)) await lens.close()
  await server.stop()

  const of = (side: keyof typeof sides, pick: (round: Round) => number) =>
    median(seen[side].map(pick))
  const report = (
    name: string,
    unit: string,
    pick: (round: Round) => number,
    scale: (ours: number, reference: number) => [number, number],
  ) => {
    if (names.length > 0 && !names.includes(name)) return
    const [value, reference] = scale(of('ours', pick), of('bare', pick))
    const round3 = (number: number) => Math.round(number * 1000) / 1000
    console.error(
      `${name}: ours ${round3(of('ours', pick))}, bare ${round3(of('bare', pick))}, bare again ${round3(of('again', pick))} (A/A ${round3(of('again', pick) / of('bare', pick))}), ${rounds} rounds`,
    )
    console.log(
      JSON.stringify({
        name,
        ours: round3(value),
        reference: round3(reference),
        ratio: round3(value / reference),
        unit,
      }),
    )
  }
  const same = (own: number, reference: number): [number, number] => [own, reference]
  const added =
    (limit: number) =>
    (own: number, reference: number): [number, number] => [own - reference, limit]
  report('hook.pageLoad', 'ms', ({ warm }) => warm.pageMs, same)
  report('hook.cold', 'ms', ({ cold }) => cold.pageMs, same)
  // Added per answer; the reference is what is allowed, so a ratio up to 1 is met.
  report('hook.mainThread', 'ms', ({ warm }) => warm.taskMs / answers, added(0.6))
  report('hook.delay', 'ms', ({ warm }) => median(warm.delays), added(1))
}
