import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { buildExtension } from '../tools/build.mjs'
import { goTo } from '../tools/walk.ts'
import { rowsInBrowser } from './cache-rows.ts'
import { askFrom, eventually, openConsole, startWorld, type Lens, type World } from './world.ts'

const hour = 3_600_000
const types = ['ISSUED_COUPON', 'RENEWAL_TASK', 'PARTNER_BILL', 'ADJUSTMENT', 'CUSTOMER_LIST']
const granted = { permissions: ['notifications'] }

interface Logged {
  id: string
  taskKey: string
  hours: number
  dueAt: number
  state: string
  shownAt?: number
}
/** The reminders as the cache has them. */
const log = (own: Page): Promise<Logged[]> =>
  own.evaluate(async () => {
    const opened = indexedDB.open('partner-lens')
    await new Promise((resolve) => (opened.onsuccess = resolve))
    const all = opened.result.transaction('reminders').objectStore('reminders').getAll()
    await new Promise((resolve) => (all.onsuccess = resolve))
    opened.result.close()
    return all.result as Logged[]
  })
/** The product's clock, so many ms ahead of the machine's; the console's goes along. */
async function setClock({ desk }: World, own: Page, ahead: number): Promise<void> {
  desk.setClock(Date.now() + ahead)
  await own.evaluate((ms) => chrome.storage.local.set({ 'partner-lens-fault-clock': ms }), ahead)
}
/** What stands in the system's list, which is emptied: a second showing would stand there again. */
const shown = (own: Page): Promise<string[]> =>
  own.evaluate(async () => {
    const ids = Object.keys((await chrome.notifications.getAll()) as object)
    for (const id of ids) await chrome.notifications.clear(id)
    return ids.sort()
  })
