import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { KindRecord } from '@/utils/records'
import { buildExtension } from '../tools/build.mjs'
import { startLens, type Lens } from '../tools/chromium.ts'
import { chartsFit } from '../tools/pictures.ts'
import { cacheIn } from '../tools/probe.ts'
import { acceptCapture } from './world.ts'

/* The analysis in the dashboard: opened, changed and left fifty times, nothing of it stays. */

const now = Date.now()
const incentives = Array.from({ length: 300 }, (_, at): KindRecord => ({
  incentiveId: `I${at}`,
  cycle: `2026-${String((at % 9) + 1).padStart(2, '0')}`,
  amount: `${at}.50`,
  currency: 'CNY',
  status: at % 2 ? 'paid' : 'pending',
  customerName: `客户${at % 12}**公司`,
  productType: `P${at % 7}`,
}))

/** Opens the analysis, looks at it otherwise, goes to another view: so many times. */
const rounds = (page: Page, count: number) =>
  page.evaluate(async (times) => {
    const seen = async (selector: string, wanted: boolean) => {
      const end = performance.now() + 20_000
      while ((document.querySelector(selector) !== null) !== wanted) {
        if (performance.now() > end) throw new Error(`${selector}: not ${wanted}`)
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      }
    }
    for (let round = 0; round < times; round++) {
      location.hash = '#analysis?view=incentives'
      await seen('[data-testid=analysis] canvas', true)
      location.hash = '#analysis?view=incentives&top=5'
      await seen('[data-chart=restatement]', true)
      location.hash = '#health'
      await seen('[data-testid=analysis]', false)
      await seen('main h2, main h1', true)
    }
  }, count)

/** What the page holds after what is no longer held was let go. */
async function held(page: Page) {
  const session = await page.context().newCDPSession(page)
  // Twice: what is let go by finalisers goes with the second.
  for (let turn = 0; turn < 2; turn++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { jsEventListeners } = await session.send('Memory.getDOMCounters')
  await session.detach()
  const left = await page.evaluate(() => ({
    styles: document.querySelectorAll('style, link[rel=stylesheet]').length,
    analysis: document.querySelectorAll('.partner-analytics, canvas').length,
    globals: Object.keys(globalThis).sort(),
  }))
  return { bytes: usedSize, listeners: jsEventListeners, left }
}

async function withIncentives(): Promise<Lens> {
  const lens = await startLens({ port: 9, extension: buildExtension() })
  await acceptCapture(lens)
  const own = await lens.open('options.html')
  const cache = await cacheIn(own)
  await cache.noteAccount({ key: 'cn:home', site: 'cn', lastSeenAt: now })
  await cache.ingest({
    id: 'incentives',
    account: 'cn:home',
    kind: 'incentive',
    records: incentives,
    source: 'capture',
    observedAt: now,
    place: 'https://account.huaweicloud.com/obmgr/#/x',
  })
  await own.close()
  return lens
}

it('draws charts as wide as their place, in whatever frame of their coming that changes', async () => {
  const lens = await withIncentives()
  try {
    for (let frames = 7; frames < 14; frames++) {
      const page = await lens.open('dashboard.html#analysis?view=incentives')
      await page.locator('canvas[style]').first().waitFor()
      await page.evaluate(async (wait) => {
        for (let frame = 0; frame < wait; frame++)
          await new Promise((done) => requestAnimationFrame(done))
        for (const each of document.querySelectorAll<HTMLElement>('.pa-charts'))
          each.style.width = '320px'
      }, frames)
      await chartsFit(page)
      await page.close()
    }
  } finally {
    await lens.close()
  }
})

it('comes and goes fifty times in the dashboard: no error, nothing left, heap within 5 %', async () => {
  const lens = await withIncentives()
  try {
    const page = await lens.open('dashboard.html#health')
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    // What is made once (optimised code, caches of fonts and formats) is made in the first rounds.
    await rounds(page, 100)
    const first = await held(page)
    await rounds(page, 50)
    const last = await held(page)
    expect(first.left.analysis).toBe(0)
    expect(last.left).toEqual(first.left)
    // Fewer than one a round: what the page itself shows meanwhile may differ by some.
    expect(last.listeners - first.listeners).toBeLessThan(50)
    expect(last.bytes / first.bytes).toBeLessThan(1.05)
    expect(errors).toEqual([])
  } finally {
    await lens.close()
  }
})
