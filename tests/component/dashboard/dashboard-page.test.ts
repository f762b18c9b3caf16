import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import DashboardPage from '@/components/dashboard/DashboardPage.vue'
import type { Health } from '@/utils/cache/types'
import { noon, openPage, testId, type Opening } from '../page'
import { alice, coupon, row } from '../rows'

const { Chart } = vi.hoisted(() => {
  class Chart {
    static made: Chart[] = []
    static register() {}
    destroyed = false
    constructor() {
      Chart.made.push(this)
    }
    destroy() {
      this.destroyed = true
    }
    update() {}
  }
  return { Chart }
})
vi.mock('chart.js', () => ({
  Chart,
  BarController: {},
  BarElement: {},
  CategoryScale: {},
  LinearScale: {},
  LineController: {},
  LineElement: {},
  PointElement: {},
  Tooltip: {},
}))
// The table asks how large it is; there is no layout here.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { value: 1000 })
afterEach(() => {
  location.hash = ''
  Chart.made = []
})

const open = (hash: string, kept: Opening['kept'], language: 'zh' | 'en' = 'zh') => {
  location.hash = hash
  return openPage(DashboardPage, { kept: { accounts: [alice], ...kept }, language })
}
const health = (more: Partial<Health> = {}): Health => ({
  id: Math.random().toString(),
  place: 'https://account.huaweicloud.com/obmgr/#/voucher',
  title: '券管理',
  kind: 'coupon',
  source: 'capture',
  lastSeenAt: noon,
  seen: 20,
  understood: 19,
  rejected: 1,
  reasons: { 'missing couponId': 1 },
  unmapped: ['备注列'],
  total: 83,
  ...more,
})

describe('a table of the dashboard', () => {
  const rows = {
    coupon: [
      coupon({ planName: '甲', balance: '9.50' }),
      coupon({ planName: '乙', balance: '1000.00' }),
      coupon({ planName: '丙', balance: '80.00', status: 'used' }),
    ],
  }
  const names = (page: { findAll(selector: string): { text(): string }[] }) =>
    page.findAll('[role=row] [role=gridcell]:first-child').map((each) => each.text())

  it('names its columns as the kind does', async () => {
    const { page } = await open('#coupons', { rows })
    const heads = page.findAll('[role=columnheader]').map((each) => each.text())
    expect(heads).toContain('余额')
    expect(heads).toContain('失效时间 (UTC+8)')
    expect(heads).not.toContain('币种')
  })
  it('is sorted by value, up and down, and says so', async () => {
    const { page } = await open('#coupons', { rows })
    const head = page.findAll('[role=columnheader]').find((each) => each.text() === '余额')
    await head?.get('button').trigger('click')
    await flushPromises()
    expect(names(page)).toEqual(['甲', '丙', '乙'])
    expect(head?.attributes('aria-sort')).toBe('ascending')
    await head?.get('button').trigger('click')
    await flushPromises()
    expect(names(page)).toEqual(['乙', '丙', '甲'])
    expect(head?.attributes('aria-sort')).toBe('descending')
  })
  it('is filtered by text and by status', async () => {
    const { page } = await open('#coupons', { rows })
    await page.get(testId('filter')).setValue('乙')
    await flushPromises()
    expect(names(page)).toEqual(['乙'])
    await page.get(testId('filter')).setValue('')
    await page.get(testId('filter-status')).trigger('click')
    await flushPromises()
    document.querySelector<HTMLInputElement>('[data-value=used]')?.click()
    await flushPromises()
    expect(names(page)).toEqual(['丙'])
    expect(page.get(testId('count')).text()).toContain('1 / 3')
  })
  it('holds only the rows in view', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => coupon({ couponId: `C${i}` }))
    const { page } = await open('#coupons', { rows: { coupon: many } })
    expect(page.get(testId('table')).attributes('aria-rowcount')).toBe('5001')
    expect(page.findAll('[role=row]').length).toBeLessThan(80)
  })
  it('says which menu to open while it is empty', async () => {
    const { page } = await open('#customers', {})
    expect(page.get(testId('kind-customer')).get(testId('empty')).text()).toContain('客户管理')
  })
  it('speaks English', async () => {
    const { page } = await open('#coupons', { rows }, 'en')
    expect(page.findAll('[role=columnheader]').map((each) => each.text())).toContain('Balance')
  })
})