/** The worker ends and another one starts and looks what is due. */
async function nextWorker(lens: Lens, own: Page): Promise<void> {
  await lens.killWorker()
  expect((await askFrom(own, 'reminders.changed', {}))?.ok).toBe(true)
}
async function seenOn(page: Page, own: Page, type: string, holds: (all: Logged[]) => boolean) {
  await goTo(page, '#/obmgr/customer/list')
  await goTo(page, `#/obmgr/exportRecord/${type}`)
  return eventually(() => log(own), holds)
}
describe('exports from the request to the lapse', () => {
  it('TIME-01 TIME-02 on five pages, 72 hours in steps, the worker killed at each', async () => {
    await using world = await startWorld({ mode: 'fault', granted })
    const { desk, lens } = world
    const own = await lens.open('options.html')
    const tasks = types.map((type) => desk.makeExport({ type, outcome: 'running' }))
    const page = await openConsole(lens)
    for (const [index, type] of types.entries())
      await seenOn(page, own, type, (all) => all.length === index + 1)
    for (const { id } of tasks) desk.endExport(id, 'completed')
    for (const [index, type] of types.entries()) {
      await seenOn(
        page,
        own,
        type,
        (all) => all.filter(({ hours, state }) => hours === 0 && state === 'shown').length > index,
      )
      await nextWorker(lens, own)
    }
    expect(await shown(own)).toEqual(tasks.map(({ id }) => `${id}|0`).sort())

    const told: [number, string[]][] = []
    for (const at of [24, 47, 49, 60, 65, 67, 70, 71.5, 71.6, 73, 80]) {
      await setClock(world, own, at * hour)
      await nextWorker(lens, own)
      const ids = await shown(own)
      if (ids.length > 0) told.push([at, ids])
    }
    expect(told).toEqual([
      [49, ['digest']],
      [67, ['digest']],
      [71.5, ['digest']],
    ])
    const all = await log(own)
    expect(all).toHaveLength(types.length * 4)
    expect(all.filter(({ shownAt }) => shownAt === undefined)).toEqual([])
    // None is lost, none invented.
    const kept = await rowsInBrowser(own, 'exportTask')
    expect(kept.map(({ taskId }) => taskId).sort()).toEqual(tasks.map(({ id }) => id).sort())
  })

  it('TIME-01 TIME-05 200 at once: one digest at each of their times, none lost, none invented', async () => {
    await using world = await startWorld({ mode: 'fault', granted })
    const { desk, lens } = world
    const own = await lens.open('options.html')
    const tasks = Array.from({ length: 200 }, () =>
      desk.makeExport({ type: 'ISSUED_COUPON', ageMs: hour }),
    )
    const page = await openConsole(lens)
    await goTo(page, '#/obmgr/exportRecord/ISSUED_COUPON')
    // A state is told by the page's own word for it: a partner looks at each page for a moment.
    const next = page.locator('button[aria-label="下一页"]').first()
    const known = async () =>
      (await rowsInBrowser(own, 'exportTask')).filter(({ status }) => status === 'completed')
    for (let seen = 0; seen < tasks.length;) {
      const before = seen
      seen = (await eventually(known, ({ length }) => length > before, 30_000)).length
      if (await next.isEnabled()) await next.click()
    }
    const rows = await rowsInBrowser(own, 'exportTask')
    expect(rows.map(({ taskId }) => taskId).sort()).toEqual(tasks.map(({ id }) => id).sort())
    await eventually(
      () => log(own),
      (all) => all.filter(({ hours }) => hours > 0).length === tasks.length * 3,
      60_000,
    )

    const told: [number, string[]][] = []
    for (const at of [40, 48, 60, 66, 69, 70.5, 72, 80]) {
      await setClock(world, own, at * hour)
      await nextWorker(lens, own)
      const ids = await shown(own)
      if (ids.length > 0) told.push([at, ids])
    }
    expect(told).toEqual([
      [48, ['digest']],
      [66, ['digest']],
      [70.5, ['digest']],
    ])
    const due = (await log(own)).filter(({ hours }) => hours > 0)
    expect(due).toHaveLength(tasks.length * 3)
    expect(new Set(due.map(({ id }) => id)).size).toBe(tasks.length * 3)
    expect(due.filter(({ shownAt }) => shownAt === undefined)).toEqual([])
  }, 200_000)

  it('are noticed by the word of the console, and are one with their row in its list', async () => {
    await using world = await startWorld()
    const own = await world.lens.open('options.html')
    const page = await openConsole(world.lens)
    await goTo(page, '#/obmgr/customer/list')
    await page.getByRole('button', { name: '导出 ▾' }).click()
    await page.getByRole('button', { name: '导出全部' }).click()
    const rows = () => rowsInBrowser(own, 'exportTask')
    const [told, ...more] = await eventually(rows, (all) => all.length > 0)
    expect(more).toEqual([])
    expect(told).toMatchObject({ page: 'customers', status: 'running' })
    await goTo(page, '#/obmgr/exportRecord/CUSTOMER_LIST')
    const listed = await eventually(rows, (all) => all.some(({ taskId }) => taskId !== undefined))
    expect(listed.map(({ taskId }) => taskId)).toEqual(world.desk.tasks().map(({ id }) => id))
  })

  it('TIME-05 a browser killed, asleep across two due times, its clock set back and forth', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'partner-lens-killed-'))
    const first = await startWorld({ mode: 'fault', granted, profile })
    const task = first.desk.makeExport({ type: 'ISSUED_COUPON', ageMs: hour })
    const page = await openConsole(first.lens)
    const before = await first.lens.open('options.html')
    await seenOn(page, before, 'ISSUED_COUPON', (all) => all.length === 3)
    const planned = await log(before)
    await setClock(first, before, 68 * hour)
    await killBrowser(first.lens)
    await first.desk.stop()

    await using world = await startWorld({ mode: 'fault', granted, profile, accept: false })
    const own = await world.lens.open('options.html')
    await askFrom(own, 'reminders.changed', {})
    // The one of 24 hours was slept through: it is in the log, and only the later one is shown.
    expect(await shown(own)).toEqual([`${task.id}|6`])
    const states = async () =>
      Object.fromEntries((await log(own)).map(({ hours, state }) => [hours, state]))
    expect(await states()).toEqual({ 24: 'missed', 6: 'shown', 1: 'planned' })
    expect((await log(own)).map(({ dueAt }) => dueAt)).toEqual(planned.map(({ dueAt }) => dueAt))

    for (const at of [2, 68, 30, 67]) {
      await setClock(world, own, at * hour)
      await nextWorker(world.lens, own)
    }
    expect(await shown(own)).toEqual([])
    await setClock(world, own, 70.5 * hour)
    await nextWorker(world.lens, own)
    expect(await shown(own)).toEqual([`${task.id}|1`])
    expect(await rowsInBrowser(own, 'exportTask')).toHaveLength(1)
  })

  it('TIME-02 notifications refused, then granted with an update, in another time zone', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'partner-lens-updated-'))
    const extension = mkdtempSync(join(tmpdir(), 'partner-lens-update-'))
    cpSync(buildExtension('fault'), extension, { recursive: true })
    const first = await startWorld({ extension, profile, zone: 'Asia/Shanghai' })
    const task = first.desk.makeExport({ type: 'ISSUED_COUPON', ageMs: 49 * hour })
    const page = await openConsole(first.lens)
    const before = await first.lens.open('options.html')
    // Due and not to be shown: it stays planned.
    const planned = await seenOn(page, before, 'ISSUED_COUPON', (all) => all.length === 3)
    expect(planned.map(({ state }) => state)).toEqual(['planned', 'planned', 'planned'])
    await first[Symbol.asyncDispose]()

    const file = join(extension, 'manifest.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[] | string>
    manifest.version = '99.0.0'
    manifest.permissions = [...(manifest.permissions ?? []), 'notifications']
    writeFileSync(file, JSON.stringify(manifest))
    await using world = await startWorld({
      extension,
      profile,
      zone: 'America/Los_Angeles',
      accept: false,
    })
    const own = await world.lens.open('options.html')
    expect(await own.evaluate(() => chrome.runtime.getManifest().version)).toBe('99.0.0')
    const told: string[] = []
    for (let round = 0; round < 3; round += 1) {
      await nextWorker(world.lens, own)
      told.push(...(await shown(own)))
    }
    expect(told).toEqual([`${task.id}|24`])
    const after = await log(own)
    expect(after.map(({ dueAt }) => dueAt)).toEqual(planned.map(({ dueAt }) => dueAt))
  })
})

/** As a power cut does: the browser writes nothing any more. */
async function killBrowser({ context }: Lens): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession()
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {}
  const browser = processInfo.find(({ type }) => type === 'browser')
  if (!browser) throw new Error('no process of the browser')
  const closed = new Promise((resolve) => context.once('close', resolve))
  process.kill(browser.id, 'SIGKILL')
  await closed
}
