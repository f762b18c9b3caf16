import { createServer, type Server } from 'node:http'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as Analytics from '@/components/analytics'
import type { AnalyticsOptions } from '@/components/analytics/source'
import { buildAnalytics, outDir } from '../tools/build-analytics.mjs'
import { findBrowser } from '../tools/find-browser.mjs'

const find = createRequire(import.meta.url)
const singleSpa = join(
  find.resolve('single-spa/package.json'),
  '../lib/es2015/esm/single-spa.min.js',
)
const axe = readFileSync(find.resolve('axe-core/axe.min.js'), 'utf8')
const known = new Set(['', 'boot.js', 'partner-analytics.js', 'single-spa.js', 'favicon.ico'])
/** What the page holds for the tests. */
interface Portal {
  analytics: typeof Analytics
  options: AnalyticsOptions
  spa: {
    mountRootParcel(
      application: unknown,
      props: unknown,
    ): {
      mountPromise: Promise<void>
      update(props: unknown): Promise<void>
      unmount(): Promise<void>
    }
  }
  axe: { run(el: Element): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
}
const views = ['start', 'incentives', 'consumption', 'coupons', 'resources', 'work'] as const

/** A page of somebody else's, with its own policy: scripts of its own origin, and no request but for them. */
const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Portal</title><script type="module" src="/boot.js"></script>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data: blob:">
</head><body><main><h1>Portal</h1><div id="place"></div></main></body></html>`

const boot =
  "import * as analytics from '/partner-analytics.js'; import * as spa from '/single-spa.js'; Object.assign(globalThis, { analytics, spa })"

let server: Server
let origin: string
let browser: Browser
const asked: string[] = []
beforeAll(async () => {
  await buildAnalytics()
  server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1)
    asked.push(path)
    const type = { '.js': 'text/javascript', '': 'text/html' }[extname(path)] ?? 'text/plain'
    response.setHeader('content-type', type)
    try {
      if (path === '') response.end(html)
      else if (path === 'boot.js') response.end(boot)
      else response.end(readFileSync(path === 'single-spa.js' ? singleSpa : join(outDir, path)))
    } catch {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--js-flags=--expose-gc',
      '--enable-precise-memory-info',
    ],
  })
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

/** A portal with rows of a partner's year. */
async function portal(): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text())
  })
  await page.goto(origin)
  await page.waitForFunction(() => 'analytics' in globalThis)
  await page.evaluate(() => {
    const { analytics } = globalThis as unknown as Portal
    const rows: Record<string, unknown>[] = []
    for (let month = 1; month <= 11; month++)
      for (let each = 0; each < 40; each++)
        rows.push({
          cycle: `2026-${String(month).padStart(2, '0')}`,
          month: `2026-${String(month).padStart(2, '0')}`,
          amount: `${each * 7 + month}.50`,
          amountDue: `${each * 70 + month}.50`,
          currency: 'CNY',
          customerName: `客户${each % 12}**`,
          productType: `P${each % 9}`,
          serviceName: `S${each % 9}`,
          manager: `M${each % 3}`,
          association: each % 2 ? 'resale' : 'referral',
          chargeMode: each % 2 ? 'subscription' : 'on-demand',
          grain: 'customer+service+chargeMode',
          status: each % 3 ? 'paid' : 'pending',
        })
    const now = Date.UTC(2026, 10, 22)
    const ending = rows.map((row, at) => ({
      ...row,
      status: 'usable',
      type: 'voucher',
      holder: 'issued',
      balance: '5.00',
      faceValue: '9.00',
      region: `R${at % 4}`,
      expiresAt: now + at * 86_400_000,
    }))
    Object.assign(globalThis, {
      options: {
        source: analytics.staticSource({
          rows: {
            incentive: rows.map((row, at) =>
              at < 3 ? { ...row, billId: 'B1', rate: '0.5', baseAmount: '9' } : row,
            ),
            incentiveBill: [
              {
                billId: 'B1',
                amount: '9.00',
                currency: 'CNY',
                status: 'pending',
                confirmBy: now + 9,
              },
            ],
            consumption: rows,
            coupon: ending,
            resource: ending,
            exportTask: ending.map((row) => ({ ...row, status: 'completed' })),
          },
        }),
        memory: { read: async () => undefined, write: async () => {} },
        now: () => now,
        view: { view: 'incentives' },
      },
    })
  })
  return { page, errors }
}

/** Everything of a page that could be left behind. */
const state = (page: Page) =>
  page.evaluate(() => ({
    html: document.documentElement.innerHTML,
    // Vue marks a page it runs in with a name of its own.
    globals: Object.keys(globalThis).filter((name) => name !== '__VUE__'),
  }))
/** Bytes held, and the listeners of the page, after what is no longer held was let go. */
async function held(page: Page): Promise<{ bytes: number; listeners: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const { jsEventListeners } = await session.send('Memory.getDOMCounters')
  await session.detach()
  return { bytes: usedSize, listeners: jsEventListeners }
}

describe('the analysis in a page of somebody else', () => {
  it('comes and goes fifty times: no error, no node or style, no listener, no memory', async () => {
    const { page, errors } = await portal()
    const before = await state(page)
    const rounds = (count: number) =>
      page.evaluate(async (times) => {
        const { analytics, options } = globalThis as unknown as Portal
        const place = document.getElementById('place') as HTMLElement
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
        for (let round = 0; round < times; round++) {
          const mounted = analytics.mountAnalytics(place, options)
          while (!place.querySelector('canvas')) await painted()
          mounted.update({
            locale: round % 2 ? 'en' : 'zh-CN',
            theme: round % 2 ? 'dark' : 'light',
          })
          await painted()
          mounted.unmount()
        }
      }, count)
    // What is made once (optimised code, caches of fonts and formats) is made in the first rounds.
    await rounds(50)
    const first = await held(page)
    await rounds(50)
    const last = await held(page)
    expect(await state(page)).toEqual(before)
    expect(last.bytes / first.bytes).toBeLessThan(1.05)
    // Fewer than one a round: what the page itself shows meanwhile may differ by some.
    expect(last.listeners - first.listeners).toBeLessThan(50)
    expect(errors).toEqual([])
    await page.close()
  })

  it('lives under single-spa: fifty rounds of mount, update and unmount', async () => {
    const { page, errors } = await portal()
    const left = await page.evaluate(async () => {
      const { analytics, options, spa } = globalThis as unknown as Portal
      const domElement = document.getElementById('place') as HTMLElement
      for (let round = 0; round < 50; round++) {
        const parcel = spa.mountRootParcel(analytics, { ...options, domElement })
        await parcel.mountPromise
        await parcel.update({ locale: 'en', domElement })
        if (!domElement.querySelector('[data-testid=analytics]')) throw new Error('not mounted')
        await parcel.unmount()
      }
      return domElement.innerHTML
    })
    expect(left).toBe('')
    expect(errors).toEqual([])
    await page.close()
  })

  it('asks for nothing of its own', async () => {
    asked.length = 0
    const { page } = await portal()
    await page.evaluate(async () => {
      const { analytics, options } = globalThis as unknown as Portal
      analytics.mountAnalytics(document.getElementById('place') as HTMLElement, options)
    })
    await page.locator('[data-chart=incentive-trend] canvas').waitFor()
    // What it loads on demand lies beside it.
    const own = new Set([...known, ...readdirSync(outDir)])
    expect(asked.filter((path) => !own.has(path))).toEqual([])
    await page.close()
  })

  it('gives the calendar as a picture with its title and facts', async () => {
    const { page, errors } = await portal()
    await page.evaluate(() => {
      const { analytics, options } = globalThis as unknown as Portal
      const place = document.getElementById('place') as HTMLElement
      analytics.mountAnalytics(place, { ...options, view: { view: 'coupons' } })
    })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-chart=coupon-days] [data-testid=chart-png]').click(),
    ])
    const file = readFileSync(await download.path())
    expect(download.suggestedFilename()).toMatch(/\.png$/)
    expect(file.subarray(1, 4).toString('latin1')).toBe('PNG')
    // Fourteen weeks in seven columns, at two pixels to one, with room for the title and the facts.
    expect(file.readUInt32BE(16)).toBe(112 * 7 * 2 + 64)
    expect(file.readUInt32BE(20)).toBeGreaterThan((24 + 44 * 14) * 2)
    expect(errors).toEqual([])
    await page.close()
  })

  it('tells series apart in forced colours; on paper the charts stay and what is pressed goes', async () => {
    const { page } = await portal()
    await page.emulateMedia({ forcedColors: 'active' })
    await page.evaluate(() => {
      const { analytics, options } = globalThis as unknown as Portal
      const place = document.getElementById('place') as HTMLElement
      analytics.mountAnalytics(place, { ...options, view: { view: 'consumption' } })
    })
    const swatches = page.locator('[data-chart=spend-split] .pa-swatch')
    await swatches.first().waitFor()
    const looks = await swatches.evaluateAll((found) =>
      found.map((each) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(each)
        return `${backgroundColor} ${backgroundImage}`
      }),
    )
    expect(new Set(looks).size).toBe(looks.length)
    await page.emulateMedia({ forcedColors: 'none', media: 'print' })
    for (const part of ['.pa-views', '.pa-actions', '.pa-legend', '.pa-filters'])
      expect(await page.locator(part).first().isVisible()).toBe(false)
    expect(await page.locator('[data-chart=spend-split] canvas').isVisible()).toBe(true)
    await page.close()
  })

  it.each(views)('has no barrier in %s, in both themes and languages', async (view) => {
    const { page } = await portal()
    await page.evaluate(axe)
    for (const theme of ['light', 'dark'] as const) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const found = await page.evaluate(
          async ([name, look, language]) => {
            const { analytics, options, axe: checker } = globalThis as unknown as Portal
            const place = document.getElementById('place') as HTMLElement
            document.body.style.background = look === 'dark' ? '#10151c' : '#f4f6f9'
            document.body.style.color = look === 'dark' ? '#e8edf4' : '#16202e'
            const mounted = analytics.mountAnalytics(place, {
              ...options,
              theme: look,
              locale: language,
              view: { view: name },
            })
            const painted = () =>
              new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
            while (!place.querySelector('canvas, [data-testid=start-figures]')) await painted()
            const later = {
              incentives: '[data-chart=restatement]',
              consumption: '[data-chart=moves]',
              coupons: '.pa-day',
            }
            const last = later[name as keyof typeof later] ?? '*'
            while (!place.querySelector(last)) await painted()
            for (const each of place.querySelectorAll('details')) each.open = true
            const { violations } = await checker.run(place)
            mounted.unmount()
            return violations.map(
              ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
                `${id}: ${nodes[0]?.html}`,
            )
          },
          [view, theme, locale] as const,
        )
        expect(found).toEqual([])
      }
    }
    await page.close()
  })
})
