import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import MaskingSection from '@/components/masking/MaskingSection.vue'
import type { MaskedColumn, Order, TabState } from '@/utils/messaging/protocol'
import { UnreachableError } from '@/utils/errors'
import { hour, noon, openPage, testId } from '../page'

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
  it('are shown and hidden by the script of their frame', async () => {
    const tell = vi.fn(async () => ({ left: 19 }))
    const opened = await openPage(MaskingSection, {
      tab: tab(column({ frame: 4 })),
      rim: { tell },
    })
    const press = () => opened.page.get('li [role=switch]').trigger('click')
    await press()
    const asked = { order: 'masking.show', columns: ['c1'], seconds: 60, keep: false, most: 20 }
    expect(tell).toHaveBeenCalledWith(3, { ...asked, why: 'column' }, 4)
    await opened.tab(tab(column({ frame: 4, state: 'shown' })))
    expect(opened.page.get('li [role=switch]').attributes('aria-checked')).toBe('true')
    expect(opened.page.get(testId('masking-status')).text()).toBe('客户名称已显示。')
    await press()
    expect(tell).toHaveBeenLastCalledWith(3, { order: 'masking.hide', columns: ['c1'] }, 4)
  })
  it('share the presses of one gesture over all frames', async () => {
    const most: number[] = []
    const tell = vi.fn(async (_tab: number, order: Order) => {
      if (order.order === 'masking.show') most.push(order.most)
      return { left: 6 }
    })
    const { page } = await openPage(MaskingSection, {
      tab: tab(
        column({ frame: 0 }),
        column({ id: 'c2', frame: 3 }),
        column({ id: 'c3', state: 'no-control' }),
      ),
      rim: { tell },
    })
    await page.get(testId('reveal-all')).trigger('click')
    await flushPromises()
    expect(most).toEqual([20, 6])
  })
  it('are shown by sort', async () => {
    const tell = vi.fn(async () => ({ left: 1 }))
    const { page } = await openPage(MaskingSection, {
      tab: tab(column(), column({ id: 'c2', personal: 'phone' })),
      rim: { tell },
    })
    await page.get('[data-kind=phone]').trigger('click')
    expect(tell.mock.calls[0]?.[1 as never]).toMatchObject({ columns: ['c2'], why: 'kind' })
  })
  it('are remembered for the page when asked, and shown together by one press', async () => {
    const tell = vi.fn(async () => ({ left: 1 }))
    const page = { url: 'https://account.huaweicloud.com/obmgr/#/a?customerId=1', title: '' }
    const opened = await openPage(MaskingSection, {
      tab: { ...tab(column({ state: 'shown' }), column({ id: 'c2' })), page },
      rim: { tell },
    })
    await opened.page.get(testId('reveal-remember')).trigger('click')
    await flushPromises()
    expect(opened.store.kept.settings.revealSets).toEqual({
      'https://account.huaweicloud.com/obmgr/#/a': ['c1'],
    })
    await opened.tab({ ...tab(column(), column({ id: 'c2' })), page })
    await opened.page.get(testId('reveal-mine')).trigger('click')
    expect(tell.mock.calls[0]?.[1 as never]).toMatchObject({ columns: ['c1'], why: 'set' })
  })
  it('count what was shown today and save it without values', async () => {
    const note = { at: noon - hour, place: 'https://h/a', header: '邮箱', why: 'all' } as const
    const old = { ...note, id: 'b', at: noon - 24 * hour, seconds: 9 }
    const { page, rim } = await openPage(MaskingSection, {
      rim: {
        onReveals: (hear) => {
          hear([{ ...note, id: 'a', seconds: 60 }, old])
          return () => {}
        },
      },
    })
    expect(page.get(`${testId('reveal-list')} summary`).text()).toContain('1 次')
    await page.get(testId('reveal-export')).trigger('click')
    await vi.waitFor(() => expect(rim.save).toHaveBeenCalled())
    const [, file] = vi.mocked(rim.save).mock.calls[0] ?? []
    expect(await file?.text()).toContain('2026-11-22 09:00:00,https://h/a,邮箱,60,全部显示')
  })
  it.each([
    ['working', '处理中', true],
    ['failed', '请在页面上自行点击小眼睛', true],
    ['no-control', '没有提供小眼睛', true],
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
      rim: { tell: () => Promise.reject(new UnreachableError('gone')) },
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
