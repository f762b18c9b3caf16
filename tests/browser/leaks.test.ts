import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { views } from '@/components/dashboard/views'
import { subjects } from '@/components/panel/subjects'
import { kindNames, kindOf, type KindName } from '@/utils/kinds'
import type { Field, Personal } from '@/utils/kinds/define'
import type { KindRecord, Value } from '@/utils/records'
import { buildExtension } from '../tools/build.mjs'
import { startLens, type Lens } from '../tools/chromium.ts'
import { filesHolding } from '../tools/disk.ts'
import { cacheIn } from '../tools/probe.ts'
import { acceptCapture, eventually, withGranted } from './world.ts'

/* Everything the console may show in full goes into the cache; nowhere does it come out again. */

const now = Date.now()
const each = 60
const number = (index: number) => String(index).padStart(5, '0')
/** Full values that look like life. What tells each of them apart is in none of their masked forms. */
const full: Readonly<Record<Personal, (index: number) => string>> = {
  company: (index) => `泄漏${number(index)}探针科技有限公司`,
  person: (index) => `司马${number(index)}针`,
  account: (index) => `probe_${number(index)}_account`,
  phone: (index) => `13966${number(index)}7`,
  email: (index) => `probe.${number(index)}@leaks.example.com`,
}
const leak = /泄漏\d{5}|司马\d{5}|probe[_.]\d{5}|13966\d{6}/

let values = 0
function valueOf({ type, personal, values: choices }: Field, seed: string): Value | undefined {
  if (personal !== undefined) return full[personal](values++)
  if (type === 'id' || type === 'text') return seed
  if (type === 'amount' || type === 'decimal') return '12.50'
  if (type === 'rate') return '0.05'
  if (type === 'count') return 3
  if (type === 'time' || type === 'day-end') return now + 9 * 86_400_000
  if (type === 'month') return '2026-10'
  if (type === 'choice') return Object.keys(choices ?? {})[0]
  if (type === 'currency') return 'CNY'
  return undefined
}
function recordOf(kind: KindName, index: number): KindRecord {
  const record: KindRecord = {}
  for (const [name, field] of Object.entries(kindOf(kind).fields)) {
    const value = valueOf(field, `${kind}-${name}-${index}`)
    if (value !== undefined) record[name] = value
  }
  return record
}

/** All that a page holds: its document with attributes and inputs, its title, and what a screen reader is told. */
async function saidBy(page: Page): Promise<string> {
  const document = await page.evaluate(() => {
    const inputs = [...window.document.querySelectorAll('input, textarea')]
    const typed = inputs.map((input) => (input as HTMLInputElement).value)
    return [window.document.documentElement.outerHTML, window.document.title, ...typed].join('\n')
  })
  return `${document}\n${await page.locator('body').ariaSnapshot()}`
}

/** Opens a page of ours and waits until it is no longer busy. */
async function opened(lens: Lens, path: string): Promise<Page> {
  const page = await lens.open(path)
  await page.locator('main').first().waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  return page
}

it('PRIV-02 none of a thousand personal values comes out in any view, export, storage or log', async () => {
  const lens = await startLens({
    port: 9,
    extension: withGranted(buildExtension(), { permissions: ['notifications'] }),
  })
  const logs: string[] = []
  lens.context.on('console', (message) => logs.push(message.text()))
  try {
    await acceptCapture(lens)
    const own = await lens.open('options.html')
    const cache = await cacheIn(own)
    await cache.noteAccount({ key: 'cn:leaks', site: 'cn', lastSeenAt: now })
    for (const kind of kindNames)
      await cache.ingest({
        id: kind,
        account: 'cn:leaks',
        kind,
        records: Array.from({ length: each }, (_, index) => recordOf(kind, index)),
        source: 'capture',
        observedAt: now,
        place: 'https://account.huaweicloud.com/obmgr/#/x',
      })
    expect(values).toBeGreaterThan(1000)

    const seen = new Map<string, string>()
    const look = async (name: string, page: Page) => void seen.set(name, await saidBy(page))
    for (const { id, tables } of views) {
      const paths = tables.length > 0 ? tables.map((table) => `${id}/${table.id}`) : [id]
      for (const path of paths) {
        const page = await opened(lens, `dashboard.html#${path}`)
        await look(path, page)
        await page.close()
      }
    }
    const analysis = await opened(lens, 'dashboard.html#analysis?view=start')
    for (const view of ['incentives', 'consumption', 'coupons', 'resources', 'work']) {
      await analysis.getByTestId(`view-${view}`).click()
      await analysis.locator('canvas, [data-testid=empty], .pa-empty').first().waitFor()
      await look(`analysis ${view}`, analysis)
    }
    const customers = await opened(lens, 'dashboard.html#customers')
    await customers.locator('[role=grid] [data-key]').first().click()
    await customers.getByTestId('customer-page').waitFor()
    await look('a customer', customers)
    await customers.keyboard.press('Control+k')
    await customers.getByTestId('palette-box').fill('customer')
    await customers.getByTestId('found-customer').waitFor()
    await look('search', customers)
    await customers.getByTestId('palette-box').fill(full.company(3))
    await customers.getByTestId('found-nothing').waitFor()

    const table = await opened(lens, 'dashboard.html#customers')
    await table.locator('[role=grid] [data-key]').first().waitFor()
    // The file as it is handed to the browser.
    await table.evaluate(() => {
      const make = URL.createObjectURL.bind(URL)
      URL.createObjectURL = (file: Blob) => {
        Object.assign(window, { handedOver: file.text() })
        return make(file)
      }
    })
    await table.getByTestId('export-menu').click()
    await table.getByTestId('export-shown-csv').click()
    const file = await eventually(
      () =>
        table.evaluate(() => (window as unknown as { handedOver?: Promise<string> }).handedOver),
      (text) => text !== undefined,
    )
    seen.set('export', file ?? '')
    expect(seen.get('export')?.split('\n').length).toBeGreaterThan(each)

    const panel = await opened(lens, 'sidepanel.html')
    for (const subject of subjects) {
      await panel.getByTestId(`tab-${subject}`).click()
      await panel.locator(`[role=tab][aria-selected=true][data-testid=tab-${subject}]`).waitFor()
      await look(`panel ${subject}`, panel)
    }
    for (const path of ['popup.html', 'options.html', 'welcome.html'])
      await look(path, await opened(lens, path))

    seen.set(
      'storage',
      await own.evaluate(async () =>
        JSON.stringify([
          await chrome.storage.local.get(),
          await chrome.storage.session.get(),
          Object.keys(await new Promise<object>((done) => chrome.notifications.getAll(done))),
        ]),
      ),
    )
    seen.set('logs', logs.join('\n'))
    for (const [where, text] of seen)
      expect([where, leak.exec(text)?.[0]]).toEqual([where, undefined])
    expect(seen.get('coupons/coupon')).toContain('泄漏**科技有限公司')
  } finally {
    await lens.close()
  }
  const found = filesHolding(lens.profile, [
    '探针科技有限公司',
    '司马00',
    'probe.0',
    'probe_0',
    '1396600',
  ])
  expect(found).toEqual([])
}, 240_000)
