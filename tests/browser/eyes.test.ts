import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hide, show, stateOf, type State } from './masks.ts'
import { eventually, openConsole, startWorld, type World } from './world.ts'

const address = (kit: string, form: string) =>
  `https://account.huaweicloud.com/obmgr/eyes/?kit=${kit}&form=${form}`

/** What stands in the cells of the list, frames included. */
async function texts(page: Page): Promise<string> {
  const frames = page.frames().map((frame) => frame.locator('td').allTextContents())
  return (await Promise.all(frames)).flat().join('\n')
}
const personal = (text: string) =>
  text.match(/(?<!\d)1\d{10}|(?<![\w.*-])[\w.-]{2,}@[\w.-]*example\.com/g) ?? []
const isFull = (text: string) => personal(text).length > 0

let world: World
let own: Page
beforeAll(async () => {
  world = await startWorld()
  own = await world.lens.open('sidepanel.html')
})
afterAll(async () => world[Symbol.asyncDispose]())

async function opened(kit: string, form: string): Promise<{ page: Page; state: State }> {
  const page = await openConsole(world.lens, address(kit, form))
  const state = await eventually(
    () => stateOf(own, page),
    ({ columns }) => columns.length === 4,
  )
  return { page, state }
}
const only = (state: State, header: string) => {
  const found = state.columns.find((each) => each.header.includes(header))
  if (!found) throw new Error(`no column ${header}`)
  return found
}
/** What was asked beside rows and reveals. */
const strays = () =>
  world.desk
    .requests()
    .filter(({ kind, path }) => kind === 'unknown' || /wrong|create|download/.test(path))

describe.each(['tiny', 'element', 'ant'])('eyes in a table of %s', (kit) => {
  it.each([
    ['header', 'column'],
    ['svg', 'column'],
    ['shadow', 'column'],
    ['page', 'page'],
    ['iframe', 'column'],
  ])('of the form %s show their columns and hide them again', async (form, scope) => {
    const { page, state } = await opened(kit, form)
    expect(state.columns.map((each) => each.scope)).toEqual([scope, scope, scope, scope])
    const frame = only(state, '手机').frame ?? 0
    expect(isFull(await texts(page))).toBe(false)
    await show(own, state, 'all', { frame })
    const shown = await stateOf(own, page)
    expect(shown.columns.map((each) => [each.state, each.masked])).toEqual(
      Array.from({ length: 4 }, () => ['shown', 0]),
    )
    const revealed = personal(await texts(page))
    expect(revealed.length).toBeGreaterThanOrEqual(20)
    await hide(own, shown, 'all', frame)
    const hidden = await stateOf(own, page)
    expect(hidden.columns.map((each) => each.state)).toEqual(Array(4).fill('masked'))
    const left = await texts(page)
    expect(revealed.filter((value) => left.includes(value))).toEqual([])
    expect(strays()).toEqual([])
    await page.close()
  })

  it('in each cell are pressed one by one, at most twenty a gesture', async () => {
    const { page, state } = await opened(kit, 'cell')
    const phone = only(state, '手机')
    expect(phone.scope).toBe('cell')
    const before = world.desk.reveals()
    await show(own, state, [phone.id])
    expect(only(await stateOf(own, page), '手机')).toMatchObject({ state: 'shown', masked: 0 })
    expect(world.desk.reveals() - before).toBe(10)
    await hide(own, state, [phone.id])
    expect(only(await stateOf(own, page), '手机')).toMatchObject({ state: 'masked', masked: 10 })
    expect(isFull(await texts(page))).toBe(false)
    expect(strays()).toEqual([])
    await page.close()
  })

  it('that are none there are not looked for elsewhere', async () => {
    const { page, state } = await opened(kit, 'never')
    expect(state.columns.map((each) => each.state)).toEqual(Array(4).fill('no-control'))
    await show(own, state, 'all')
    expect(isFull(await texts(page))).toBe(false)
    expect(strays()).toEqual([])
    await page.close()
  })

  it.each(['revealFails', 'revealLimited'] as const)(
    'whose request ends with %s stop the gesture and are not pressed again',
    async (kind) => {
      const { page, state } = await opened(kit, 'header')
      await show(own, state, [only(state, '邮箱').id])
      world.desk.setFaults([{ kind }])
      const before = world.desk.reveals()
      await show(own, state, 'all')
      expect(world.desk.reveals() - before).toBe(1)
      const after = await stateOf(own, page)
      expect(after.columns.filter(({ problem }) => problem === 'no-effect')).toHaveLength(1)
      world.desk.setFaults([])
      const failed = after.columns.find(({ state }) => state === 'failed')
      await show(own, state, [failed?.id ?? ''])
      expect(world.desk.reveals() - before).toBe(1)
      await hide(own, state, 'all')
      expect(isFull(await texts(page))).toBe(false)
      await page.close()
    },
  )

  it('are learned from the user’s own press and offered the next time', async () => {
    const { page, state } = await opened(kit, 'plain')
    const phone = only(state, '手机')
    expect(phone.state).toBe('no-control')
    await page.locator('th', { hasText: '手机号码' }).locator('b').first().click()
    await eventually(async () => isFull(await texts(page)), Boolean)
    await eventually(
      () => stateOf(own, page),
      (now) => only(now, '手机').state === 'shown',
    )
    await page.reload()
    const again = await eventually(
      () => stateOf(own, page),
      ({ columns }) => columns.some(({ state: is }) => is === 'masked'),
    )
    expect(only(again, '手机')).toMatchObject({ state: 'masked', scope: 'column' })
    await show(own, again, [phone.id])
    expect(only(await stateOf(own, page), '手机').state).toBe('shown')
    await hide(own, again, 'all')
    await page.close()
  })
})
