/**
 * The dashboard as it is built, with 100,000 resources, beside a bare Vue page of the same extension:
 * `open.dashboard100k`, `scroll.dropped`, `scroll.firstPaint`. Run: `npm run --silent bench -- scroll …`.
 */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { fillPartner } from '../browser/partner.ts'
import { acceptCapture } from '../browser/world.ts'
import { buildExtension } from '../tools/build.mjs'
import { startLens, type Lens } from '../tools/chromium.ts'
import { scriptOf } from '../tools/script-of.ts'
import { aside, median, spread } from './figures.ts'

const rounds = Number(process.env.ROUNDS ?? 7)
const size = { customers: 3000, resources: 100_000, coupons: 100, months: 1 }
const firstRow = '[data-testid=table] [data-key]'
const [ours, bare] = ['dashboard.html#resources', 'bare.html']

/** The extension with one page more. */
async function withBarePage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'partner-lens-bench-'))
  cpSync(buildExtension(), folder, { recursive: true })
  const { code } = await scriptOf('tests/bench/references/bare-table.ts', 'bare')
  writeFileSync(join(folder, 'bare.js'), code)
  const page =
    '<!doctype html><meta charset="utf-8"><div id="app"></div><script src="bare.js"></script>'
  writeFileSync(join(folder, 'bare.html'), page)
  return folder
}

/** From the start of the navigation to the first row on the screen. */
async function opened(lens: Lens, path: string): Promise<number> {
  const page = await lens.context.newPage()
  await page.addInitScript((row) => {
    const look = () => {
      if (!document.querySelector(row)) return void requestAnimationFrame(look)
      requestAnimationFrame(() =>
        requestAnimationFrame(() => Object.assign(globalThis, { painted: performance.now() })),
      )
    }
    requestAnimationFrame(look)
  }, firstRow)
  await page.goto(`chrome-extension://${lens.id}/${path}`)
  const seen = await page.waitForFunction(() => (globalThis as { painted?: number }).painted)
  const painted = await seen.jsonValue()
  await page.close()
  return painted ?? Number.NaN
}

/** 600 px a frame, 300 frames. @returns the share of frames that did not come in time, and lines not there in time */
const scrolled = (page: Page) =>
  page.evaluate(async () => {
    const frame = document.querySelector<HTMLElement>('[data-testid=table]')
    if (!frame) throw new Error('no table')
    frame.scrollTop = 0
    const frames = 300
    let [dropped, late, shown] = [0, 0, 0]
    let last = await new Promise<number>(requestAnimationFrame)
    for (let at = 0; at < frames; at += 1) {
      frame.scrollTop += 600
      const now = await new Promise<number>(requestAnimationFrame)
      dropped += Math.max(0, Math.round((now - last) / (1000 / 60)) - 1)
      last = now
      const lines = frame.querySelectorAll('.line')
      shown += lines.length
      for (const line of lines) late += Number(!(line as HTMLElement).dataset.key)
    }
    return { dropped: dropped / frames, late: late / Math.max(1, shown) }
  })

/** From a press that shows the table to its rows on the screen; the data is at hand. */
const turnedTo = (page: Page, away: string, back: string) =>
  page.evaluate(
    async ({ away, back, row }) => {
      const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click()
      const frame = () => new Promise(requestAnimationFrame)
      press(away)
      while (document.querySelector(row)) await frame()
      await frame()
      const before = performance.now()
      press(back)
      while (!document.querySelector(row)) await frame()
      await frame()
      return performance.now() - before
    },
    { away, back, row: firstRow },
  )

function say(
  name: string,
  unit: string,
  own: number[],
  again: number[],
  reference: number[],
): void {
  const short = (value: number) => Math.round(value * 1000) / 1000
  const [left, right] = [median(own), median(reference)]
  const twin = (median(again) / left).toFixed(2)
  const text = unit === 'ms' ? spread : (values: number[]) => values.map(short).join(' ')
  aside(
    `${name}: ours ${text(own)}, again ${text(again)} (A/A ${twin}), reference ${text(reference)}`,
  )
  const figure = {
    name,
    ours: short(left),
    reference: short(right),
    ratio: short(left / right),
    unit,
  }
  console.log(JSON.stringify(figure))
}

async function main(names: readonly string[]): Promise<void> {
  const wants = (name: string) => names.length === 0 || names.includes(name)
  const lens = await startLens({
    port: 9,
    extension: await withBarePage(),
    width: 1280,
    height: 900,
  })
  // The compiler gives names to functions inside those that are sent to a page.
  await lens.context.addInitScript('globalThis.__name ??= (named) => named')
  try {
    await acceptCapture(lens)
    await fillPartner(lens, size)
    if (wants('open.dashboard100k')) {
      const seen = { own: [] as number[], again: [] as number[], reference: [] as number[] }
      for (let round = 0; round <= rounds; round += 1)
        for (const [side, path] of [
          ['own', ours],
          ['reference', bare],
          ['again', ours],
        ] as const) {
          const spent = await opened(lens, path)
          if (round > 0) seen[side].push(spent)
        }
      say('open.dashboard100k', 'ms', seen.own, seen.again, seen.reference)
    }
    if (!wants('scroll.dropped') && !wants('scroll.firstPaint')) return
    const pages = { own: await lens.open(ours), reference: await lens.open(bare) }
    for (const page of Object.values(pages)) await page.waitForSelector(firstRow)
    const drops = { own: [] as number[], again: [] as number[], reference: [] as number[] }
    const paints = { own: [] as number[], again: [] as number[], reference: [] as number[] }
    let late = 0
    for (let round = 0; round <= rounds; round += 1)
      for (const side of ['own', 'reference', 'again'] as const) {
        const page = side === 'reference' ? pages.reference : pages.own
        await page.bringToFront()
        const scroll = await scrolled(page)
        const paint =
          side === 'reference'
            ? await turnedTo(page, '#turn', '#turn')
            : await turnedTo(page, '[data-testid=tab-tasks]', '[data-testid=tab-resources]')
        if (round === 0) continue
        drops[side].push(scroll.dropped)
        paints[side].push(paint)
        if (side === 'own') late = Math.max(late, scroll.late)
      }
    if (wants('scroll.dropped')) {
      aside(`scroll: lines that were not there in time, at most ${(late * 100).toFixed(1)} %`)
      aside(`scroll: a bare list with its rows in the page drops ${drops.reference.join(' ')}`)
      // The reference is what is allowed: the bare list drops none, and nothing is a multiple of none.
      say('scroll.dropped', 'share', drops.own, drops.again, [0.1])
    }
    if (wants('scroll.firstPaint'))
      say('scroll.firstPaint', 'ms', paints.own, paints.again, paints.reference)
  } finally {
    await lens.close()
  }
}

await main(process.argv.slice(2))
