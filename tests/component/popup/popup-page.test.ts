import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import PopupPage from '@/components/popup/PopupPage.vue'
import { NewerDataError } from '@/utils/errors'
import type { Glance } from '@/utils/cache/types'
import { hour, noon, openPage, testId } from '../page'
import { alice, bob, coupon, exportTask, row } from '../rows'

const glance = (more: Partial<Glance> = {}): Glance => ({
  account: 'cn:alice',
  lines: [
    { holder: 'quota', type: 'voucher', currency: 'CNY', balance: '9000.10', count: 2 },
    {
      holder: 'own',
      type: 'cash',
      currency: 'USD',
      balance: '12.05',
      count: 1,
      nearestExpiry: noon + 5 * 24 * hour,
    },
    { holder: 'issued', type: 'voucher', currency: 'CNY', balance: '300.00', count: 3 },
  ],
  expiring: [coupon()],
  exports: [exportTask()],
  observedAt: noon - 5 * 60_000,
  ...more,
})

describe('the popup', () => {
  it('shows the three balances apart, each with its currency', async () => {
    const { page } = await openPage(PopupPage, { kept: { glances: [glance()], accounts: [alice] } })
    expect(page.get(testId('holder-quota')).text()).toContain('¥9,000.10')
    expect(page.get(testId('holder-own')).text()).toMatch(/US\$12\.05/)
    expect(page.get(testId('holder-own')).text()).toContain('2026-11-27')
    expect(page.get(testId('holder-issued')).text()).toContain('¥300.00')
    expect(page.text()).toContain('5分钟前')
  })
  it('names the next coupon to expire, masked as it was kept', async () => {
    const { page } = await openPage(PopupPage, { kept: { glances: [glance()] } })
    const next = page.get(testId('expiring')).text()
    expect(next).toContain('2026-11-25')
    expect(next).toContain('云**司')
    expect(next).toContain('¥1,200.50')
  })
  it('leads to the page of an export that lapses within a day', async () => {
    const { page, asked } = await openPage(PopupPage, { kept: { glances: [glance()] } })
    const press = page.get(testId('lapsing')).get('button')
    expect(press.text()).toContain('客户列表')
    expect(press.text()).toContain('12小时')
    await press.trigger('click')
    expect(asked.map(([name]) => name)).toContain('export.open')
  })
  it('leaves out an export that has more than a day', async () => {
    const late = exportTask({ requestedAt: noon - hour })
    const { page } = await openPage(PopupPage, { kept: { glances: [glance({ exports: [late] })] } })
    expect(page.get(testId('lapsing')).find('button').exists()).toBe(false)
  })
  it('names the bills that confirm themselves within a week, and leads to each', async () => {
    const bill = (key: string, days: number) =>
      row(
        {
          planName: '现金激励',
          cycle: '2026-10',
          amount: '512.30',
          currency: 'CNY',
          confirmBy: noon + days * 24 * hour,
        },
        { key },
      )
    const bills = [bill('B/1', 2), bill('B2', 9)]
    const { page, rim } = await openPage(PopupPage, { kept: { glances: [glance({ bills })] } })
    const due = page.get(testId('confirming')).findAll('button')
    expect(due.map((each) => each.text())).toEqual([expect.stringContaining('¥512.30')])
    expect(due[0]?.text()).toContain('2天')
    await due[0]?.trigger('click')
    expect(rim.openPage).toHaveBeenCalledWith('/dashboard.html#incentives/incentiveBill/B%2F1')
  })
  it('looks for words on the dashboard', async () => {
    const { page, rim } = await openPage(PopupPage)
    await page.get(testId('popup-search')).setValue(' 云 expires<30d ')
    await page.get('form[role=search]').trigger('submit')
    expect(rim.openPage).toHaveBeenCalledWith('/dashboard.html#search?q=%E4%BA%91+expires%3C30d')
  })
  it('opens the panel in the turn of the press, in the window known before', async () => {
    const { page, rim } = await openPage(PopupPage)
    vi.spyOn(window, 'close').mockImplementation(() => {})
    page.get(testId('open-panel')).element.dispatchEvent(new MouseEvent('click'))
    expect(rim.openPanel).toHaveBeenCalledWith(7, 3)
  })
  it('says which page to open while nothing was seen', async () => {
    const { page } = await openPage(PopupPage)
    expect(page.get(testId('empty')).text()).toContain('券管理')
  })
  it('leads to the welcome page before anything was accepted', async () => {
    const { page, rim } = await openPage(PopupPage, { kept: { settings: {} } })
    await page.get(testId('consent')).get('button').trigger('click')
    expect(rim.openPage).toHaveBeenCalledWith('/welcome.html')
    expect(page.find(testId('empty')).exists()).toBe(false)
  })
  it('says what to do when the data is of a newer version', async () => {
    const { page, store } = await openPage(PopupPage)
    store.fail(new NewerDataError('newer'))
    await flushPromises()
    expect(page.get(testId('problem')).text()).toContain('请更新扩展')
  })
  it('shows one account at a time', async () => {
    const other = glance({ account: 'intl:bob', observedAt: noon - hour, lines: [] })
    const { page } = await openPage(PopupPage, {
      kept: { glances: [other, glance()], accounts: [alice, bob] },
    })
    expect(page.get(testId('holder-quota')).text()).toContain('9,000.10')
    await page.get(testId('account')).setValue('intl:bob')
    expect(page.get(testId('holder-quota')).text()).toContain('无')
  })
  it('speaks English', async () => {
    const { page } = await openPage(PopupPage, { kept: { glances: [glance()] }, language: 'en' })
    expect(page.get(testId('holder-quota')).text()).toContain('Own quota left')
    expect(page.get(testId('open-panel')).text()).toBe('Open side panel')
  })
})

