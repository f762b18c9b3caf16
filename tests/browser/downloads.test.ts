import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { FaultKind } from '../console/faults.ts'
import { goTo } from '../tools/walk.ts'
import { eventually, openConsole, startWorld, type World } from './world.ts'

const file = 'task/download'
interface Item {
  id: number
  filename: string
  state: string
  error?: string
  exists: boolean
  finalUrl: string
}

/** A desk with one listed export of a kind, and the panel open on the exports. */
async function listed(world: World, type: string): Promise<{ page: Page; own: Page }> {
  const page = await openConsole(world.lens)
  await goTo(page, `#/obmgr/exportRecord/${type}`)
  const own = await world.lens.open('sidepanel.html')
  await namesByItself(own)
  await own.getByTestId('tab-exports').click()
  await own.getByTestId('download').first().waitFor()
  return { page, own }
}
/** The browser as a partner has it: automation would name the files itself. */
async function namesByItself(own: Page): Promise<void> {
  const session = await own.context().newCDPSession(own)
  await session.send('Browser.setDownloadBehavior', { behavior: 'default' })
}
/** A fresh profile whose folder for downloads is a fresh one, too. */
function profile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'partner-lens-downloads-'))
  mkdirSync(join(folder, 'Default'))
  const download = { default_directory: join(folder, 'files'), prompt_for_download: false }
  writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify({ download }))
  return folder
}
const items = (own: Page) => own.evaluate(() => chrome.downloads.search({})) as Promise<Item[]>
const marks = (own: Page) => own.getByTestId('download-mark').allTextContents()
const requests = (world: World) => world.desk.requests().filter(({ path }) => path.includes(file))

