import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import DashboardPage from '@/components/dashboard/DashboardPage.vue'
import type { KindRecord } from '@/utils/records'
import { hour, noon, openPage, testId, type Opening } from '../page'
import { alice, coupon, row } from '../rows'

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 })
afterEach(() => (location.hash = ''))

const resource = (resourceId: string, more: KindRecord = {}) =>
  row(
    {
      resourceId,
      name: `ecs-${resourceId}`,
      status: 'active',
      serviceName: '弹性云服务器',
      region: 'cn-north-4',
      customerId: 'c1',
      customerName: '云**司',
      expiresAt: noon + 24 * hour,
      ...more,
    },
    { key: resourceId },
  )
const some = [
  resource('1', { expiresAt: noon + 40 * 24 * hour }),
  resource('2', { region: 'cn-east-3', customerId: 'c2', customerName: '天**店' }),
  resource('3', { mainResourceId: '1', expiresAt: noon + 2 * hour }),
  resource('4', { expiresAt: noon - hour, status: 'grace' }),
]
async function open(hash: string, kept: Opening['kept'] = {}) {
  location.hash = hash
  const opened = await openPage(DashboardPage, {
    kept: { accounts: [alice], rows: { resource: some }, ...kept },
  })
  await flushPromises()
  const { page } = opened
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)
  return {
    ...opened,
    keys: () => page.findAll('[role=grid] [data-key]').map((each) => each.attributes('data-key')),
    lines: () => page.findAll('[role=grid] .line').map((each) => each.text()),
    async press(selector: string) {
      find(selector)?.click()
      await flushPromises()
    },
    find,
  }
}

