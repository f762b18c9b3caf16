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

describe('reminders', () => {
  it('TIME-01 fire at the set time, once, also when the worker was killed on the way', async () => {
    await using world = await startWorld({ granted: { permissions: ['notifications'] } })
    const { desk, lens } = world
    await lens.open('options.html')
    const dueInMs = 9000
    const task = desk.makeExport({ type: 'ISSUED_COUPON', ageMs: 48 * hour - dueInMs })
    const made = Date.now()
    const page = await openConsole(lens)
    await goTo(page, records)
    await eventually(
      () => alarms(lens),
      (set) => set.length > 0,
    )
    expect(await notifications(lens)).toEqual([])
    await lens.killWorker()
    const shown = await eventually(
      () => notifications(lens),
      (ids) => ids.length > 0,
      60_000,
    )
    expect(Date.now() - made).toBeGreaterThanOrEqual(dueInMs - 1500)
    expect(shown).toEqual([`${task.id}|24`])
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
  })
})
