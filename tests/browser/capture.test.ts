import { describe, expect, it } from 'vitest'
import { accountOf } from '../console/accounts.ts'
import { cacheIn, keptRows } from '../tools/probe.ts'
import { allPages, customerHome, goTo, settled } from '../tools/walk.ts'
import { walkEverywhere } from '../tools/tour.ts'
import { differences } from '../tools/compare.ts'
import { eventually, openConsole, startWorld } from './world.ts'

const partner = `cn:${accountOf('partner-a').domainId}`

describe('what the console shows is kept', () => {
  for (const wording of ['former', 'terse', 'formal']) {
    it(`keeps every row when routes, classes, menus, keys and headers are worded otherwise: ${wording}`, async () => {
      await using world = await startWorld()
      world.desk.setWording(wording)
      const page = await openConsole(world.lens)
      await walkEverywhere(page, world.desk, 'partner')
      expect(await differences(world.lens, world.desk, 'partner-a')).toEqual([])
    })
  }

  it('keeps every row of the console of a customer', async () => {
    await using world = await startWorld()
    world.desk.setAccount('customer')
    const page = await openConsole(world.lens, customerHome)
    await walkEverywhere(page, world.desk, 'customer')
    expect(await differences(world.lens, world.desk, 'customer')).toEqual([])
  })

  it('knows a page again that one goes back to, and whose it is', async () => {
    await using world = await startWorld({ keepsPages: true })
    const page = await openConsole(world.lens)
    await goTo(page, '#/obmgr/customer/list')
    const own = await world.lens.open('options.html')
    const [tabId] = await own.evaluate(async () =>
      (await chrome.tabs.query({ url: 'https://account.huaweicloud.com/*' })).map(({ id }) => id),
    )
    const known = () =>
      own.evaluate(
        async (key) => (await chrome.storage.session.get(key))[key] as Record<string, unknown>,
        `tab:${tabId}`,
      )
    const columnsOf = (tab?: Record<string, unknown>) => JSON.stringify(tab?.columns ?? {})
    const before = await eventually(
      known,
      (tab) => tab?.account === partner && columnsOf(tab).length > 20,
    )
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }))
    })
    await page.goto(customerHome)
    await settled(page)
    await eventually(known, (tab) => tab?.documentId !== before.documentId)
    await page.evaluate(() => history.back())
    await eventually(
      () => page.evaluate(() => (globalThis as { persisted?: boolean }).persisted).catch(() => {}),
      (persisted) => persisted === true,
    )
    const after = await eventually(known, (tab) => columnsOf(tab) === columnsOf(before))
    const { documentId, page: shown } = before
    expect(after).toMatchObject({ documentId, account: partner, page: shown })
  })

  it('keeps what an answer held under the page that it was drawn on, not the one before', async () => {
    await using world = await startWorld()
    const page = await openConsole(world.lens)
    const titles: Record<string, string> = {}
    for (const place of ['voucher/manage', 'customer/list', 'incentive/manage']) {
      await goTo(page, `#/obmgr/${place}`)
      titles[`/obmgr/${place}`] = await page.locator('h1').first().innerText()
    }
    const own = await world.lens.open('options.html')
    const lines = await eventually(
      async () => (await (await cacheIn(own)).health()).filter((each) => each.source === 'capture'),
      (seen) => seen.length >= 3,
    )
    for (const { place, title } of lines) expect(title).toContain(titles[place.split('#')[1] ?? ''])
  })

  it('takes a table that still stands while another page loads for what it was', async () => {
    await using world = await startWorld()
    const { desk, lens } = world
    const page = await openConsole(lens)
    await goTo(page, '#/obmgr/voucher/manage')
    const own = await lens.open('options.html')
    const linesOf = async (kind: string) =>
      (await (await cacheIn(own)).health()).filter((line) => line.kind === kind)
    await page.bringToFront()
    await page.getByRole('tab', { name: '操作记录' }).click()
    await settled(page)
    // Another page is on its way: its address and its mark of loading are there, its rows are not.
    await page.evaluate(() => {
      history.pushState(null, '', '#/obmgr/marketing/renewal')
      const loading = document.createElement('p')
      loading.textContent = '加载中'
      document.body.append(loading)
    })
    const rows = await eventually(
      () => linesOf('couponOperation'),
      (lines) => lines.some(({ source }) => source === 'page'),
    )
    await page.evaluate(() => document.querySelector('body > p:last-child')?.remove())
    await goTo(page, '#/obmgr/customer/list')
    await eventually(
      () => linesOf('customer'),
      (lines) => lines.some(({ source }) => source === 'page'),
    )
    const places = [...rows, ...(await linesOf('couponOperation'))].map(({ place }) => place)
    expect([...new Set(places)].map((place) => place.split('#')[1])).toEqual([
      '/obmgr/voucher/manage',
    ])
    expect(await differences(lens, desk, 'partner-a')).toEqual([])
  })

  it('REL-01 loses nothing when the worker is killed between any two steps', async () => {
    // In full, 200 kills over more than 10,000 records.
    const long = process.env.LONG !== undefined
    await using world = await startWorld(long ? { desk: { scale: 12_000 } } : {})
    const { desk, lens } = world
    const page = await openConsole(lens)
    const hashes = [
      '#/obmgr/voucher/manage?tab=issued',
      '#/obmgr/incentive/manage',
      '#/obmgr/customer/list',
      '#/obmgr/marketing/renewal',
    ]
    let kills = 0
    const served = () => desk.served().reduce((sum, { count }) => sum + count, 0)
    for (let round = 0; kills < (long ? 200 : 12) || served() < (long ? 10_000 : 200); round++) {
      const walking = goTo(page, hashes[round % hashes.length] ?? '').then(() => allPages(page))
      let done = false
      void walking.finally(() => (done = true))
      while (!done) {
        await lens.killWorker()
        kills++
        await page.evaluate(
          () => new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 250)),
        )
      }
      await walking
    }
    expect(await differences(lens, desk, 'partner-a')).toEqual([])
  }, 900_000)

  it('keeps two accounts of one browser apart', async () => {
    await using world = await startWorld()
    const { desk, lens } = world
    for (const account of ['partner-a', 'partner-b']) {
      desk.setAccount(account)
      const page = await openConsole(lens)
      await goTo(page, '#/obmgr/customer/list')
      await allPages(page)
      await page.close()
    }
    const own = await lens.open('options.html')
    for (const account of ['partner-a', 'partner-b']) {
      const served = desk.served(account).find(({ sheet }) => sheet === 'customers')?.ids ?? []
      const rows = await eventually(
        () => keptRows(own, 'customer', `cn:${accountOf(account).domainId}`),
        (kept) => kept.length === served.length,
      )
      expect(new Set(rows.map((row) => row.customerId))).toEqual(new Set(served))
    }
    expect(await keptRows(own, 'customer', 'cn:?')).toEqual([])
  })

  it('PRIV-07 reads nothing before the user has accepted', async () => {
    await using world = await startWorld({ accept: false })
    const page = await openConsole(world.lens)
    await goTo(page, '#/obmgr/customer/list')
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.tagName)).toBe(
      'BODY',
    )
    const own = await world.lens.open('options.html')
    expect(await keptRows(own, 'customer')).toEqual([])
  })

  it('PRIV-06 writes personal values masked, revealed ones too', async () => {
    await using world = await startWorld()
    const { desk, lens } = world
    const page = await openConsole(lens)
    await goTo(page, '#/obmgr/customer/list')
    for (const eye of await page.locator('th button[aria-pressed]').all()) await eye.click()
    await settled(page)
    const own = await lens.open('options.html')
    const kept = await eventually(
      () => keptRows(own, 'customer', partner),
      (rows) => rows.length >= 10,
    )
    const full =
      desk.truth({ sheet: 'customers' })[0]?.rows.flatMap(({ row }) => Object.values(row)) ?? []
    const names = full.filter(
      (value): value is string => typeof value === 'string' && /公司|@|^1\d{10}$/.test(value),
    )
    expect(names.length).toBeGreaterThan(20)
    const stored = JSON.stringify(kept)
    expect(names.filter((name) => stored.includes(name))).toEqual([])
  })
})