describe('downloads', () => {
  it.each([
    ['ISSUED_COUPON', 'a link'],
    ['RENEWAL_TASK', 'an icon nobody named'],
    ['PARTNER_BILL', 'a signed link'],
    ['ADJUSTMENT', 'a button without a link'],
  ])('fetch the file of %s by %s, once', async (type) => {
    await using world = await startWorld({
      profile: profile(),
      granted: { permissions: ['downloads'] },
    })
    world.desk.makeExport({ type, ageMs: 3_600_000 })
    const { own } = await listed(world, type)
    await own.getByTestId('download').first().click()
    await eventually(
      () => marks(own),
      (all) => all.every((each) => each.includes('已下载')),
      30_000,
    )
    const [item, ...more] = await items(own)
    expect(more).toEqual([])
    expect(item?.state).toBe('complete')
    expect(readFileSync(item?.filename ?? '').length).toBeGreaterThan(100)
    expect(requests(world)).toHaveLength(1)
    // The button names its file itself; all others follow the pattern.
    if (type !== 'ADJUSTMENT')
      expect(item?.filename).toMatch(/\/files\/[^/]+\/[^/]+\/[^/]+-\d{8}-\d{4}\.(?:csv|xlsx)$/)
  })

  it.each<[FaultKind, string, number]>([
    ['login', '网页', 1],
    ['empty', '为空', 4],
    // The browser itself asks five more times for what is missing.
    ['cut', '不完整', 6],
    ['error500', '未能给出', 4],
    ['elsewhere', '以外', 1],
  ])('NET-01 do not count what is spoilt: %s', async (kind, text, tries) => {
    await using world = await startWorld({
      profile: profile(),
      granted: { permissions: ['downloads'] },
    })
    world.desk.makeExport({ type: 'ISSUED_COUPON', ageMs: 3_600_000 })
    const { own } = await listed(world, 'ISSUED_COUPON')
    world.desk.setFaults([{ kind, path: file }])
    await own.getByTestId('download').first().click()
    await own.getByTestId('phase').filter({ hasText: text }).waitFor({ timeout: 60_000 })
    expect(await marks(own)).toEqual([expect.stringContaining('未下载')])
    expect(requests(world)).toHaveLength(tries)
    expect(
      (await items(own)).filter(({ exists, state }) => exists && state === 'complete'),
    ).toEqual([])
    world.desk.setFaults([])
    await own.getByTestId('download').first().click()
    await eventually(
      () => marks(own),
      (all) => all.every((each) => each.includes('已下载')),
    )
  })

  it('come by themselves where that is switched on, with no page of ours open, each once', async () => {
    await using world = await startWorld({
      profile: profile(),
      granted: { permissions: ['downloads'] },
    })
    const { desk, lens } = world
    const options = await lens.open('options.html')
    await namesByItself(options)
    await options.getByTestId('by-itself').click()
    await eventually(
      () => options.getByTestId('by-itself').getAttribute('aria-checked'),
      (checked) => checked === 'true',
    )
    await options.close()
    for (const ageMs of [3_600_000, 7_200_000]) desk.makeExport({ type: 'ISSUED_COUPON', ageMs })
    const page = await openConsole(lens)
    await goTo(page, '#/obmgr/exportRecord/ISSUED_COUPON')
    const [worker] = lens.context.serviceWorkers()
    const complete = async () =>
      (await worker?.evaluate(() => chrome.downloads.search({ state: 'complete' })))?.length ?? 0
    await eventually(complete, (count) => count === 2, 30_000)
    // Read again, nothing more is asked for.
    await page.reload()
    const own = await lens.open('sidepanel.html')
    await own.getByTestId('tab-exports').click()
    await eventually(
      () => marks(own),
      (all) => all.length === 2 && all.every((each) => each.includes('已下载')),
    )
    expect(requests(world)).toHaveLength(2)
  })

  it('NET-01 that end with our pages closed and the worker killed are noted by the next worker', async () => {
    await using world = await startWorld({
      granted: { permissions: ['downloads', 'notifications'] },
    })
    world.desk.makeExport({ type: 'ISSUED_COUPON', ageMs: 3_600_000 })
    const { own } = await listed(world, 'ISSUED_COUPON')
    world.desk.setFaults([{ kind: 'slow', path: file, delayMs: 4000 }])
    await own.getByTestId('download').first().click()
    await eventually(
      () => items(own),
      (all) => all.length === 1,
    )
    await own.goto('about:blank')
    await world.lens.killWorker()
    await eventually(
      async () => requests(world).length,
      (count) => count === 1,
    )
    const later = await world.lens.open('sidepanel.html')
    await later.getByTestId('tab-exports').click()
    await later
      .getByTestId('download-mark')
      .filter({ hasText: '已下载' })
      .waitFor({ timeout: 60_000 })
    expect(requests(world)).toHaveLength(1)
  })

  it('whose signed link died lead to a living one', async () => {
    await using world = await startWorld({
      profile: profile(),
      granted: { permissions: ['downloads'] },
    })
    world.desk.makeExport({ type: 'PARTNER_BILL', ageMs: 3_600_000 })
    const { own } = await listed(world, 'PARTNER_BILL')
    world.desk.advanceClock(10 * 60_000)
    await own.getByTestId('download').first().click()
    await eventually(
      () => marks(own),
      (all) => all.every((each) => each.includes('已下载')),
      30_000,
    )
    expect(requests(world)).toHaveLength(2)
  })

  it('fetch all that is ready, one after the other', async () => {
    await using world = await startWorld({
      profile: profile(),
      granted: { permissions: ['downloads'] },
    })
    for (let hours = 1; hours <= 8; hours += 1)
      world.desk.makeExport({ type: 'ISSUED_COUPON', ageMs: hours * 3_600_000 })
    world.desk.makeExport({ type: 'ISSUED_COUPON', outcome: 'running' })
    const { own } = await listed(world, 'ISSUED_COUPON')
    await own.getByTestId('download-all').click()
    await own.getByTestId('download-all').waitFor({ state: 'detached', timeout: 60_000 })
    expect((await items(own)).filter(({ state }) => state === 'complete')).toHaveLength(8)
    expect(new Set((await items(own)).map(({ filename }) => filename)).size).toBe(8)
    expect(requests(world)).toHaveLength(8)
  })
})