describe('use on this page', () => {
  const elsewhere = 'https://partner.huaweicloud.com/x?secret=1'
  it('offers an address of the console that is not on yet', async () => {
    const { page, rim, store, asked } = await openPage(PopupPage, {
      rim: { frontTab: async () => ({ id: 3, url: elsewhere }) },
    })
    expect(page.get(testId('here')).text()).toContain('partner.huaweicloud.com')
    await page.get(testId('here-add')).trigger('click')
    await flushPromises()
    expect(rim.requestOrigins).toHaveBeenCalledWith(['https://partner.huaweicloud.com/*'])
    expect(store.kept.settings.origins).toEqual(['https://partner.huaweicloud.com'])
    expect(asked.map(([name]) => name)).toContain('origins.changed')
    expect(page.find(testId('here-done')).exists()).toBe(true)
  })
  it('changes nothing when the permission is refused', async () => {
    const { page, store } = await openPage(PopupPage, {
      rim: {
        frontTab: async () => ({ id: 3, url: elsewhere }),
        requestOrigins: async () => false,
      },
    })
    await page.get(testId('here-add')).trigger('click')
    await flushPromises()
    expect(store.kept.settings.origins).toBeUndefined()
    expect(page.text()).toContain('权限没有授予')
  })
  it.each([
    ['the console itself', 'https://account.huaweicloud.com/obmgr/'],
    ['another site', 'https://example.com/'],
    ['a look-alike', 'https://huaweicloud.com.example.com/'],
    ['an unencrypted page', 'http://partner.huaweicloud.com/'],
  ])('is not offered on %s', async (_name, url) => {
    const { page } = await openPage(PopupPage, { rim: { frontTab: async () => ({ id: 3, url }) } })
    expect(page.find(testId('here')).exists()).toBe(false)
  })
  it('is not offered twice', async () => {
    const { page } = await openPage(PopupPage, {
      kept: { settings: { acceptedAt: 1, origins: ['https://partner.huaweicloud.com'] } },
      rim: { frontTab: async () => ({ id: 3, url: elsewhere }) },
    })
    expect(page.find(testId('here')).exists()).toBe(false)
  })
})
