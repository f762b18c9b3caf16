import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import DashboardPage from '@/components/dashboard/DashboardPage.vue'
import KeysNames from '@/components/keys/KeysNames.vue'
import type { FullValues } from '@/utils/cache/full-values'
import { answerOf, type Opening, openPage, testId } from '../page'
import { alice, coupon, row } from '../rows'

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 })
afterEach(() => (location.hash = ''))

const full = '北京云舟科技有限公司'
const remembered: FullValues = new Map([['customer|c1', { customerName: full, accountName: 'yz' }]])
const door = (values: FullValues | undefined = remembered) => ({
  recall: vi.fn(async () => values),
  forget: vi.fn(async () => {}),
  dataKey: async () => undefined,
})
const rows = {
  coupon: [
    coupon({ couponId: 'A', customerId: 'c1', customerName: '北京**有限公司' }, { key: 'A' }),
    coupon({ couponId: 'B', customerId: 'c2', customerName: '北京**有限公司' }, { key: 'B' }),
  ],
  customer: [row({ customerId: 'c1', name: '北京**有限公司' }, { key: 'c1' })],
}
async function coupons(names: ReturnType<typeof door>, settings: object) {
  location.hash = '#coupons'
  const kept: Opening['kept'] = {
    accounts: [alice],
    rows,
    settings: { acceptedAt: 1, ...settings },
  }
  const opened = await openPage(DashboardPage, { kept, rim: { names: async () => names } })
  await flushPromises()
  const { page } = opened
  return {
    ...opened,
    keys: () => page.findAll('[role=grid] [data-key]').map((each) => each.attributes('data-key')),
    async search(text: string) {
      await page.get(testId('filter')).setValue(text)
      await flushPromises()
    },
    html: () => document.documentElement.outerHTML,
  }
}

describe('names the vault remembers', () => {
  it('are found by the search and shown by a press alone', async () => {
    const { page, keys, search, html } = await coupons(door(), { rememberNames: true })
    await search('云舟')
    expect(keys()).toEqual(['A'])
    // The browser writes addresses into its history.
    expect(decodeURIComponent(location.hash)).not.toContain('云舟')
    expect(html()).not.toContain(full)
    await page.get('[data-key=A]').trigger('click')
    await flushPromises()
    expect(html()).not.toContain(full)
    document.querySelector<HTMLElement>(`[data-testid=drawer] ${testId('field-eye')}`)?.click()
    await flushPromises()
    expect(document.querySelector('[data-testid=drawer]')?.textContent).toContain(full)
  })
  it('are neither found nor shown while the vault is locked', async () => {
    const { page, keys, search } = await coupons(door(new Map()), { rememberNames: true })
    await search('云舟')
    expect(keys()).toEqual([])
    await search('')
    await page.get('[data-key=A]').trigger('click')
    await flushPromises()
    expect(document.querySelector(testId('field-eye'))).toBeNull()
  })
  it('are not asked for while the switch is off', async () => {
    const names = door()
    const { keys, search } = await coupons(names, {})
    await search('云舟')
    expect(keys()).toEqual([])
    expect(names.recall).not.toHaveBeenCalled()
  })
})

describe('the switch', () => {
  it('is off at first; switched off again, everything is forgotten', async () => {
    const names = door()
    const { page, store } = await openPage(KeysNames, { rim: { names: async () => names } })
    expect(page.get('[role=switch]').attributes('aria-checked')).toBe('false')
    await page.get('[role=switch]').trigger('click')
    await flushPromises()
    expect(store.kept.settings.rememberNames).toBe(true)
    await page.get('[role=switch]').trigger('click')
    await flushPromises()
    expect(store.kept.settings.rememberNames).toBe(false)
    expect(names.forget).toHaveBeenCalledOnce()
  })
  it('asks before it forgets, and the days are the user’s', async () => {
    const names = door()
    const { page, store } = await openPage(KeysNames, {
      kept: { settings: { rememberNames: true } },
      rim: { names: async () => names },
    })
    await page.get(testId('name-days')).setValue('7')
    expect(store.kept.settings.nameDays).toBe(7)
    await page.get(testId('names-forget')).trigger('click')
    expect(names.forget).not.toHaveBeenCalled()
    ;(await answerOf('confirm-yes')).click()
    await flushPromises()
    expect(names.forget).toHaveBeenCalledOnce()
    expect(page.get('[role=status]').text()).toContain('忘记')
  })
})
