import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { cacheIn, keptRows } from '../tools/probe.ts'
import { goTo } from '../tools/walk.ts'
import { eventually, openConsole, startWorld, type Lens } from './world.ts'

/** The launcher stands in a closed shadow root: only its place on the screen can be pressed. */
async function pressLauncher(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 860 }
  await page.mouse.click(Math.min(width * 0.985, width - 36), height * 0.72)
}

async function targets(lens: Lens): Promise<string[]> {
  const session: CDPSession = await lens.context.newCDPSession(lens.context.pages()[0] as Page)
  const { targetInfos } = await session.send('Target.getTargets')
  await session.detach()
  return targetInfos.map(({ url }) => url)
}
const panelOf = (lens: Lens) => `chrome-extension://${lens.id}/sidepanel.html`

describe('the side panel', () => {
  it('opens at a press on the launcher', async () => {
    await using world = await startWorld()
    const page = await openConsole(world.lens)
    await page.bringToFront()
    await eventually(
      async () => {
        await pressLauncher(page)
        return targets(world.lens)
      },
      (urls) => urls.some((url) => url.startsWith(panelOf(world.lens))),
    )
  })

  it('opens from the popup', async () => {
    await using world = await startWorld()
    const popup = await world.lens.open('popup.html')
    await popup.getByTestId('open-panel').click()
    await eventually(
      () => targets(world.lens),
      (urls) => urls.some((url) => url.startsWith(panelOf(world.lens))),
    )
  })

  it('opens in a narrow window where the browser has no side panel', async () => {
    await using world = await startWorld()
    await world.lens.context.addInitScript(() =>
      Object.defineProperty(chrome, 'sidePanel', { value: undefined }),
    )
    const popup = await world.lens.open('popup.html')
    await popup.getByTestId('open-panel').click()
    await eventually(
      () => targets(world.lens),
      (urls) => urls.some((url) => url.startsWith(panelOf(world.lens))),
    )
  })

  it('shows what was kept, with its age and source', async () => {
    await using world = await startWorld()
    const page = await openConsole(world.lens)
    await goTo(page, '#/obmgr/voucher/manage?tab=issued')
    const panel = await world.lens.open('sidepanel.html')
    await panel.setViewportSize({ width: 360, height: 800 })
    await panel.getByTestId('tab-coupons').click()
    const coupons = panel.getByTestId('kind-coupon')
    await coupons
      .getByText(world.desk.served().find(({ sheet }) => sheet === 'issued')?.ids[0] ?? '-')
      .waitFor()
    expect(await coupons.getByTestId('facts').textContent()).toMatch(/\S/)
  })

  it('shows sums before its code has come, and nothing moves when it has', async () => {
    await using world = await startWorld()
    await goTo(await openConsole(world.lens), '#/obmgr/voucher/manage?tab=issued')
    const panel = await world.lens.open('options.html')
    const seen = await cacheIn(panel)
    await eventually(
      () => seen.read('coupon'),
      (coupons) => coupons.length > 0,
    )
    let held = Promise.resolve()
    await panel.route(/sidepanel-page-.*\.js/, async (route) => {
      await held
      await route.continue()
    })
    for (const language of ['zh', 'en'] as const) {
      await panel.goto(panelOf(world.lens).replace('sidepanel', 'options'))
      await (await cacheIn(panel)).saveSettings({ language })
      for (const width of [320, 360, 800]) {
        let release = () => {}
        held = new Promise<void>((done) => (release = done))
        await panel.setViewportSize({ width, height: 800 })
        await panel.goto(panelOf(world.lens))
        await panel
          .locator('#first')
          .getByTestId('holder-issued')
          .getByText(/\d\.\d{2}/)
          .waitFor()
        const before = await panel.locator('.balances').boundingBox()
        release()
        await panel.getByTestId('glance').waitFor()
        // The panel stands in a tab here, so it says that this is none of the console's; nothing else may move.
        const notices = panel.locator('.notices')
        await notices.getByText(/\S/).first().waitFor()
        const { height } = (await notices.boundingBox()) ?? { height: 0 }
        const after = await panel.locator('.balances').boundingBox()
        expect({ ...after, y: (after?.y ?? 0) - height }, `${width} px, ${language}`).toEqual(
          before,
        )
      }
    }
  })

  it('looks at what the board in front looks at, and opens the same large', async () => {
    await using world = await startWorld()
    const page = await openConsole(world.lens)
    await goTo(page, '#/obmgr/dashboard/incentive')
    const panel = await world.lens.open('sidepanel.html')
    await panel.setViewportSize({ width: 360, height: 800 })
    await page.bringToFront()
    await panel.getByTestId('view-incentives').and(panel.locator('[aria-current=page]')).waitFor()
    const [large] = await Promise.all([
      world.lens.context.waitForEvent('page'),
      panel.getByTestId('analysis-wide').click(),
    ])
    await large.getByTestId('view-incentives').and(large.locator('[aria-current=page]')).waitFor()
    expect(large.url()).toContain('view=incentives')
    await page.bringToFront()
    await goTo(page, '#/obmgr/voucher/manage?tab=issued')
    await panel.getByTestId('kind-coupon').waitFor()
  })

  it('speaks English and Chinese', async () => {
    await using world = await startWorld({ language: 'en' })
    const options = await world.lens.open('options.html')
    await options.getByTestId('language').selectOption('en')
    await options.getByText('Language').first().waitFor()
    await options.getByTestId('language').selectOption('zh')
    await options.getByText('语言').first().waitFor()
  })

  it('forgets everything when the user says so, and reads nothing until accepted again', async () => {
    await using world = await startWorld()
    const { lens } = world
    const page = await openConsole(lens)
    await goTo(page, '#/obmgr/customer/list')
    const own = await lens.open('options.html')
    await eventually(
      () => keptRows(own, 'customer'),
      (rows) => rows.length === 10,
    )
    await own.getByTestId('forget-everything').click()
    await own.getByTestId('confirm-yes').click()
    await own.getByTestId('forgotten').waitFor()
    expect(await keptRows(own, 'customer')).toEqual([])
    await goTo(page, '#/obmgr/index')
    await goTo(page, '#/obmgr/voucher/manage?tab=issued')
    expect(await keptRows(own, 'coupon')).toEqual([])
  })
})

describe('the launcher', () => {
  it('is moved, stays where it was put, and is hidden and brought back', async () => {
    await using world = await startWorld()
    const { lens } = world
    const page = await openConsole(lens)
    await page.bringToFront()
    const standsAt = (x: number, y: number) =>
      page.evaluate(
        ([x, y]) =>
          document.elementFromPoint(x ?? 0, y ?? 0)?.parentElement === document.documentElement,
        [x, y],
      )
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 860 }
    const from = { x: Math.min(width * 0.985, width - 36), y: height * 0.72 }
    await eventually(() => standsAt(from.x, from.y), Boolean)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(600, 400, { steps: 5 })
    await page.mouse.up()
    await eventually(() => standsAt(600, 400), Boolean)
    const own = await lens.open('options.html')
    await eventually(
      async () => (await (await cacheIn(own)).settings()).launcherAt?.x ?? 1,
      (x) => x < 0.6,
    )
    await page.reload()
    await eventually(() => standsAt(600, 400), Boolean)
    await own.getByTestId('launcher').click()
    await eventually(
      () => standsAt(600, 400),
      (stands) => !stands,
    )
    await own.getByTestId('launcher').click()
    await eventually(() => standsAt(600, 400), Boolean)
  })
})
