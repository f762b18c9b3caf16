import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { goTo } from '../tools/walk.ts'
import { askFrom, eventually, openConsole, startWorld, type Lens } from './world.ts'

const hour = 3_600_000
const records = '#/obmgr/exportRecord/ISSUED_COUPON'

async function notifications(lens: Lens): Promise<string[]> {
  const page =
    lens.context.pages().find((each) => each.url().startsWith(`chrome-extension://${lens.id}/`)) ??
    (await lens.open('options.html'))
  return page.evaluate(async () => Object.keys((await chrome.notifications.getAll()) as object))
}
async function alarms(lens: Lens): Promise<{ name: string; scheduledTime: number }[]> {
  const page =
    lens.context.pages().find((each) => each.url().startsWith(`chrome-extension://${lens.id}/`)) ??
    (await lens.open('options.html'))
  return page.evaluate(async () =>
    (await chrome.alarms.getAll()).filter(({ name }) => name === 'wake'),
  )
}

interface Logged {
  id: string
  hours: number
  dueAt: number
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

describe('reminders', () => {
  it('TIME-01 fire at the set time, once, also when the worker was killed on the way', async () => {
    await using world = await startWorld({ granted: { permissions: ['notifications'] } })
    const { desk, lens } = world
    const own = await lens.open('options.html')
    const task = desk.makeExport({ type: 'ISSUED_COUPON', ageMs: 48 * hour - 12_000 })
    const page = await openConsole(lens)
    await goTo(page, records)
    await eventually(
      () => log(own),
      (all) => all.some(({ hours }) => hours === 24),
    )
    await lens.killWorker()
    const shown = await eventually(
      () => notifications(lens),
      (ids) => ids.length > 0,
      60_000,
    )
    expect(shown).toEqual([`${task.id}|24`])
    const [first, ...more] = await eventually(
      async () => (await log(own)).filter(({ shownAt }) => shownAt !== undefined),
      (all) => all.length > 0,
    )
    expect(more).toEqual([])
    // How late the machine was is in the log; before its time nothing is shown, however long the steps above took.
    const { dueAt = 0, shownAt = 0 } = first ?? {}
    expect(dueAt).toBe(Math.floor((task.requestedAt + 48 * hour) / 1000) * 1000)
    expect(shownAt).toBeGreaterThanOrEqual(dueAt)
    expect(shownAt - dueAt).toBeLessThan(60_000)
    await lens.killWorker()
    await askFrom(own, 'reminders.changed', {})
    expect(await log(own)).toContainEqual(first)
  })

  it('are planned again after the browser was closed and started', async () => {
    const first = await startWorld({ granted: { permissions: ['notifications'] } })
    first.desk.makeExport({ type: 'ISSUED_COUPON', ageMs: 40 * hour })
    const page = await openConsole(first.lens)
    await goTo(page, records)
    const before = await eventually(
      () => alarms(first.lens),
      (set) => set.length === 1,
    )
    const { profile } = first.lens
    await first[Symbol.asyncDispose]()

    await using second = await startWorld({
      granted: { permissions: ['notifications'] },
      profile,
      accept: false,
    })
    const after = await eventually(
      () => alarms(second.lens),
      (set) => set.length === 1,
    )
    expect(after[0]?.scheduledTime).toBe(before[0]?.scheduledTime)
  })

  it('lead to the page of the export', async () => {
    await using world = await startWorld()
    const task = world.desk.makeExport({ type: 'ISSUED_COUPON', ageMs: 60 * hour })
    const page = await openConsole(world.lens)
    await goTo(page, records)
    const own = await world.lens.open('sidepanel.html')
    await own.getByTestId('tab-exports').click()
    await own.getByTestId('open-export').first().waitFor()
    await goTo(page, '#/obmgr/customer/list')
    expect((await askFrom(own, 'export.open', { taskId: task.id }))?.ok).toBe(true)
    await eventually(
      async () => page.url(),
      (url) => url.endsWith(records),
    )
    // Checked now: the list is loaded anew, and says that another one is there.
    world.desk.makeExport({ type: 'ISSUED_COUPON', ageMs: hour })
    await own.getByTestId('check-now').click()
    await own.getByTestId('open-export').nth(1).waitFor()
  })

  it('come also of a list that is read in the background, where the user asked for it', async () => {
    await using world = await startWorld({ granted: { permissions: ['notifications'] } })
    const { desk, lens } = world
    const own = await lens.open('options.html')
    const task = desk.makeExport({ type: 'ISSUED_COUPON', outcome: 'running' })
    const page = await openConsole(lens)
    await goTo(page, records)
    await eventually(
      () => log(own),
      (all) => all.length === 1,
    )
    await page.close()
    const watching = () => own.evaluate(() => chrome.alarms.get('watch'))
    expect(await watching()).toBeUndefined()
    await own.getByTestId('watch-exports').selectOption('5')
    await eventually(watching, (alarm) => alarm?.periodInMinutes === 5)
    desk.endExport(task.id, 'completed')
    await own.evaluate(() =>
      chrome.alarms.create('watch', { when: Date.now() + 100, periodInMinutes: 5 }),
    )
    await eventually(
      () => notifications(lens),
      (ids) => ids.includes(`${task.id}|0`),
      30_000,
    )
    // Nothing runs any more: no alarm, and no tab of ours.
    await eventually(watching, (alarm) => alarm === undefined)
    await eventually(
      async () => lens.context.pages().filter((each) => each.url().endsWith(records)).length,
      (count) => count === 0,
    )
  })
})