describe('the analysis', () => {
  const rows = {
    incentive: [
      row({ incentiveId: '1', cycle: '2026-01', amount: '0.10', currency: 'CNY', status: 'paid' }),
      row({ incentiveId: '2', cycle: '2026-01', amount: '0.20', currency: 'CNY', status: 'paid' }),
      row({ incentiveId: '3', cycle: '2025-12', amount: '7.00', currency: 'CNY', status: 'paid' }),
    ],
  }
  const trend = '[data-chart="incentive-trend"]'
  it('draws what its address names, and each chart stands as a table with exact figures', async () => {
    const { page } = await open('#analysis?view=incentives', { rows })
    await vi.waitFor(() => expect(page.element.querySelector(trend)).not.toBeNull())
    expect(page.element.querySelector(trend)?.textContent).toContain('0.30 CNY')
    await vi.waitFor(() => expect(Chart.made.length).toBeGreaterThan(2))
  })
  it('keeps the address in step, and leaves no chart behind', async () => {
    const { page } = await open('#analysis', { rows })
    await vi.waitFor(() =>
      expect(page.element.querySelector(testId('view-incentives'))).not.toBeNull(),
    )
    ;(page.element.querySelector(testId('view-incentives')) as HTMLElement).click()
    await vi.waitFor(() => expect(page.element.querySelector(trend)).not.toBeNull())
    expect(location.hash).toContain('view=incentives')
    await page.get(testId('tab-coupons')).trigger('click')
    await flushPromises()
    expect(Chart.made.filter(({ destroyed }) => !destroyed)).toEqual([])
  })
})

describe('the health view', () => {
  it('says what was seen, understood and left out, and why', async () => {
    const { page } = await open('#health', {
      health: [
        health({ pages: { 1: 20, 3: 19 }, pageSize: 20, mapping: [['代金券ID', 'couponId']] }),
      ],
    })
    const text = page.get(testId('health')).text()
    expect(text).toContain('券管理')
    expect(text).toContain('缺少：代金券ID ×1')
    expect(text).toContain('备注列')
    expect(text).toContain('39 / 83')
    expect(text).toContain('已看 2 / 5 页')
    expect(text).toContain('代金券ID → 代金券ID')
    expect(page.get('[data-figure=seen]').text()).toBe('20')
  })
  it('puts what went wrong first, in words', async () => {
    const broken = health({ problem: 'too-large', kind: undefined, lastSeenAt: noon - 9_000_000 })
    const { page } = await open('#health', { health: [health({ rejected: 0 }), broken] })
    expect(page.get('tbody tr').text()).toContain('过大')
  })
  it('copies a report without values', async () => {
    const { page, rim } = await open('#health', { health: [health()] })
    await page.get(testId('copy-report')).trigger('click')
    await flushPromises()
    expect(rim.copy).toHaveBeenCalledWith(expect.stringContaining('understood 19'))
    expect(rim.copy).toHaveBeenCalledWith(expect.stringContaining('kept 19 of 83'))
    expect(page.text()).toContain('已复制')
  })
  it('links to https addresses only', async () => {
    const { page } = await open('#health', {
      health: [health({ place: 'javascript:alert(1)', title: 'x' })],
    })
    expect(page.get('tbody').find('a').exists()).toBe(false)
  })
  it('says how it fills while nothing was read', async () => {
    const { page } = await open('#health', {})
    expect(page.get(testId('health')).get(testId('empty')).text()).toContain('伙伴中心')
  })
})

describe('addresses in use', () => {
  it('can be taken off again, with their permission', async () => {
    const { page, rim, store, asked } = await open('#health', {
      settings: { acceptedAt: 1, origins: ['https://partner.huaweicloud.com'] },
    })
    await page.get(testId('origins')).get('button').trigger('click')
    await flushPromises()
    expect(store.kept.settings.origins).toEqual([])
    expect(rim.removeOrigins).toHaveBeenCalledWith(['https://partner.huaweicloud.com/*'])
    expect(asked.map(([name]) => name)).toContain('origins.changed')
  })
})

describe('its address', () => {
  it('names the view, so that it can be linked', async () => {
    const { page } = await open('#tasks', {})
    expect(page.find(testId('kind-salesTask')).exists()).toBe(true)
    await page.get(testId('tab-consumption')).trigger('click')
    expect(location.hash).toBe('#consumption')
  })
})
