import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
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

  it('speaks English and Chinese', async () => {
    await using world = await startWorld({ language: 'en' })
    const options = await world.lens.open('options.html')
    await options.getByTestId('language').selectOption('en')
    await options.getByText('Language').first().waitFor()
    await options.getByTestId('language').selectOption('zh')
    await options.getByText('语言').first().waitFor()
  })
})
