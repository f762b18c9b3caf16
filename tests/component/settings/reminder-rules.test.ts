import { describe, expect, it } from 'vitest'
import OptionsPage from '@/components/settings/OptionsPage.vue'
import { openPage, testId } from '../page'
import { alice } from '../rows'

const open = (settings = {}) =>
  openPage(OptionsPage, { kept: { settings: { acceptedAt: 1, ...settings }, accounts: [alice] } })
const rule = (topic: string, part: string) => `${testId(`rule-${topic}`)} ${part}`

describe('rules of reminders', () => {
  it('stand as usual until they are changed', async () => {
    const { page } = await open()
    const days = (topic: string) =>
      page.get<HTMLInputElement>(rule(topic, testId('rule-days'))).element.value
    expect([days('coupon'), days('subscription'), days('bill')]).toEqual([
      '30, 7, 1',
      '30, 15, 7',
      '3, 1',
    ])
    expect(page.get<HTMLInputElement>(rule('package', testId('rule-below'))).element.value).toBe(
      '20',
    )
  })
  it('are switched off one by one', async () => {
    const { page, store } = await open()
    await page.get(rule('coupon', '[role=switch]')).trigger('click')
    expect(store.kept.settings.reminderRules).toEqual({ coupon: { on: false } })
    expect(page.find(rule('coupon', testId('rule-days'))).exists()).toBe(false)
  })
  it('take days and an amount, and nothing that is none', async () => {
    const { page, store } = await open()
    const days = page.get<HTMLInputElement>(rule('coupon', testId('rule-days')))
    await days.setValue('1, 14 天；400 x 14')
    expect(store.kept.settings.reminderRules?.coupon).toEqual({ hours: [336, 24] })
    await days.setValue('none')
    expect(days.element.value).toBe('14, 1')
    const over = page.get<HTMLInputElement>(rule('coupon', testId('rule-over')))
    await over.setValue('100.50')
    expect(store.kept.settings.reminderRules?.coupon).toEqual({ hours: [336, 24], over: '100.50' })
    await over.setValue('-5')
    expect(over.element.value).toBe('100.50')
  })
  it('keep quiet on days and for accounts, and never on all days', async () => {
    const { page, store } = await open({ quiet: { on: true, from: 22, to: 8, days: [1, 2] } })
    const boxes = page.findAll(`${testId('quiet-hours')} [type=checkbox]`)
    await boxes[0]?.trigger('change')
    expect(store.kept.settings.quiet?.days).toEqual([2])
    await boxes[1]?.trigger('change')
    expect(store.kept.settings.quiet?.days).toEqual([2])
    await page
      .findAll(`${testId('quiet-hours')} [role=switch]`)
      .at(-1)
      ?.trigger('click')
    expect(store.kept.settings.mutedAccounts).toEqual(['cn:alice'])
  })
})

describe('where downloads go', () => {
  it('follows a pattern that keeps files in their folder', async () => {
    const { page, store } = await open()
    const pattern = page.get(testId('pattern'))
    await pattern.setValue('../{name}')
    expect(page.get(testId('pattern-problem')).text()).toContain('..')
    expect(store.kept.settings.downloadPattern).toBeUndefined()
    await pattern.setValue('Exports/{name}.{ext}')
    expect(store.kept.settings.downloadPattern).toBe('Exports/{name}.{ext}')
    expect(page.get('#pattern-says').text()).toContain('Exports/')
  })
  it('by itself only with the permission, asked for at that press', async () => {
    const { page, store, rim } = await openPage(OptionsPage, {
      rim: { requestPermission: async () => false },
    })
    await page.get(testId('by-itself')).trigger('click')
    expect(store.kept.settings.downloadByItself).toBe(false)
    expect(rim).toBeDefined()
  })
})
