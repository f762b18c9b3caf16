import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import DashboardPage from '@/components/dashboard/DashboardPage.vue'
import { noon, openPage, testId, type Opening } from '../page'
import { alice, coupon, row } from '../rows'

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 })
HTMLElement.prototype.scrollIntoView = () => {}
afterEach(() => (location.hash = ''))

const rows = {
  resource: [
    row({ resourceId: 'r1', name: 'ecs-yun', status: 'frozen', customerId: 'c1' }, { key: 'r1' }),
    ...Array.from({ length: 7 }, (_, n) =>
      row({ resourceId: `x${n}`, name: `disk-${n}`, startedAt: noon }, { key: `x${n}` }),
    ),
  ],
  coupon: [coupon({ couponId: 'CP-yun', planName: '云券' }, { key: 'CP-yun' })],
  customer: [row({ customerId: 'c1', name: '云**司', accountName: 'yun' }, { key: 'c1' })],
}
const couponsSeen = {
  id: '1',
  place: 'https://account.huaweicloud.com/obmgr/#/voucher',
  title: '券管理',
  source: 'capture' as const,
  lastSeenAt: noon,
  seen: 1,
  understood: 1,
  rejected: 0,
  reasons: {},
  unmapped: [],
}
const find = (selector: string) => document.querySelector<HTMLElement>(selector)

async function open(hash = '', kept: Opening['kept'] = {}) {
  location.hash = hash
  const opened = await openPage(DashboardPage, { kept: { accounts: [alice], rows, ...kept } })
  return {
    ...opened,
    async keys() {
      dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true }))
      await vi.waitFor(() => expect(find(testId('palette-box'))).toBeTruthy())
    },
    async type(text: string) {
      const box = find(testId('palette-box')) as HTMLInputElement
      box.value = text
      box.dispatchEvent(new Event('input'))
      await flushPromises()
    },
    async choose(text: string) {
      const item = [...document.querySelectorAll<HTMLElement>('.palette .hit')].find((each) =>
        each.textContent?.includes(text),
      )
      item?.click()
      await flushPromises()
    },
  }
}

describe('the search over all kinds', () => {
  it('opens with the keys and finds records of every kind while one types', async () => {
    const { keys, type } = await open()
    await keys()
    await type('yun')
    expect(find(testId('found-resource'))?.textContent).toContain('ecs-yun')
    expect(find(testId('found-coupon'))?.textContent).toContain('云券')
    expect(find(testId('found-customer'))?.textContent).toContain('云**司')
    await type('kind:resource status:冻结')
    expect(find(testId('found-coupon'))).toBeNull()
    expect(find(testId('found-resource'))?.textContent).toContain('已冻结')
  })
  it('switches presentation mode by its command', async () => {
    const { keys, type, choose, asked } = await open()
    await keys()
    await type('演示')
    await choose('演示模式')
    expect(asked).toContainEqual(['presentation.set', { on: true, amounts: false }])
  })
  it('shows the user’s own columns of a page of the console by a command that says how many', async () => {
    const [place, other] = [
      'https://account.huaweicloud.com/#/list',
      'https://account.huaweicloud.com/#/gone',
    ]
    const { keys, type, asked } = await open('', {
      settings: { revealSets: { [place]: ['a', 'b'], [other]: ['c'] } },
      health: [{ ...couponsSeen, place, title: '客户列表' }],
    })
    await keys()
    await type('常用字段')
    const items = () => [...document.querySelectorAll<HTMLElement>('.palette .hit')]
    // Of a page that is not known by its title the address says which.
    expect(items().map((each) => each.textContent?.trim())).toEqual([
      '显示常用字段（2）：客户列表',
      '显示常用字段（1）：account.huaweicloud.com/#/gone',
    ])
    items()[0]?.click()
    await flushPromises()
    expect(asked).toContainEqual(['reveal.mine', { place }])
  })
  it('leads to the record, a customer to its page', async () => {
    const { page, keys, type, choose } = await open()
    await keys()
    await type('ecs-yun')
    await choose('ecs-yun')
    expect(location.hash).toBe('#resources/resource/r1')
    expect(find(testId('drawer'))?.textContent).toContain('ecs-yun')
    find(testId('drawer-close'))?.click()
    await flushPromises()
    expect(location.hash).toBe('#resources/resource')
    await keys()
    await type('kind:customer yun')
    await choose('云**司')
    await vi.waitFor(() => page.get(testId('customer-page')))
  })
  it('leads to all of a kind where there are more', async () => {
    const { page, keys, type, choose } = await open()
    await keys()
    await type('disk')
    await choose('查看全部 7 条')
    expect(location.hash).toBe('#resources/resource?q=disk')
    expect(page.findAll('[role=grid] [data-key]')).toHaveLength(7)
  })
  it('says when nothing was found', async () => {
    const { keys, type } = await open()
    await keys()
    await type('zzzz')
    expect(find(testId('found-nothing'))?.textContent).toContain('没有找到')
  })
  it('starts with what the address asks for', async () => {
    await open('#search?q=ecs-yun')
    await vi.waitFor(() => expect(find(testId('found-resource'))?.textContent).toContain('ecs-yun'))
  })
})

describe('commands', () => {
  it('go to views, to pages of the console that were read, and export the table shown', async () => {
    const { rim, keys, type, choose, page } = await open('#resources', {
      health: [couponsSeen, { ...couponsSeen, id: '2', place: 'javascript:alert(1)', title: 'x' }],
    })
    await keys()
    expect(find('[data-command="console javascript:alert(1)"]')).toBeNull()
    await choose('券管理')
    expect(rim.openUrl).toHaveBeenCalledWith(couponsSeen.place)
    await keys()
    await type('csv')
    await choose('CSV')
    await vi.waitFor(() => expect(rim.save).toHaveBeenCalled())
    await keys()
    await type('任务')
    await choose('前往：任务')
    expect(page.find(testId('kind-salesTask')).exists()).toBe(true)
  })
})
