import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import PanelPage from '@/components/panel/PanelPage.vue'
import { BlockedError, UnreachableError } from '@/utils/errors'
import type { TabState } from '@/utils/messaging/protocol'
import { fakeCache } from '../fake-cache'
import { noon, openPage, testId } from '../page'
import { alice, bob, coupon, row, unknown } from '../rows'

const at = (hash: string, more: Partial<TabState> = {}): TabState => ({
  tabId: 3,
  page: { url: `https://account.huaweicloud.com/obmgr/${hash}`, title: '伙伴中心' },
  account: 'cn:alice',
  columns: [],
  ...more,
})
const kept = { accounts: [alice, bob, unknown], rows: { coupon: [coupon()] } }

describe('the side panel', () => {
  it('shows records with age and source', async () => {
    const { page } = await openPage(PanelPage, { kept, tab: at('#/voucher') })
    const section = page.get(testId('kind-coupon'))
    expect(section.text()).toContain('伙伴扶持券')
    expect(section.text()).toContain('¥1,200.50')
    expect(section.text()).toContain('剩余 3天')
    expect(section.get(testId('facts')).text()).toContain('5分钟前')
    expect(section.get(testId('facts')).text()).toContain('控制台数据')
  })
  it('says of a coupon past its expiry that it has expired, and lists it last', async () => {
    const past = coupon(
      { couponId: 'past', planName: '过期的券', expiresAt: noon - 1 },
      { key: 'past' },
    )
    const { page } = await openPage(PanelPage, {
      kept: { ...kept, rows: { coupon: [past, coupon()] } },
    })
    const cards = page.get(testId('kind-coupon')).findAll('.record')
    expect(cards.map((card) => card.get('.title').text())).toEqual(['伙伴扶持券', '过期的券'])
    expect(cards[1]?.text()).toContain('已过期')
    expect(cards[1]?.text()).not.toContain('可使用')
  })
  it('says how much of the listing was seen', async () => {
    const line = {
      id: 'x',
      place: 'https://account.huaweicloud.com/obmgr/#/voucher',
      title: '券管理',
      kind: 'coupon' as const,
      source: 'capture' as const,
      lastSeenAt: noon,
      seen: 1,
      understood: 1,
      rejected: 0,
      reasons: {},
      unmapped: [],
      total: 83,
    }
    const { page } = await openPage(PanelPage, { kept: { ...kept, health: [line] } })
    expect(page.get(testId('kind-coupon')).get(testId('facts')).text()).toContain('1 / 83')
  })
  it('says which menu to open while a list is empty', async () => {
    const { page } = await openPage(PanelPage, { kept })
    expect(page.get(testId('kind-couponQuota')).get(testId('empty')).text()).toContain('券管理')
  })
  it('says what is going on while a list is being read', async () => {
    const { page } = await openPage(PanelPage, {
      kept,
      rim: { cache: () => new Promise(() => {}) },
    })
    expect(page.find(testId('loading')).exists()).toBe(true)
  })
  it('REL-06 says that another window holds the data, and goes on by itself when it lets go', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      let held = true
      const { cache } = fakeCache({ settings: { acceptedAt: 1 }, ...kept })
      const { page } = await openPage(PanelPage, {
        rim: {
          cache: () => (held ? Promise.reject(new BlockedError('held')) : Promise.resolve(cache)),
        },
      })
      expect(page.get(testId('problem')).text()).toContain('另一个伙伴透镜窗口')
      held = false
      await vi.advanceTimersByTimeAsync(3000)
      await flushPromises()
      expect(page.find(testId('problem')).exists()).toBe(false)
      expect(page.get(testId('kind-coupon')).text()).toContain('伙伴扶持券')
    } finally {
      vi.useRealTimers()
    }
  })
  it('says what to do when a list cannot be read, and tries again', async () => {
    const { page, store } = await openPage(PanelPage, { kept })
    store.fail(new Error('IDB: secret detail'))
    await flushPromises()
    const problem = page.get(testId('kind-coupon')).get(testId('problem'))
    expect(problem.text()).not.toContain('secret detail')
    store.fail(undefined)
    await problem.get('button').trigger('click')
    await flushPromises()
    expect(page.get(testId('kind-coupon')).text()).toContain('伙伴扶持券')
  })
  it('follows live changes', async () => {
    const { page, store } = await openPage(PanelPage, { kept })
    store.set({ rows: { coupon: [coupon({ planName: '新券' })] } })
    await flushPromises()
    expect(page.get(testId('kind-coupon')).text()).toContain('新券')
  })
  it('leaves out what is gone from its listing', async () => {
    const gone = coupon({ planName: '旧券' }, { goneAt: noon })
    const { page } = await openPage(PanelPage, { kept: { ...kept, rows: { coupon: [gone] } } })
    expect(page.get(testId('kind-coupon')).text()).not.toContain('旧券')
  })
  it('filters by any shown word', async () => {
    const rows = { coupon: [coupon(), coupon({ planName: '企业采购季', customerName: '海**司' })] }
    const { page } = await openPage(PanelPage, { kept: { ...kept, rows } })
    await page.get(testId('filter')).setValue('海**司 采购')
    expect(page.get(testId('kind-coupon')).findAll('.record')).toHaveLength(1)
    await page.get(testId('filter')).setValue('没有的')
    expect(page.get(testId('kind-coupon')).text()).toContain('没有的')
  })
  it('shows a few of many and more on request', async () => {
    const rows = Array.from({ length: 80 }, (_, i) => coupon({ couponId: `C${i}` }))
    const { page } = await openPage(PanelPage, { kept: { ...kept, rows: { coupon: rows } } })
    const section = page.get(testId('kind-coupon'))
    expect(section.findAll('.record')).toHaveLength(20)
    await section.findAll('button').at(-1)?.trigger('click')
    expect(section.findAll('.record')).toHaveLength(70)
  })
  it('shows what of a resource package is left', async () => {
    const items = [
      { itemId: 'i', usageTypeName: '流量', remaining: '20', total: '100', unit: 'GB' },
    ]
    const { page } = await openPage(PanelPage, {
      kept: {
        ...kept,
        rows: { resourcePackage: [row({ packageId: 'P', name: 'CDN 包', items })] },
      },
      tab: at('#/resource', { page: { url: 'https://account.huaweicloud.com/', title: '资源包' } }),
    })
    expect(page.get(testId('kind-resourcePackage')).text()).toContain('20 / 100 GB')
  })
})