describe('a table of the dashboard', () => {
  it('shows the nearest expiry first and keeps how it is arranged in the address', async () => {
    const { page, keys } = await open('#resources')
    expect(keys()).toEqual(['4', '3', '2', '1'])
    await page.get(testId('within')).setValue('<7d')
    await flushPromises()
    expect(keys()).toEqual(['3', '2'])
    expect(location.hash).toBe('#resources/resource?within=%3C7d')
    await page.get(testId('filter')).setValue('region:cn-east')
    await flushPromises()
    expect(keys()).toEqual(['2'])
  })
  it('shows coupons that have expired after those that will', async () => {
    const days = { late: -2, soon: 1, past: -90, far: 60 }
    const coupons = Object.entries(days).map(([couponId, left]) =>
      coupon({ couponId, expiresAt: noon + left * 24 * hour }, { key: couponId }),
    )
    const { keys } = await open('#coupons', { rows: { coupon: coupons } })
    expect(keys()).toEqual(['soon', 'far', 'late', 'past'])
  })
  it('is arranged as its address says', async () => {
    const filter = JSON.stringify({ field: 'region', is: ['cn-north-4'] })
    const { keys, page } = await open(
      `#resources/resource?sort=-expiresAt&f=${encodeURIComponent(filter)}`,
    )
    expect(keys()).toEqual(['1', '3', '4'])
    expect(page.get(testId('filter-region')).text()).toContain('cn-north-4')
    location.hash = '#resources/resource?q=ecs-2'
    dispatchEvent(new Event('hashchange'))
    await flushPromises()
    expect(keys()).toEqual(['2'])
  })
  it('leaves out of an address what is not there', async () => {
    const odd = encodeURIComponent('{"field":"__proto__","is":["x"]}')
    const { keys } = await open(
      `#resources/resource?f=${odd}&f=nonsense&sort=nothing&within=9&group=x`,
    )
    expect(keys()).toHaveLength(4)
  })
  it('sorts by several columns with the shift key', async () => {
    const { page, keys } = await open('#resources')
    const head = (text: string) =>
      page.findAll('[role=columnheader]').find((each) => each.text().includes(text))
    await head('区域')?.get('button').trigger('click')
    await head('到期时间')?.get('button').trigger('click', { shiftKey: true })
    await head('到期时间')?.get('button').trigger('click', { shiftKey: true })
    await flushPromises()
    expect(keys()).toEqual(['2', '1', '3', '4'])
    expect(location.hash).toContain('sort=region%2C-expiresAt')
  })
  it('groups by customer, folded until opened', async () => {
    const { page, lines, keys } = await open('#resources')
    await page.get(testId('group')).setValue('customerId')
    await flushPromises()
    expect(lines()).toEqual(['云**司 (c1) · 3', '天**店 (c2) · 1'])
    await page.get('.line[aria-expanded=false]').trigger('click')
    await flushPromises()
    expect(keys()).toEqual(['4', '3', '1'])
  })
  it('stands sub-resources under their main resource', async () => {
    const { page, keys } = await open('#resources')
    await page.get(testId('tree')).trigger('change')
    await flushPromises()
    expect(keys()).toEqual(['4', '2', '1', '3'])
    expect(page.get('[data-key="3"]').attributes('aria-level')).toBe('2')
  })
  it('hides, orders and pins columns and remembers it', async () => {
    const { page, press, store } = await open('#resources')
    const heads = () => page.findAll('[role=columnheader]').map((each) => each.text())
    expect(heads()[0]).toBe('资源名称')
    await press(testId('columns'))
    await press('[data-column=name]')
    expect(heads()).not.toContain('资源名称')
    await press('[data-pin=region]')
    expect(heads()[0]).toBe('区域')
    await press('[data-up=status]')
    expect(store.kept.settings.columns?.resource).toMatchObject({
      hidden: ['name'],
      pinned: ['region'],
    })
    expect(store.kept.settings.columns?.resource?.order).toContain('status')
  })
  it('is saved under a name and opened again', async () => {
    const { page, press, find, keys, store } = await open('#resources/resource?q=ecs-2')
    await press(testId('saved-views'))
    const name = find(testId('view-name')) as HTMLInputElement
    name.value = '我的'
    name.dispatchEvent(new Event('input'))
    await press(testId('view-save'))
    expect(store.kept.settings.tableViews).toMatchObject([{ name: '我的', kind: 'resource' }])
    await page.get(testId('filter')).setValue('')
    await flushPromises()
    expect(keys()).toHaveLength(4)
    await press('[data-view="我的"]')
    expect(keys()).toEqual(['2'])
  })
  it('opens a row with what belongs to it', async () => {
    const { page, find } = await open('#resources')
    await page.get('[data-key="1"]').trigger('click')
    await flushPromises()
    expect(find(testId('drawer'))?.textContent).toContain('ecs-1')
    expect(find(testId('related-resource'))?.textContent).toContain('ecs-3')
    expect(find(testId('to-customer'))?.getAttribute('href')).toBe('#customers/customer/c1')
  })
  it('is walked through with the keys', async () => {
    const { page, find } = await open('#resources')
    const grid = page.get('[role=grid]')
    await grid.trigger('keydown', { key: 'ArrowDown' })
    await flushPromises()
    const active = grid.attributes('aria-activedescendant') ?? ''
    expect(document.getElementById(active)?.dataset.key).toBe('3')
    await grid.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(find(testId('drawer'))?.textContent).toContain('ecs-3')
  })
  it('keeps what the user writes on a row, shows and finds it, and takes it back', async () => {
    const { page, keys, press, find } = await open('#resources/resource')
    await press('[role=grid] [data-key="2"]')
    const type = async (field: string, text: string) => {
      const input = find(testId(`note-${field}`)) as HTMLInputElement
      input.value = text
      input.dispatchEvent(new Event('input'))
      input.dispatchEvent(new Event('change'))
      await flushPromises()
    }
    await type('name', 'the heavy one')
    // What is typed while something else is being saved stays.
    const note = find(testId('note-text')) as HTMLTextAreaElement
    note.value = 'half a sen'
    note.dispatchEvent(new Event('input'))
    await type('tags', 'vip，db')
    expect(note.value).toBe('half a sen')
    await press(testId('note-blue'))
    expect((find(testId('note-blue')) as HTMLInputElement).checked).toBe(true)
    await press(testId('note-undo'))
    expect((find(testId('note-none')) as HTMLInputElement).checked).toBe(true)
    expect((find(testId('note-name')) as HTMLInputElement).value).toBe('the heavy one')
    await press(testId('note-red'))
    await press(testId('drawer-close'))
    await new Promise((done) => setTimeout(done, 400))
    await flushPromises()
    const line = page.get('[role=grid] [data-key="2"]')
    expect(line.text()).toContain('the heavy one')
    expect(line.text()).toContain('vip')
    expect(line.get('[role=img]').attributes('aria-label')).toBe('红色')
    await page.get(testId('filter')).setValue('heavy')
    await flushPromises()
    expect(keys()).toEqual(['2'])
  })
  it('says when nothing fits and shows everything again', async () => {
    const { page, keys } = await open('#resources/resource?q=zzz')
    await page.get(`${testId('none')} button`).trigger('click')
    await flushPromises()
    expect(keys()).toHaveLength(4)
  })
  it('says which page of the console to open where nobody is known yet', async () => {
    location.hash = '#resources'
    const { page } = await openPage(DashboardPage)
    await flushPromises()
    const table = page.get(testId('kind-resource'))
    const empty = table.get(testId('empty'))
    expect(empty.text()).toContain('资源')
    expect(empty.get('a').attributes('href')).toBe('https://account.huaweicloud.com/obmgr/')
  })
  it('follows what is read meanwhile', async () => {
    const { store, keys } = await open('#resources/resource?q=ecs-2')
    store.set({ rows: { resource: [...some, resource('22')] } })
    await new Promise((done) => setTimeout(done, 400))
    await flushPromises()
    expect(keys().sort()).toEqual(['2', '22'])
  })
  it('says so when the tables cannot be read, and tries again', async () => {
    location.hash = '#resources'
    const { page, store } = await openPage(DashboardPage, {
      kept: { accounts: [alice], rows: { resource: some } },
    })
    await flushPromises()
    store.fail(new Error('broken'))
    await page.get(testId('pick-resourcePackage')).trigger('click')
    location.hash = '#resources/resourcePackage'
    dispatchEvent(new Event('hashchange'))
    await flushPromises()
    expect(page.get(testId('kind-resourcePackage')).find('[role=alert]').exists()).toBe(true)
  })
})

