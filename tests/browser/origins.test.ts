import { describe, expect, it } from 'vitest'
import { accountOf } from '../console/accounts.ts'
import { keptRows } from '../tools/probe.ts'
import { allPages, goTo, settled } from '../tools/walk.ts'
import { openPopup } from './popup-target.ts'
import { eventually, openConsole, startWorld } from './world.ts'

const other = 'https://partner-test.huaweicloud.com'
const home = `${other}/obmgr/#/obmgr/index`

describe('use on this page', () => {
  it('switches Partner Lens on at another address of the console, at once, and off again', async () => {
    await using world = await startWorld({ granted: { hosts: [`${other}/*`] } })
    const { desk, lens } = world
    const own = await lens.open('options.html')
    const page = await openConsole(lens, home)
    await goTo(page, '#/obmgr/customer/list')
    await settled(page)
    expect(await keptRows(own, 'customer')).toEqual([])

    const popup = await openPopup(lens, page)
    await popup.press('here-add')
    await eventually(
      () => own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length),
      (count) => count === 2,
    )
    await goTo(page, '#/obmgr/index')
    await goTo(page, '#/obmgr/customer/list')
    await allPages(page)
    const served = desk.served().find(({ sheet }) => sheet === 'customers')?.count ?? 0
    const account = `cn:${accountOf('partner-a').domainId}`
    await page.reload()
    await settled(page)
    await goTo(page, '#/obmgr/customer/list')
    await allPages(page)
    await eventually(
      () => keptRows(own, 'customer', account),
      (rows) => rows.length === served,
    )

    await own.reload()
    await own.getByTestId('origins').getByRole('button').first().click()
    await eventually(
      () => own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length),
      (count) => count === 0,
    )
  })

  it('says once that the account belongs to another site', async () => {
    await using world = await startWorld()
    world.desk.setAccount('partner-intl')
    const page = await openConsole(world.lens)
    const panel = await world.lens.open('sidepanel.html')
    await page.bringToFront()
    await panel.getByTestId('wrong-site').waitFor()
    await panel.getByTestId('dismiss').click()
    await panel.getByTestId('wrong-site').waitFor({ state: 'detached' })
    await panel.reload()
    await page.bringToFront()
    await panel.getByTestId('tab-coupons').waitFor()
    expect(await panel.getByTestId('wrong-site').count()).toBe(0)
  })

  it('keeps an international account in its own currency, on its own host', async () => {
    await using world = await startWorld({
      granted: { hosts: ['https://account-intl.huaweicloud.com/*'] },
    })
    const { desk, lens } = world
    desk.setAccount('partner-intl')
    const own = await lens.open('options.html')
    const page = await openConsole(lens, 'https://account-intl.huaweicloud.com/obmgr/#/obmgr/index')
    const popup = await openPopup(lens, page)
    await popup.press('here-add')
    await eventually(
      () => own.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length),
      (count) => count === 2,
    )
    await page.reload()
    await settled(page)
    await goTo(page, '#/obmgr/voucher/manage?tab=issued')
    await allPages(page)
    const served = desk.served('partner-intl').find(({ sheet }) => sheet === 'issued')?.count
    const rows = await eventually(
      () => keptRows(own, 'coupon', `intl:${accountOf('partner-intl').domainId}`),
      (kept) => kept.length === served,
    )
    expect(new Set(rows.map((row) => row.currency))).toEqual(new Set(['USD']))
  })
})
