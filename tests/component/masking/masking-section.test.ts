import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import MaskingSection from '@/components/masking/MaskingSection.vue'
import type { MaskedColumn, TabState } from '@/utils/messaging/protocol'
import { UnreachableError } from '@/utils/errors'
import { noon, openPage, testId } from '../page'

const column = (more: Partial<MaskedColumn> = {}): MaskedColumn => ({
  id: 'c1',
  header: '客户名称',
  personal: 'company',
  state: 'masked',
  masked: 18,
  rows: 20,
  ...more,
})
const tab = (...columns: MaskedColumn[]): TabState => ({ tabId: 3, columns })

describe('the masked columns of the page', () => {
  it('have a switch each that says what it stands for', async () => {
    const { page } = await openPage(MaskingSection, {
      tab: tab(
        column(),
        column({ id: 'c2', header: '手机号码', state: 'shown', until: noon + 42_000 }),
      ),
    })
    const switches = page.findAll('li [role=switch]')
    expect(switches.map((each) => each.attributes('aria-checked'))).toEqual(['false', 'true'])
    expect(switches.map((each) => each.attributes('aria-label'))).toEqual(['客户名称', '手机号码'])
    expect(page.text()).toContain('18 / 20 行隐藏')
    expect(page.text()).toContain('42秒')
  })
  it('are shown and hidden through the worker, of the tab in front', async () => {
    const shown = column({ state: 'shown' })
    const { page, asked } = await openPage(MaskingSection, {
      tab: tab(column()),
      answer: { 'masking.set': () => ({ columns: [shown] }) },
    })
    await page.get('li [role=switch]').trigger('click')
    await flushPromises()
    expect(asked).toContainEqual(['masking.set', { tabId: 3, column: 'c1', shown: true }])
    expect(page.get('li [role=switch]').attributes('aria-checked')).toBe('true')
    expect(page.get(testId('masking-status')).text()).toBe('客户名称已显示。')
    await page.get('li [role=switch]').trigger('click')
    expect(asked).toContainEqual(['masking.set', { tabId: 3, column: 'c1', shown: false }])
  })
  it('are shown together by one switch', async () => {
    const { page, asked } = await openPage(MaskingSection, {
      tab: tab(column(), column({ id: 'c2', state: 'no-control' })),
    })
    await page.get(testId('mask-all')).trigger('click')
    expect(asked).toContainEqual(['masking.set', { tabId: 3, column: 'all', shown: true }])
  })
  it('count as all shown when every one that can be is', async () => {
    const { page } = await openPage(MaskingSection, {
      tab: tab(column({ state: 'shown' }), column({ id: 'c2', state: 'no-control' })),
    })
    expect(page.get(testId('mask-all')).attributes('aria-checked')).toBe('true')
  })
  it.each([
    ['working', '处理中', true],
    ['failed', '请在页面上点击小眼睛', false],
    ['no-control', '没有可按的小眼睛', true],
  ] as const)('say in words that they are %s', async (state, words, disabled) => {
    const { page } = await openPage(MaskingSection, { tab: tab(column({ state })) })
    expect(page.get('li').text()).toContain(words)
    expect(page.get('li [role=switch]').attributes('disabled') !== undefined).toBe(disabled)
  })
  it('follow the page', async () => {
    const opened = await openPage(MaskingSection, { tab: tab(column()) })
    await opened.tab(tab(column({ header: '邮箱' })))
    expect(opened.page.text()).toContain('邮箱')
  })
  it('may be none: then where there are some', async () => {
    const { page } = await openPage(MaskingSection)
    expect(page.get(testId('empty')).text()).toContain('客户管理')
  })
  it('stay as they are when the page does not answer', async () => {
    const { page } = await openPage(MaskingSection, {
      tab: tab(column()),
      answer: {
        'masking.set': () => {
          throw new UnreachableError('gone')
        },
      },
    })
    await page.get('li [role=switch]').trigger('click')
    await flushPromises()
    expect(page.get(testId('problem')).text()).toContain('后台没有回应')
    expect(page.get('li [role=switch]').attributes('aria-checked')).toBe('false')
  })
  it('speak English', async () => {
    const { page } = await openPage(MaskingSection, {
      tab: tab(column({ header: 'Customer name' })),
      language: 'en',
    })
    expect(page.text()).toContain('18 of 20 rows hidden')
  })
})
