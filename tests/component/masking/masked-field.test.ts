import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, shallowRef } from 'vue'
import MaskedField from '@/components/masking/MaskedField.vue'
import type { Presenting } from '@/utils/masking/presenting'
import { openPage, testId } from '../page'

const name = '北京云舟科技有限公司'
const masked = '北京**科技有限公司'
beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }))
afterEach(() => vi.useRealTimers())

async function open(more: Parameters<typeof openPage>[1] = {}) {
  const full = shallowRef<(() => Promise<string | undefined>) | undefined>(async () => name)
  const root = defineComponent(
    () => () => h(MaskedField, { label: '客户名称', masked, full: full.value }),
  )
  const opened = await openPage(root, more)
  const press = async (id: string) => {
    await opened.page.get(testId(id)).trigger('click')
    await flushPromises()
  }
  const html = () => document.documentElement.outerHTML
  return { ...opened, full, press, html }
}

describe('a masked field', () => {
  it('has the full value nowhere in the document until its eye is pressed, and not after', async () => {
    const { page, press, html } = await open()
    expect(page.text()).toContain(masked)
    expect(html()).not.toContain(name)
    await press('field-eye')
    expect(page.text()).toContain(name)
    expect(page.get(testId('field-eye')).attributes('aria-pressed')).toBe('true')
    expect(page.get('[role=timer]').text()).toContain('1分钟')
    await press('field-eye')
    expect(html()).not.toContain(name)
  })
  it('is hidden when its time is over', async () => {
    const { press, html } = await open({ kept: { settings: { acceptedAt: 1, revealSeconds: 15 } } })
    await press('field-eye')
    await vi.advanceTimersByTimeAsync(14_500)
    expect(html()).toContain(name)
    await vi.advanceTimersByTimeAsync(600)
    expect(html()).not.toContain(name)
  })
  it('is hidden with what the page shows, and has no eye then', async () => {
    const { page, full, press, html } = await open()
    await press('field-eye')
    full.value = undefined
    await flushPromises()
    expect(html()).not.toContain(name)
    expect(page.find(testId('field-eye')).exists()).toBe(false)
  })
  it('is hidden at once in presentation mode', async () => {
    let present: (now: Presenting) => void = () => {}
    const { page, press, html } = await open({
      rim: { onPresenting: (listener) => ((present = listener), () => {}) },
    })
    await press('field-eye')
    present({ on: true, amounts: false })
    await flushPromises()
    expect(html()).not.toContain(name)
    expect(page.find(testId('field-eye')).exists()).toBe(false)
  })
  it('asks once before it copies what is hidden', async () => {
    const { rim, press } = await open()
    await press('field-copy')
    expect(rim.copy).not.toHaveBeenCalled()
    document.querySelector<HTMLElement>(testId('confirm-yes'))?.click()
    await flushPromises()
    expect(rim.copy).toHaveBeenLastCalledWith(name)
    await press('field-copy')
    expect(rim.copy).toHaveBeenCalledTimes(2)
  })
  it('copies what is shown without a question', async () => {
    const { rim, press } = await open()
    await press('field-eye')
    await press('field-copy')
    expect(rim.copy).toHaveBeenCalledExactlyOnceWith(name)
  })
})
