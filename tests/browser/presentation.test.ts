import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { startLens } from '../tools/chromium.ts'
import { buildExtension } from '../tools/build.mjs'
import { goTo, partnerHome } from '../tools/walk.ts'
import { show, stateOf } from './masks.ts'
import { askFrom, eventually, openConsole, startWorld } from './world.ts'

const leads = '#/obmgr/leads/list'
const customers = '#/obmgr/customer/list'

/** Texts of the cells a person can read, and of those that are covered. */
function cellsOf(page: Page): Promise<{ read: string[]; covered: string[] }> {
  return page.evaluate(() => {
    const read: string[] = []
    const covered: string[] = []
    for (const cell of document.querySelectorAll<HTMLElement>('td')) {
      const text = cell.innerText.trim()
      const fill = getComputedStyle(cell).webkitTextFillColor
      if (text !== '') (fill === 'rgba(0, 0, 0, 0)' ? covered : read).push(text)
    }
    return { read, covered }
  })
}
const companies = (texts: string[]) => texts.filter((text) => /^[^*]+公司$/m.test(text))

/** From the first frame on: how often something personal was painted without a cover. */
async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { frames: 0, bare: [] as string[] }
    Object.assign(window, { seenByTest: seen })
    const look = () => {
      seen.frames++
      for (const cell of document.querySelectorAll<HTMLElement>('td')) {
        const text = cell.textContent?.trim() ?? ''
        const bare = getComputedStyle(cell).webkitTextFillColor !== 'rgba(0, 0, 0, 0)'
        if (bare && /^[^*]+公司$/.test(text)) seen.bare.push(text)
      }
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
const framesOf = (page: Page) =>
  page.evaluate(
    () => (window as unknown as { seenByTest: { frames: number; bare: string[] } }).seenByTest,
  )

const present = (own: Page, on: boolean, amounts = false) =>
  askFrom(own, 'presentation.set', { on, amounts })

describe('presentation mode', () => {
  it('covers what is personal, leaves what is not, and lifts all again', async () => {
    await using world = await startWorld()
    const own = await world.lens.open('sidepanel.html')
    const page = await openConsole(world.lens)
    await goTo(page, leads)
    expect(companies((await cellsOf(page)).read).length).toBeGreaterThan(5)
    await present(own, true)
    const now = await eventually(
      () => cellsOf(page),
      ({ read, covered }) => companies(covered).length > 5 && read.length > 5,
    )
    expect(companies(now.read)).toEqual([])
    expect(now.read.some((text) => /待跟进|跟进中|已转商机/.test(text))).toBe(true)
    expect(now.read.some((text) => text.includes('****'))).toBe(true)
    await present(own, false)
    const after = await eventually(
      () => cellsOf(page),
      ({ covered }) => covered.length === 0,
    )
    expect(companies(after.read).length).toBeGreaterThan(5)
    expect(await page.locator('td[data-partner-lens]').count()).toBe(0)
  })

  it('closes open eyes, takes tooltips and titles away, and opens nothing', async () => {
    await using world = await startWorld()
    const own = await world.lens.open('sidepanel.html')
    const page = await openConsole(world.lens)
    await goTo(page, customers)
    const state = await eventually(
      () => stateOf(own, page),
      ({ columns }) => columns.length === 4,
    )
    await show(own, state, 'all')
    const full = companies((await cellsOf(page)).read.flatMap((text) => text.split('\n')))
    expect(full.length).toBeGreaterThan(5)
    await page.evaluate((name) => {
      document.title = `${name} - 客户详情`
      document.querySelector('h1')?.setAttribute('title', name)
      const heading = document.createElement('h3')
      heading.textContent = `${name} 的订单`
      document.querySelector('main')?.append(heading)
    }, full[0] ?? '')
    await present(own, true)
    await eventually(
      () => stateOf(own, page),
      ({ columns }) => columns.every((each) => each.state === 'masked'),
    )
    await eventually(
      () => page.title(),
      (title) => title === '客户详情',
    )
    expect(await page.locator('h1').getAttribute('title')).toBeNull()
    const heading = page.locator('h3', { hasText: '的订单' })
    expect(await heading.evaluate((element) => getComputedStyle(element).webkitTextFillColor)).toBe(
      'rgba(0, 0, 0, 0)',
    )
    const before = world.desk.reveals()
    await show(own, state, 'all')
    expect(world.desk.reveals()).toBe(before)
    await present(own, false)
    await eventually(
      () => page.title(),
      (title) => title.includes(full[0] ?? '?'),
    )
  })

  it('paints nothing personal in any frame of a load, a page change or a press on an eye', async () => {
    await using world = await startWorld()
    const own = await world.lens.open('sidepanel.html')
    await present(own, true)
    const page = await world.lens.context.newPage()
    await watchFrames(page)
    await page.goto(`${partnerHome.split('#')[0]}${leads}`)
    await eventually(
      () => cellsOf(page),
      ({ read, covered }) => read.length > 5 && covered.length > 5,
    )
    await page.locator('button[aria-label="下一页"]').first().click()
    await eventually(
      () => cellsOf(page),
      ({ read, covered }) => read.length > 5 && covered.length > 5,
    )
    await goTo(page, customers)
    await page.locator('th button[aria-label="显示"]').first().click()
    await eventually(
      () => cellsOf(page),
      ({ covered }) => companies(covered.flatMap((text) => text.split('\n'))).length > 5,
    )
    await page.reload()
    await eventually(
      () => cellsOf(page),
      ({ read }) => read.length > 5,
    )
    const { frames, bare } = await framesOf(page)
    expect(bare).toEqual([])
    expect(frames).toBeGreaterThan(10)
  })

  it('stays on through a killed worker and a new start of the browser, with its badge', async () => {
    await using world = await startWorld()
    const { profile } = world.lens
    const own = await world.lens.open('sidepanel.html')
    await present(own, true)
    await world.lens.killWorker()
    await world.lens.close()
    const again = await startLens({
      extension: buildExtension('production'),
      profile,
      port: world.desk.port,
    })
    try {
      const page = await again.context.newPage()
      await page.goto(`${partnerHome.split('#')[0]}${leads}`)
      const now = await eventually(
        () => cellsOf(page),
        ({ read, covered }) => read.length > 5 && covered.length > 5,
      )
      expect(companies(now.read)).toEqual([])
      const panel = await again.open('sidepanel.html')
      await eventually(
        () => panel.evaluate(() => chrome.action.getBadgeText({})),
        (text) => text !== '',
      )
    } finally {
      await again.close()
    }
  })

  it('covers amounts where asked, and the shapes of charts stay', async () => {
    await using world = await startWorld()
    const own = await world.lens.open('sidepanel.html')
    await present(own, true, true)
    const page = await openConsole(world.lens)
    await goTo(page, '#/obmgr/voucher/manage?tab=issued')
    const now = await eventually(
      () => cellsOf(page),
      ({ read, covered }) => read.length > 5 && covered.length > 5,
    )
    expect(now.read.filter((text) => /\d\.\d{2}\b|¥/.test(text))).toEqual([])
  })
})