describe('the subject in front', () => {
  const selected = (page: { get(selector: string): { text(): string } }) =>
    page.get('[role=tab][aria-selected=true]').text()
  it('follows the page', async () => {
    const { page, tab } = await openPage(PanelPage, { kept })
    expect(selected(page)).toBe('优惠券')
    await tab(
      at('#/incentive/manage', {
        page: { url: 'https://a.huaweicloud.com/#/x', title: '激励管理' },
      }),
    )
    expect(selected(page)).toBe('激励')
  })
  it('stays where the user put it until the page changes', async () => {
    const { page, tab } = await openPage(PanelPage, { kept, tab: at('#/incentive/details') })
    await page.get(testId('tab-exports')).trigger('click')
    await tab(at('#/incentive/details', { columns: [] }))
    expect(selected(page)).toBe('导出')
    await tab(at('#/customer/resource'))
    expect(selected(page)).toBe('资源')
  })
  it('is moved by arrow keys, Home and End', async () => {
    const { page } = await openPage(PanelPage, { kept })
    const bar = page.get('[role=tablist]')
    await bar.trigger('keydown', { key: 'ArrowRight' })
    expect(selected(page)).toBe('资源')
    expect(document.activeElement?.textContent).toContain('资源')
    await bar.trigger('keydown', { key: 'End' })
    expect(selected(page)).toBe('分析')
    await bar.trigger('keydown', { key: 'ArrowRight' })
    expect(selected(page)).toBe('优惠券')
    expect(page.findAll('[role=tab][tabindex="0"]')).toHaveLength(1)
  })
})

