import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { goTo } from '../tools/walk.ts'
import { hide, show, stateOf, type State } from './masks.ts'
import { eventually, openConsole, startWorld, type Lens } from './world.ts'

async function ready(lens: Lens, hash: string): Promise<{ page: Page; own: Page; state: State }> {
  const own = await lens.open('sidepanel.html')
  const page = await openConsole(lens)
  await goTo(page, hash)
  const state = await eventually(
    () => stateOf(own, page),
    ({ columns }) => columns.length > 0,
  )
  return { page, own, state }
}

const cells = (page: Page) => page.locator('td').allTextContents()

describe('masked columns', () => {
  it('are listed, shown by the console’s own eye and hidden again', async () => {
    await using world = await startWorld()
    const { page, own, state } = await ready(world.lens, '#/obmgr/voucher/manage?tab=issued')
    const names = state.columns.find(({ header }) => header.includes('客户名称'))
    expect(names).toMatchObject({ state: 'masked', masked: 10 })

    await show(own, state, [names?.id ?? ''])
    expect(world.desk.reveals()).toBe(1)
    const shown = await stateOf(own, page)
    expect(shown.columns.find(({ id }) => id === names?.id)).toMatchObject({
      state: 'shown',
      masked: 0,
    })
    expect((await cells(page)).some((text) => text.endsWith('公司') && !text.includes('*'))).toBe(
      true,
    )

    await hide(own, state, [names?.id ?? ''])
    const hidden = await stateOf(own, page)
    expect(hidden.columns.find(({ id }) => id === names?.id)).toMatchObject({
      state: 'masked',
      masked: 10,
    })
    expect((await cells(page)).some((text) => text.endsWith('公司') && !text.includes('*'))).toBe(
      false,
    )
  })

  it('are all shown and all hidden by one switch', async () => {
    await using world = await startWorld()
    const { page, own, state } = await ready(world.lens, '#/obmgr/customer/list')
    expect(state.columns.length).toBe(4)
    await show(own, state, 'all')
    expect((await stateOf(own, page)).columns.map((each) => each.state)).toEqual([
      'shown',
      'shown',
      'shown',
      'shown',
    ])
    await hide(own, state, 'all')
    expect((await stateOf(own, page)).columns.every((each) => each.state === 'masked')).toBe(true)
  })

  it('say so where the console answers a press with an error', async () => {
    await using world = await startWorld()
    world.desk.setFaults([{ kind: 'revealFails' }])
    const { page, own, state } = await ready(world.lens, '#/obmgr/voucher/manage?tab=issued')
    const [column] = state.columns
    await show(own, state, [column?.id ?? ''])
    expect((await stateOf(own, page)).columns.find(({ id }) => id === column?.id)?.state).toBe(
      'failed',
    )
  })

  it('have no control where the console offers none', async () => {
    await using world = await startWorld()
    const { state } = await ready(world.lens, '#/obmgr/leads/list')
    expect(state.columns.filter((each) => each.state === 'no-control').length).toBeGreaterThan(0)
    expect(state.columns.some((each) => each.state === 'masked')).toBe(false)
  })

  it('are hidden when their time is over', async () => {
    await using world = await startWorld()
    const { page, own, state } = await ready(world.lens, '#/obmgr/voucher/manage?tab=issued')
    const [column] = state.columns
    await show(own, state, [column?.id ?? ''], { seconds: 2 })
    const of = (now: State) => now.columns.find(({ id }) => id === column?.id)
    expect(of(await stateOf(own, page))?.state).toBe('shown')
    const over = await eventually(
      () => stateOf(own, page),
      (now) => of(now)?.state === 'masked',
    )
    expect(of(over)?.masked).toBe(10)
    expect(world.desk.reveals()).toBe(1)
  })

  it('are shown and hidden from the panel by its switch', async () => {
    await using world = await startWorld()
    const { page, own } = await ready(world.lens, '#/obmgr/voucher/manage?tab=issued')
    await own.getByTestId('tab-masking').click()
    await page.bringToFront()
    const names = own.getByRole('switch', { name: /客户名称/ })
    await names.waitFor()
    await names.evaluate((press) => (press as HTMLElement).click())
    await eventually(
      async () => (await cells(page)).some((text) => text.endsWith('公司') && !text.includes('*')),
      Boolean,
    )
    await eventually(
      () => names.getAttribute('aria-checked'),
      (is) => is === 'true',
    )
    await names.evaluate((press) => (press as HTMLElement).click())
    await eventually(
      async () => (await cells(page)).some((text) => text.endsWith('公司') && !text.includes('*')),
      (is) => !is,
    )
  })
})

describe('the user’s own columns', () => {
  it('are shown from the palette of the dashboard, on the page that is open and on one that is not', async () => {
    await using world = await startWorld()
    const { page, own } = await ready(world.lens, '#/obmgr/customer/list')
    const press = (id: string) => own.getByTestId(id).evaluate((it) => (it as HTMLElement).click())
    const inFull = async (shown: Page) =>
      (await cells(shown)).some((text) => /^[^*]+公司/.test(text))
    await own.getByTestId('tab-masking').click()
    await page.bringToFront()
    const names = own.getByRole('switch', { name: /客户名称/ })
    await names.waitFor()
    await names.evaluate((it) => (it as HTMLElement).click())
    await own.getByTestId('reveal-remember').waitFor()
    await press('reveal-remember')
    await own.getByTestId('reveal-forget').waitFor()
    await press('hide-all')
    await eventually(
      () => inFull(page),
      (is) => !is,
    )

    const dashboard = await world.lens.open('dashboard.html')
    const command = async () => {
      await dashboard.bringToFront()
      await dashboard.keyboard.press('Control+k')
      await dashboard.getByTestId('palette-box').fill('常用字段')
      await dashboard.locator('[data-command^="reveal "]').waitFor()
      await dashboard.keyboard.press('ArrowDown')
      await dashboard.keyboard.press('Enter')
    }
    await command()
    await eventually(() => inFull(page), Boolean)

    const opened = world.lens.context.waitForEvent('page')
    await page.close()
    await command()
    await eventually(async () => inFull(await opened), Boolean)
  })
})

describe('the same rows in the panel', () => {
  it('show in full what the page shows, at a press of their own eye and no longer than the page', async () => {
    await using world = await startWorld()
    const { page, own, state } = await ready(world.lens, '#/obmgr/voucher/manage?tab=issued')
    const names = state.columns.find(({ header }) => header.includes('客户名称'))
    const eyes = own.getByTestId('field-eye')
    const press = (at = 0) => eyes.nth(at).evaluate((eye) => (eye as HTMLElement).click())
    await own.getByTestId('kind-coupon').locator('[data-key]').first().waitFor()
    expect(await eyes.count()).toBe(0)

    await show(own, state, [names?.id ?? ''])
    await eyes.first().waitFor()
    const full = (await cells(page)).filter((text) => text.endsWith('公司') && !text.includes('*'))
    const said = () => own.locator('body').evaluate((body) => body.outerHTML)
    const among = async () => {
      const html = await said()
      return full.filter((name) => html.includes(name))
    }
    expect(full.length).toBeGreaterThan(0)
    expect(await among()).toEqual([])
    await press()
    expect(await eventually(among, (found) => found.length > 0)).not.toEqual([])
    await press()
    expect(await eventually(among, (found) => found.length === 0)).toEqual([])
    await press()
    await eventually(among, (found) => found.length > 0)

    await hide(own, state, [names?.id ?? ''])
    await eventually(
      () => eyes.count(),
      (count) => count === 0,
    )
    expect(await among()).toEqual([])
  })
})
