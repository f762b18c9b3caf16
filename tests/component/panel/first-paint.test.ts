import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import CouponBalances from '@/components/coupons/CouponBalances.vue'
import { paintFirst } from '@/components/panel/first-paint'
import type { BegunLook } from '@/utils/cache/first-look-begun'
import type { Glance } from '@/utils/cache/types'
import { language } from '@/utils/i18n/texts'
import { amountsHidden } from '@/utils/masking/amounts'
import { hour, noon } from '../page'
import { alice, bob } from '../rows'

const glance: Glance = {
  account: alice.key,
  lines: [
    {
      holder: 'own',
      type: 'cash',
      currency: 'USD',
      balance: '1200.05',
      count: 2,
      nearestExpiry: noon + 48 * hour,
    },
    { holder: 'issued', type: 'voucher', currency: '', balance: '300.00', count: 3 },
  ],
  expiring: [],
  exports: [],
  observedAt: noon - 3 * hour,
}
const looked = globalThis as { partnerLensLook?: Promise<BegunLook | undefined> }
const look = (more: Partial<BegunLook> = {}) => {
  looked.partnerLensLook = Promise.resolve({
    glances: [{ ...glance, account: bob.key, lines: [] }, glance],
    accounts: [
      { ...bob, lastSeenAt: 1 },
      { ...alice, lastSeenAt: 2 },
    ],
    amountsHidden: false,
    ...more,
  })
}
const first = () => document.querySelector('#first')

describe('what the panel shows before its code has come', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: noon })
    document.body.innerHTML = '<div id="app"><section id="first"></section></div>'
  })
  afterEach(() => {
    vi.useRealTimers()
    delete looked.partnerLensLook
    delete document.documentElement.dataset.theme
    amountsHidden.value = false
    language.value = 'zh'
  })

  for (const words of ['zh', 'en'] as const)
    for (const hidden of [false, true])
      it(`is what the page shows then (${words}${hidden ? ', covered' : ''})`, async () => {
        look({ settings: { language: words }, amountsHidden: hidden })
        await paintFirst('fr')
        language.value = words
        amountsHidden.value = hidden
        const page = mount(CouponBalances, { props: { glance, now: noon } })
        await nextTick()
        expect(first()?.innerHTML).toBe(page.element.innerHTML)
        expect(first()?.className).toBe(page.element.className)
        expect(page.text()).toContain(hidden ? '•••' : '1,200.05')
        expect(page.text().includes('1,200.05')).toBe(!hidden)
      })

  it('has the language and the theme that are set', async () => {
    look({ settings: { language: 'en', theme: 'dark' } })
    await paintFirst('zh-CN')
    expect(document.documentElement.lang).toBe('en')
    expect(document.documentElement.dataset.theme).toBe('dark')
  })
  it("follows the browser's language where none is set", async () => {
    look()
    await paintFirst('zh-TW')
    expect(first()?.textContent).toContain('可用余额')
  })
  it('shows nothing of an account that was not seen last', async () => {
    look({
      accounts: [
        { ...bob, lastSeenAt: 3 },
        { ...alice, lastSeenAt: 2 },
      ],
    })
    await paintFirst('en')
    expect(first()?.childElementCount).toBe(0)
  })
  it('shows nothing where nothing can be read', async () => {
    looked.partnerLensLook = Promise.resolve(undefined)
    await paintFirst('en')
    expect(first()?.childElementCount).toBe(0)
  })
})
