import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, it, vi } from 'vitest'
import { h } from 'vue'
import AnalysisView from '@/components/analysis/AnalysisView.vue'
import { amountsHidden } from '@/utils/masking/amounts'
import { openPage } from '../page'

const told = vi.hoisted(() => ({ mount: vi.fn(), update: vi.fn(), unmount: vi.fn() }))
vi.mock('@/components/analytics/mount', () => ({
  mountAnalytics: (_place: Element, options: unknown) => {
    told.mount(options)
    return { update: told.update, unmount: told.unmount }
  },
}))
afterEach(() => (amountsHidden.value = false))

it('keeps the shapes of charts and drops their figures while amounts are covered', async () => {
  amountsHidden.value = true
  await openPage({ render: () => h(AnalysisView, { account: 'cn:alice' }) })
  expect(told.mount).toHaveBeenCalledWith(expect.objectContaining({ mask: { amounts: true } }))
  amountsHidden.value = false
  await flushPromises()
  expect(told.update).toHaveBeenLastCalledWith({ mask: { amounts: false } })
})
