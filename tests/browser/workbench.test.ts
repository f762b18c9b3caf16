import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildExtension } from '../tools/build.mjs'
import { startLens, type Lens } from '../tools/chromium.ts'
import { fillPartner, inPartner, large } from './partner.ts'
import { acceptCapture } from './world.ts'

/** A generated partner of 3,000 customers and 100,000 resources, in the extension as it is built. */
let lens: Lens
let page: Page
beforeAll(async () => {
  lens = await startLens({ port: 9, extension: buildExtension(), width: 1280, height: 900 })
  await acceptCapture(lens)
  await fillPartner(lens)
}, 120_000)
afterAll(() => lens?.close())

const rows = () => page.locator('[role=grid] [data-key]')
const count = (text: string) => page.getByTestId('count').getByText(text).waitFor()

describe('a partner of 100,000 resources', () => {
  it('is at hand: searched, sorted, filtered by expiry, grouped by customer', async () => {
    page = await lens.open('dashboard.html#resources')
    await count('100,000 / 100,000')
    await page.getByTestId('filter').fill('ecs-17-')
    // Index 17 of every 3,000.
    await count('34 / 100,000')
    expect(await rows().count()).toBeLessThan(60)
    await page.getByTestId('filter').fill('')
    await page.getByTestId('within').selectOption('<30d')
    await count('/ 100,000')
    const texts = await rows().allTextContents()
    expect(texts.length).toBeGreaterThan(10)
    await page.getByTestId('within').selectOption('')
    await page.getByTestId('group').selectOption('customerId')
    await page.locator('[role=grid][aria-rowcount="3001"]').waitFor()
    await page.getByTestId('group').selectOption('')
    await page.locator('[role=grid][aria-rowcount="100001"]').waitFor()
  })
  it('is walked to its last row with the keys', async () => {
    await page.locator('[role=grid]').focus()
    await page.keyboard.press('End')
    await page.locator('[role=row][aria-rowindex="100001"][data-key]').waitFor()
    await page.keyboard.press('Enter')
    await page.getByTestId('drawer').waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('drawer').waitFor({ state: 'detached' })
  })
  it('shows what is read meanwhile', async () => {
    await page.getByTestId('filter').fill('brand-new-machine')
    await count('0 / 100,000')
    const other = await lens.open('options.html')
    const fresh = { resourceId: 'new-1', name: 'brand-new-machine', customerId: 'c7' }
    await inPartner(other, 'change', fresh, 'resource', Date.now())
    await count('1 / 100,001')
    await other.close()
  })
  it('bears what the user calls a customer, on all of their records', async () => {
    const own = await lens.open('dashboard.html#customers/customer/c9')
    await own.getByTestId('note-name').fill('Old friend')
    await own.getByTestId('note-tags').fill('vip')
    await own.getByTestId('note-tags').blur()
    await own.getByTestId('note-undo').waitFor()
    await page.getByTestId('filter').fill('old friend')
    await count('34 / 100,001')
    await page.locator('[role=grid] [data-key]').getByText('Old friend').first().waitFor()
    await own.goto(`chrome-extension://${lens.id}/dashboard.html#customers`)
    await own.getByTestId('filter').fill('tag:vip')
    await own.getByTestId('count').getByText('1 / 3,000').waitFor()
    await own.close()
    await page.getByTestId('filter').fill('')
  })
  it('is searched over all kinds, and a record leads to its customer', async () => {
    await page.keyboard.press('Control+k')
    await page.getByTestId('palette-box').fill('cp100007')
    await page.getByTestId('found-coupon').getByText('CP100007').click()
    await page.getByTestId('drawer').getByText('CP100007').waitFor()
    await page.getByTestId('to-customer').click()
    const customer = page.getByTestId('customer-page')
    // Of 20,000 coupons over 3,000 customers the seventh has seven; the new machine is one more.
    const related = (kind: string) => customer.getByTestId(`related-${kind}`).locator('h3 a')
    await related('coupon').getByText(/\b7\b/).waitFor()
    await related('resource')
      .getByText(/\b35\b/)
      .waitFor()
    const shown = await customer.textContent()
    expect(shown).not.toContain('示例7科技')
    expect(shown).not.toContain('demo_user_7')
  })
  it('is no wider than its window', async () => {
    for (const width of [360, 800]) {
      await page.setViewportSize({ width, height: 800 })
      for (const hash of ['#resources', '#coupons', '#customers/customer/c7', '#tasks']) {
        await page.goto(`chrome-extension://${lens.id}/dashboard.html${hash}`)
        await page.locator('main h2').first().waitFor()
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(over, `${hash} at ${width}`).toBeLessThanOrEqual(0)
      }
    }
    expect(large.resources).toBe(100_000)
  })
})
