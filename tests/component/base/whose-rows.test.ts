import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import PanelPage from '@/components/panel/PanelPage.vue'
import { answerOf, openPage, testId } from '../page'
import { alice, bob, coupon, unknown } from '../rows'

const stray = coupon({}, { account: unknown.key })
const accounts = [{ ...unknown, lastSeenAt: alice.lastSeenAt + 1 }, alice, bob]
const kept = { accounts, rows: { coupon: [stray] } }

describe('rows of an account nobody named', () => {
  it('are given to one of the same site, after a question', async () => {
    const { page, store } = await openPage(PanelPage, { kept })
    await page.get(`${testId('whose-rows')} ${testId('give-rows')}`).trigger('click')
    const confirm = await answerOf('confirm-yes')
    expect(await store.cache.read('coupon', unknown.key)).toHaveLength(1)
    confirm.click()
    await flushPromises()
    await vi.waitFor(async () =>
      expect(await store.cache.read('coupon', alice.key)).toHaveLength(1),
    )
    expect(page.find(testId('whose-rows')).exists()).toBe(false)
    expect(page.get(testId('kind-coupon')).text()).toContain(String(stray['planName']))
  })
  it('are nobody else’s to give: no word where the account shown is known, or no other is', async () => {
    const known = await openPage(PanelPage, { kept: { ...kept, accounts: [alice, bob] } })
    expect(known.page.find(testId('whose-rows')).exists()).toBe(false)
    const alone = await openPage(PanelPage, { kept: { ...kept, accounts: [unknown] } })
    expect(alone.page.find(testId('whose-rows')).exists()).toBe(false)
  })
})