describe('accounts', () => {
  it('are kept apart', async () => {
    const rows = {
      coupon: [coupon({ planName: '甲' }), coupon({ planName: '乙' }, { account: 'intl:bob' })],
    }
    const { page } = await openPage(PanelPage, { kept: { ...kept, rows }, tab: at('#/x') })
    expect(page.get(testId('kind-coupon')).text()).toContain('甲')
    await page.get(testId('account')).setValue('intl:bob')
    await flushPromises()
    expect(page.get(testId('kind-coupon')).text()).toContain('乙')
    expect(page.get(testId('kind-coupon')).text()).not.toContain('甲')
  })
  it('follow the page in front', async () => {
    const { page, tab } = await openPage(PanelPage, { kept, tab: at('#/x') })
    await tab(at('#/x', { account: 'intl:bob' }))
    expect((page.get(testId('account')).element as HTMLSelectElement).value).toBe('intl:bob')
  })
  it('that are unknown say so, with their site', async () => {
    const { page } = await openPage(PanelPage, { kept, tab: at('#/x', { account: 'cn:?' }) })
    const select = page.get(testId('account'))
    expect((select.element as HTMLSelectElement).value).toBe('cn:?')
    expect(select.get('option[value="cn:?"]').text()).toBe('未知账号（中国站）')
  })
  it('that nobody named are found by their rows', async () => {
    const use = { account: 'intl:?', kind: 'coupon', rows: 2, bytes: 10, newest: noon } as const
    const { page } = await openPage(PanelPage, { kept: { usage: [use] } })
    expect(page.get(testId('account')).text()).toBe('未知账号（国际站）')
  })
  it('that are unknown come first on a page that says nobody, once they have rows', async () => {
    const { account: _nobody, ...tab } = at('#/x')
    const use = { account: 'cn:?', kind: 'coupon', rows: 2, bytes: 10, newest: noon } as const
    const listed = { ...kept, accounts: [alice], usage: [use] }
    const { page } = await openPage(PanelPage, { kept: listed, tab })
    expect((page.get(testId('account')).element as HTMLSelectElement).value).toBe('cn:?')
    expect(page.get(testId('kind-coupon')).text()).not.toContain('伙伴扶持券')
  })
  it('may be none: then no rows are shown, whose ever they are', async () => {
    const { page } = await openPage(PanelPage, { kept: { rows: kept.rows } })
    expect(page.find(testId('account')).exists()).toBe(false)
    expect(page.get(testId('kind-coupon')).find(testId('empty')).exists()).toBe(true)
  })
  it('can be named, and renamed to nothing again', async () => {
    const { page, store } = await openPage(PanelPage, { kept, tab: at('#/x', { account: 'cn:?' }) })
    const name = async (label: string) => {
      await page.get(testId('name-account')).trigger('click')
      await page.get(testId('account-label')).setValue(label)
      await page.get('form').trigger('submit')
      await flushPromises()
    }
    await name('  华东大区 ')
    const found = () => store.kept.accounts.find(({ key }) => key === 'cn:?')
    expect(found()?.label).toBe('华东大区')
    expect(page.get(testId('account')).text()).toContain('华东大区')
    await name('')
    expect(page.get(testId('account')).text()).not.toContain('华东大区')
  })
})

describe('notices', () => {
  it('tells of the wrong site until the user does not want to hear it again', async () => {
    const { page, store } = await openPage(PanelPage, { kept, tab: at('#/x', { wrongSite: true }) })
    await page.get(testId('wrong-site')).get(testId('dismiss')).trigger('click')
    await flushPromises()
    expect(store.kept.settings.dismissed).toEqual(['wrong-site'])
    expect(page.find(testId('wrong-site')).exists()).toBe(false)
  })
  it('leads to the welcome page before anything was accepted', async () => {
    const { page, rim } = await openPage(PanelPage, { kept: { settings: {} } })
    await page.get(testId('consent')).get('button').trigger('click')
    expect(rim.openPage).toHaveBeenCalledWith('/welcome.html')
  })
  it('says that storage is full', async () => {
    const { page } = await openPage(PanelPage, { kept, rim: { fullSince: async () => noon } })
    expect(page.get(testId('problem')).text()).toContain('存储空间已满')
  })
  it('says what the browser lost until it was read', async () => {
    const { page, store } = await openPage(PanelPage, { kept: { ...kept, lost: ['coupon'] } })
    expect(page.get(testId('loss')).text()).toContain('优惠券')
    await page.get(testId('loss-accept')).trigger('click')
    await flushPromises()
    expect(store.kept.lost).toEqual([])
    expect(page.find(testId('loss')).exists()).toBe(false)
  })
  it('goes on with what was kept when the worker does not answer', async () => {
    const { page } = await openPage(PanelPage, {
      kept,
      answer: {
        'tab.state': () => {
          throw new UnreachableError('gone')
        },
      },
    })
    expect(page.get(testId('kind-coupon')).text()).toContain('伙伴扶持券')
  })
  it('says that the tab in front is no page of the console', async () => {
    const { page } = await openPage(PanelPage, { kept })
    expect(page.text()).toContain('当前标签页不是伙伴中心页面')
  })
})

describe('what a record holds', () => {
  const hostile = '<img src=x onerror="globalThis.__hit=1"><script>1</script>{{7*7}}'
  it('is shown as text, whatever it is', async () => {
    const { page } = await openPage(PanelPage, {
      kept: { ...kept, rows: { coupon: [coupon({ planName: hostile, customerName: hostile })] } },
    })
    expect(page.get(testId('kind-coupon')).text()).toContain(hostile)
    expect(page.findAll('img, script')).toHaveLength(0)
    expect(page.text()).not.toContain('49')
  })
})

describe('in English', () => {
  it('speaks English, words of choices too', async () => {
    const { page } = await openPage(PanelPage, { kept, language: 'en' })
    const text = page.get(testId('kind-coupon')).text()
    expect(text).toContain('Usable')
    expect(text).toContain('Updated 5 minutes ago')
    expect(page.get(testId('tab-masking')).text()).toBe('Masked')
  })
})
