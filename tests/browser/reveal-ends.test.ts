import type { CDPSession, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { filesHolding } from '../tools/disk.ts'
import { goTo } from '../tools/walk.ts'
import { hide, show, stateOf, type State } from './masks.ts'
import { askFrom, eventually, openConsole, startWorld, type World } from './world.ts'

const customers = '#/obmgr/customer/list'
const redrawn = 'https://account.huaweicloud.com/obmgr/eyes/?kit=element&form=header'

interface Open {
  world: World
  own: Page
  page: Page
  state: State
  /** What the reveal showed, in full. */
  full: string[]
}

/** Full values in the cells of the page. */
async function fullIn(page: Page): Promise<string[]> {
  const texts = await page.locator('td').allTextContents()
  return texts
    .flatMap((text) => text.match(/(?<![\w-])1\d{10}(?![\w-])|[\w.-]+@[\w.-]*example\.com/g) ?? [])
    .filter((text) => !text.includes('*'))
}

async function revealed(
  world: World,
  wish: Parameters<typeof show>[3] = {},
  url?: string,
): Promise<Open> {
  const own = await world.lens.open('sidepanel.html')
  await own.getByTestId('tab-masking').click()
  const page = await openConsole(world.lens, url)
  if (url === undefined) await goTo(page, customers)
  const state = await eventually(
    () => stateOf(own, page),
    ({ columns }) => columns.length === 4,
  )
  const ids = state.columns.filter(({ header }) => /手机|邮箱/.test(header)).map(({ id }) => id)
  await show(own, state, ids, wish)
  const full = await fullIn(page)
  expect(full.length).toBeGreaterThanOrEqual(10)
  return { world, own, page, state, full }
}

/** Waits until every column is masked, then looks for what was revealed: in the page, in our panel. */
async function nothingLeft({ own, page, full }: Open): Promise<void> {
  await eventually(
    () => fullIn(page),
    (left) => left.length === 0,
  )
  const places = [await page.content(), await own.content()]
  for (const place of places) expect(full.filter((value) => place.includes(value))).toEqual([])
}

/** The world of our script in the page: for turning its clock, as sleep would. */
async function ourWorld(world: World, page: Page): Promise<(code: string) => Promise<unknown>> {
  const session: CDPSession = await world.lens.context.newCDPSession(page)
  const own: number[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.includes(world.lens.id)) own.push(context.id)
  })
  await session.send('Runtime.enable')
  expect(own.length).toBeGreaterThan(0)
  return async (expression) => {
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId: own.at(-1) ?? 0,
      returnByValue: true,
    })
    return result.value
  }
}

