import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { goTo } from '../tools/walk.ts'
import { eventually, openConsole, startWorld } from './world.ts'

/** What stands below the root element beside head and body: the launcher, or the note in its place. */
const ours = (page: Page) =>
  page.evaluate(() =>
    [...document.documentElement.children]
      .filter((each) => !['HEAD', 'BODY'].includes(each.tagName))
      .map((each) => each.getAttribute('style') ?? ''),
  )
/** Closed roots are read by the browser's own view of the page. */
async function textsOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as {
    nodes: { name?: { value?: unknown } }[]
  }
  await session.detach()
  return nodes.map(({ name }) => String(name?.value ?? '')).join('\n')
}

it('REL-09 pages of an extension that was reloaded go on, stop reading and say so once', async () => {
  await using world = await startWorld()
  const { lens, desk } = world
  const pages = [await openConsole(lens), await openConsole(lens), await openConsole(lens)]
  const errors = pages.map((page) => {
    const own: string[] = []
    page.on('pageerror', (error) => own.push(error.message))
    page.on('console', (message) => message.type() === 'error' && own.push(message.text()))
    return own
  })
  for (const page of pages)
    await eventually(
      () => textsOf(page),
      (text) => text.includes('打开伙伴透镜'),
    )
  await lens.context
    .serviceWorkers()[0]
    ?.evaluate(() => chrome.runtime.reload())
    .catch(() => {})
  for (const [index, page] of pages.entries()) {
    // The page goes on: another view of it, drawn with its rows.
    const before = desk.requests().length
    await goTo(page, '#/obmgr/customer/list')
    expect(desk.requests().length).toBeGreaterThan(before)
    await eventually(
      () => textsOf(page),
      (text) => text.includes('重新加载后即可继续使用') && !text.includes('打开伙伴透镜'),
    )
    await goTo(page, '#/obmgr/incentive/manage')
    expect(await ours(page)).toHaveLength(1)
    expect(errors[index]?.length).toBeLessThanOrEqual(1)
  }
}, 90_000)
