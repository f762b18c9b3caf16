import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import OptionsPage from '@/components/settings/OptionsPage.vue'
import { FullError } from '@/utils/errors'
import { answerOf, noon, openPage, testId } from '../page'
import { alice } from '../rows'

describe('the options', () => {
  it('are written at once and told to the worker', async () => {
    const { page, store, asked } = await openPage(OptionsPage)
    await page.get(testId('language')).setValue('en')
    await page.get(testId('theme')).setValue('dark')
    await page.get(testId('reveal-seconds')).setValue('120')
    await page.get(testId('launcher')).trigger('click')
    await flushPromises()
    expect(store.kept.settings).toMatchObject({
      language: 'en',
      theme: 'dark',
      revealSeconds: 120,
      launcherHidden: true,
    })
    expect(asked.filter(([name]) => name === 'settings.changed')).toHaveLength(4)
  })
  it('say so when they could not be written', async () => {
    const { page, store } = await openPage(OptionsPage)
    store.cache.saveSettings = async () => {
      throw new FullError('full')
    }
    await page.get(testId('theme')).setValue('dark')
    await flushPromises()
    expect(page.get(testId('problem')).text()).toContain('存储空间已满')
  })
  it('keep reminders as whole hours within a week, each once', async () => {
    const { page, store } = await openPage(OptionsPage)
    const section = page.get(testId('reminders'))
    await section.get('input').setValue('48')
    await section.get('form').trigger('submit')
    await flushPromises()
    expect(store.kept.settings.exportReminderHours).toEqual([48, 24, 6, 1])
    await section.get('input').setValue('0')
    expect(section.get('form button').attributes('disabled')).toBeDefined()
    await section.get('[aria-label*="48"]').trigger('click')
    await flushPromises()
    expect(store.kept.settings.exportReminderHours).toEqual([24, 6, 1])
  })
  it('set the retention of one page and take it back', async () => {
    const { page, store } = await openPage(OptionsPage)
    const field = page.get('[data-slug=customers]')
    await field.setValue('48')
    await flushPromises()
    expect(store.kept.settings.retentionHours).toEqual({ customers: 48 })
    await field.setValue('')
    await flushPromises()
    expect(store.kept.settings.retentionHours).toEqual({})
  })
  it('tell what is stored and how much', async () => {
    const usage = [
      { account: 'cn:alice', kind: 'coupon' as const, rows: 1234, bytes: 2048, newest: noon },
    ]
    const { page } = await openPage(OptionsPage, { kept: { usage, accounts: [alice] } })
    const text = page.get(testId('usage')).text()
    expect(text).toContain('alice')
    expect(text).toContain('1,234')
    expect(text).toContain('2 kB')
  })
  it('speak English', async () => {
    const { page } = await openPage(OptionsPage, { language: 'en' })
    expect(page.get('h1').text()).toBe('Partner Lens options')
  })
})

describe('notifications', () => {
  it('are asked for in the turn of the press', async () => {
    const { page, rim } = await openPage(OptionsPage)
    page.get(testId('allow-notifications')).element.dispatchEvent(new MouseEvent('click'))
    expect(rim.requestPermission).toHaveBeenCalledWith('notifications')
    await flushPromises()
    expect(page.find(testId('test-notification')).exists()).toBe(true)
  })
  it('say what a refusal means', async () => {
    const { page } = await openPage(OptionsPage, { rim: { requestPermission: async () => false } })
    await page.get(testId('allow-notifications')).trigger('click')
    await flushPromises()
    expect(page.get(testId('notifications')).get('[role=alert]').text()).toContain('没有授予')
  })
  it('can be tested once they are allowed', async () => {
    const { page, asked } = await openPage(OptionsPage, {
      rim: { hasPermission: async () => true },
    })
    await page.get(testId('test-notification')).trigger('click')
    await flushPromises()
    expect(asked).toContainEqual(['reminder.test', {}])
    expect(page.get(testId('notifications')).text()).toContain('已发送')
  })
})

describe('forget everything', () => {
  const dialog = () => document.querySelector('[role=alertdialog]')

  it('asks first, says what goes, and does nothing on cancel', async () => {
    const { page, asked } = await openPage(OptionsPage)
    await page.get(testId('forget-everything')).trigger('click')
    const cancel = await answerOf('confirm-cancel')
    expect(dialog()?.textContent).toContain('导出任务、下载标记和提醒')
    expect(document.activeElement?.getAttribute('data-testid')).toBe('confirm-cancel')
    cancel.click()
    await vi.waitFor(() => expect(dialog()).toBeNull())
    expect(asked.map(([name]) => name)).not.toContain('forget.everything')
  })
  it('forgets when told to, and says so', async () => {
    const { page, asked } = await openPage(OptionsPage)
    await page.get(testId('forget-everything')).trigger('click')
    ;(await answerOf('confirm-yes')).click()
    await vi.waitFor(() => expect(page.get(testId('forgotten')).text()).toBe('已全部清除。'))
    expect(asked).toContainEqual(['forget.everything', {}])
  })
  it('forget the keys with everything, even when the worker then fails', async () => {
    const { page, rim } = await openPage(OptionsPage, {
      answer: {
        'forget.everything': () => {
          throw new Error('gone')
        },
      },
    })
    const keeper = await rim.keys?.()
    await keeper?.keepInMemory({
      site: 'cn',
      ak: 'CANARYAK00000000WXYZ',
      sk: 'canary-sk-0123456789',
    })
    await page.get(testId('forget-everything')).trigger('click')
    ;(await answerOf('confirm-yes')).click()
    await vi.waitFor(async () => expect(await keeper?.credentials()).toBe('none'))
  })
})