describe('tasks', () => {
  it('say first whose they are, how they stand, when they are due and who does them', async () => {
    const task = row(
      {
        taskId: 't1',
        name: '回访',
        customerName: '云**司',
        accountName: 'yun',
        phone: '138****0001',
        createdAt: noon,
        dueAt: noon + hour,
        manager: '王**',
        status: 'in-progress',
      },
      { key: 't1' },
    )
    const { page } = await open('#tasks/salesTask', { rows: { salesTask: [task] } })
    const heads = page.findAll('[role=columnheader]').map((each) => each.text())
    expect(heads.slice(0, 5).map((each) => each.replace(/ .*/, ''))).toEqual([
      '任务名称',
      '客户名称',
      '状态',
      '截止时间',
      '客户经理',
    ])
    expect(heads.at(-2)).toContain('手机号码')
  })
})

describe('coupons', () => {
  it('stand apart as own and issued, with exact sums that are never mixed', async () => {
    const coupons = [
      coupon({ couponId: '1', holder: 'own', balance: '0.10' }, { key: '1' }),
      coupon({ couponId: '2', holder: 'own', balance: '0.20' }, { key: '2' }),
      coupon({ couponId: '3', holder: 'issued', balance: '5.00', currency: 'USD' }, { key: '3' }),
    ]
    const { page, keys } = await open('#coupons/own', { rows: { coupon: coupons } })
    expect(keys()).toEqual(['1', '2'])
    expect(page.get(testId('count')).text()).toContain('余额 ¥0.30')
    expect(page.get(testId('count')).text()).not.toContain('5.00')
    location.hash = '#coupons/coupon'
    dispatchEvent(new Event('hashchange'))
    await flushPromises()
    expect(keys()).toHaveLength(3)
    expect(page.get(testId('count')).text()).not.toContain('¥')
    await page.get(testId('group')).setValue('type')
    await flushPromises()
    expect(page.get('.group').text()).not.toContain('¥')
  })
})

describe('who holds what', () => {
  it('is told by customer with exact sums of each', async () => {
    const coupons = [
      coupon({ couponId: '1', customerId: 'c1', balance: '0.10' }, { key: '1' }),
      coupon({ couponId: '2', customerId: 'c1', balance: '0.20' }, { key: '2' }),
      coupon({ couponId: '3', customerId: 'c2', balance: '5', currency: 'USD' }, { key: '3' }),
    ]
    const { page, lines } = await open('#coupons', { rows: { coupon: coupons } })
    await page.get(testId('group')).setValue('customerId')
    await flushPromises()
    expect(lines()).toEqual(['云**司 (c1) · 2 · ¥0.30', '云**司 (c2) · 1 · US$5.00'])
  })
  it('leads back to the page of the console it was read on', async () => {
    const health = {
      id: '1',
      kind: 'resource' as const,
      place: 'https://account.huaweicloud.com/obmgr/#/resources',
      title: '查看资源',
      source: 'capture' as const,
      lastSeenAt: noon,
      seen: 1,
      understood: 1,
      rejected: 0,
      reasons: {},
      unmapped: [],
    }
    const { page } = await open('#resources', { health: [health] })
    expect(page.get(`${testId('kind-resource')} a`).attributes('href')).toBe(health.place)
  })
})

describe('the page of a customer', () => {
  const rows = {
    resource: some,
    customer: [row({ customerId: 'c1', name: '云**司', accountName: 'yun' }, { key: 'c1' })],
    coupon: [coupon({ customerId: 'c1', balance: '12.00' })],
    incentive: [row({ incentiveId: 'i', accountName: 'yun', amount: '3.00', currency: 'CNY' })],
  }
  it('joins everything known by id or account', async () => {
    const { page } = await open('#customers/customer/c1', { rows })
    await vi.waitFor(() => page.get(testId('related-incentive')))
    const text = page.get(testId('customer-page')).text()
    expect(text).toContain('云**司')
    expect(page.get(testId('customer-sums')).text()).toContain('¥12.00')
    expect(page.get(testId('related-resource')).text()).toContain('3')
    expect(page.get(testId('related-incentive')).text()).toContain('¥3.00')
  })
  it('is there for a customer no list showed', async () => {
    const { page } = await open('#customers/customer/c2', { rows })
    await vi.waitFor(() => page.get(testId('related-resource')))
    expect(page.get(testId('customer-page')).get(testId('empty')).text()).toContain('客户管理')
    expect(page.get(testId('related-resource')).text()).toContain('ecs-2')
  })
})