describe('a reveal ends', () => {
  it('with its time, and leaves nothing in the page, in ours or on disk', async () => {
    await using world = await startWorld()
    const open = await revealed(world, { seconds: 3 })
    await nothingLeft(open)
    await world.lens.close()
    expect(filesHolding(world.lens.profile, open.full)).toEqual([])
  })
  it('with the page', async () => {
    await using world = await startWorld()
    const open = await revealed(world)
    await goTo(open.page, '#/obmgr/leads/list')
    await goTo(open.page, customers)
    await nothingLeft(open)
  })
  it('with another tab in front', async () => {
    await using world = await startWorld()
    const open = await revealed(world)
    // Pages under test count as in front all the time; the page is told as the browser tells it.
    await (
      await ourWorld(world, open.page)
    )(
      `Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' }); document.dispatchEvent(new Event('visibilitychange'))`,
    )
    await nothingLeft(open)
  })
  it('when the user leaves the browser', async () => {
    await using world = await startWorld()
    const open = await revealed(world)
    await open.own.evaluate(
      (tabId) => chrome.tabs.sendMessage(tabId ?? -1, { order: 'masking.leave' }),
      open.state.tabId,
    )
    await nothingLeft(open)
  })
  it('with the panel, if so set', async () => {
    await using world = await startWorld()
    const own = await world.lens.open('sidepanel.html')
    await own.getByTestId('tab-masking').click()
    await own.getByTestId('reveal-ends-with-panel').click()
    await eventually(
      () => own.getByTestId('reveal-ends-with-panel').getAttribute('aria-checked'),
      (is) => is === 'true',
    )
    const open = await revealed(world)
    await open.own.close()
    await own.close()
    await eventually(
      () => fullIn(open.page),
      (left) => left.length === 0,
    )
  })
  it('in its time although the worker was killed in the middle', async () => {
    await using world = await startWorld()
    const open = await revealed(world, { seconds: 4 })
    await world.lens.killWorker()
    await nothingLeft(open)
    const masked = await eventually(
      () => stateOf(open.own, open.page),
      ({ columns }) => columns.length === 4 && columns.every(({ state }) => state === 'masked'),
    )
    expect(masked.columns.some(({ until }) => until !== undefined)).toBe(false)
  })
  it.each([
    ['slept', 3_600_000],
    ['had its clock set back', -3_600_000],
  ])('when the machine %s', async (_, ms) => {
    await using world = await startWorld()
    const open = await revealed(world, { seconds: 900 })
    await (
      await ourWorld(world, open.page)
    )(`{ const was = Date.now; Date.now = () => was() + ${ms} }`)
    await nothingLeft(open)
  })
  it('on rows of the next page, unless they were asked for', async () => {
    await using world = await startWorld()
    const open = await revealed(world, { seconds: 60 }, redrawn)
    await open.page.locator('[data-do=next]').click()
    await nothingLeft(open)
    await hide(open.own, open.state, 'all')
    // Masked may also mean not drawn yet: there is something to show only when the rows are there.
    await eventually(
      () => stateOf(open.own, open.page),
      ({ columns }) => columns.length === 4 && columns.every(({ state }) => state === 'masked'),
    )
    const ids = open.state.columns.filter(({ header }) => /手机/.test(header)).map(({ id }) => id)
    await show(open.own, open.state, ids, { seconds: 120, keep: true })
    const before = await fullIn(open.page)
    await open.page.locator('[data-do=next]').click()
    const next = await eventually(
      () => fullIn(open.page),
      (now) => now.length === 10 && now.every((value) => !before.includes(value)),
      60_000,
    )
    await hide(open.own, open.state, 'all')
    await nothingLeft({ ...open, full: [...before, ...next] })
  })
  it('after the console drew its table anew', async () => {
    await using world = await startWorld()
    const open = await revealed(world, { seconds: 4 }, redrawn)
    await open.page.locator('[data-do=redraw]').click()
    await nothingLeft(open)
  })
  it('and stands in the list of reveals, without a value', async () => {
    await using world = await startWorld()
    const open = await revealed(world, { seconds: 2 })
    await nothingLeft(open)
    const list = await eventually(
      () => open.own.evaluate(async () => (await chrome.storage.local.get('reveals')).reveals),
      (found) => Array.isArray(found) && found.every(({ seconds }) => seconds !== undefined),
    )
    expect(list).toHaveLength(2)
    expect(open.full.filter((value) => JSON.stringify(list).includes(value))).toEqual([])
    await askFrom(open.own, 'forget.everything', {})
    const kept = () => open.own.evaluate(async () => chrome.storage.local.get('reveals'))
    expect(await kept()).toEqual({})
  })
})

describe('many random reveals and hidings', () => {
  it('make no request but reveals', { timeout: 400_000 }, async () => {
    await using world = await startWorld({ desk: { latencyMs: 0 } })
    const own = await world.lens.open('sidepanel.html')
    const page = await openConsole(world.lens, redrawn)
    const state = await eventually(
      () => stateOf(own, page),
      ({ columns }) => columns.length === 4,
    )
    // The pace is a promise to the console; here it would take half an hour.
    await (
      await ourWorld(world, page)
    )(
      `{ const was = setTimeout; globalThis.setTimeout = (run, ms) => was(run, ms > 300 ? 0 : ms) }`,
    )
    const begun = world.desk.requests().length
    const rounds = process.env.LONG ? 1000 : 100
    await own.evaluate(
      async ({ tabId, ids, rounds }) => {
        let seed = 7
        const dice = (most: number) => (seed = (seed * 16807) % 2147483647) % most
        for (let round = 0; round < rounds; round++) {
          const columns = dice(8) === 0 ? 'all' : [ids[dice(ids.length)] ?? '']
          const order = dice(2)
            ? { order: 'masking.show', columns, seconds: 60, keep: false, why: 'all', most: 20 }
            : { order: 'masking.hide', columns }
          await chrome.tabs.sendMessage(tabId ?? -1, order, { frameId: 0 })
        }
      },
      { tabId: state.tabId, ids: state.columns.map(({ id }) => id), rounds },
    )
    const asked = world.desk.requests().slice(begun)
    expect(asked.filter(({ kind }) => kind !== 'reveal')).toEqual([])
    expect(asked.length).toBeGreaterThan(rounds / 8)
    await hide(own, state, 'all')
    expect(await fullIn(page)).toEqual([])
  })
})
