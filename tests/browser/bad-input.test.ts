import { describe, expect, it } from 'vitest'
import { cacheIn, keptRows } from '../tools/probe.ts'
import { goTo, settled } from '../tools/walk.ts'
import { askFrom, eventually, openConsole, startWorld } from './world.ts'

const customers = '#/obmgr/customer/list'

describe('what is broken leaves the page and the cache as they were', () => {
  for (const kind of ['error500', 'cut', 'login', 'huge', 'deep', 'proto'] as const) {
    it(`an answer that is ${kind}`, async () => {
      await using world = await startWorld()
      const { desk, lens } = world
      const page = await openConsole(lens)
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(error.message))
      await goTo(page, customers)
      const own = await lens.open('options.html')
      const before = await eventually(
        () => keptRows(own, 'customer'),
        (rows) => rows.length === 10,
      )
      desk.setFaults([{ kind, times: 1 }])
      await page.getByRole('button', { name: '下一页' }).click()
      await settled(page)
      await page.getByRole('button', { name: '查询' }).click()
      await settled(page)
      const after = await keptRows(own, 'customer')
      const known = new Set(after.map((row) => row.customerId))
      expect(before.every((row) => known.has(row.customerId))).toBe(true)
      expect(await own.evaluate(() => Object.keys(Object.prototype).length)).toBe(0)
      expect((await askFrom(own, 'tab.state', {}))?.ok).toBe(true)
      expect(errors).toEqual([])
      const said = { cut: 'cut-off', huge: 'too-large', deep: 'too-deep' }[kind as string]
      if (said === undefined) return
      const health = async () => (await (await cacheIn(own)).health()).map(({ problem }) => problem)
      await eventually(health, (problems) => problems.includes(said))
    })
  }

  it('REL-04 a full disk keeps what there is, says so, and goes on once there is room', async () => {
    await using world = await startWorld({ mode: 'fault' })
    const { lens } = world
    const own = await lens.open('dashboard.html')
    const page = await openConsole(lens)
    await goTo(page, customers)
    await eventually(
      () => keptRows(own, 'customer'),
      (rows) => rows.length === 10,
    )
    const full = (left: number | undefined) =>
      own.evaluate(
        (left) =>
          chrome.storage.local.set({
            'partner-lens-fault': left === undefined ? {} : { full: left },
          }),
        left,
      )
    await full(0)
    await page.getByRole('button', { name: '下一页' }).click()
    await settled(page)
    await own
      .getByText(/存储空间已满|空间不足|已满/)
      .first()
      .waitFor()
    expect((await keptRows(own, 'customer')).length).toBe(10)
    expect(await page.locator('td').count()).toBeGreaterThan(10)
    await full(undefined)
    await goTo(page, '#/obmgr/index')
    await goTo(page, customers)
    await page.getByRole('button', { name: '下一页' }).click()
    await settled(page)
    await eventually(
      () => keptRows(own, 'customer'),
      (rows) => rows.length === 20,
    )
    await own
      .getByText(/存储空间已满|空间不足|已满/)
      .first()
      .waitFor({ state: 'detached' })
  })

  it('REL-08 a database from the future is not opened, and the page goes on', async () => {
    await using world = await startWorld()
    const own = await world.lens.open('options.html')
    const first = await openConsole(world.lens)
    await goTo(first, customers)
    await eventually(
      () => keptRows(own, 'customer'),
      (rows) => rows.length === 10,
    )
    await first.close()
    // Everybody lets go of the database, and a newer version of the product writes it.
    const later = await world.lens.context.newPage()
    await later.goto(`chrome-extension://${world.lens.id}/icon/128.png`)
    for (const page of world.lens.context.pages()) if (page !== later) await page.close()
    await world.lens.killWorker()
    await later.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('partner-lens', 9_999_990)
          request.addEventListener('success', () => {
            request.result.close()
            resolve()
          })
          request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
        }),
    )
    const panel = await world.lens.open('sidepanel.html')
    await panel.getByTestId('problem').first().waitFor()
    const page = await openConsole(world.lens)
    await goTo(page, customers)
    expect(await page.locator('td').count()).toBeGreaterThan(10)
  })
})
