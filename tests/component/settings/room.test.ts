import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import RoomNotice from '@/components/health/RoomNotice.vue'
import StoredUsage from '@/components/settings/StoredUsage.vue'
import { kindOf } from '@/utils/kinds'
import { noon, openPage, testId } from '../page'
import { alice, bob, coupon, exportTask } from '../rows'

const storage = (usage: number, persisted = false, agrees = true) => ({
  estimate: async () => ({ usage, quota: 1000 }),
  persisted: async () => persisted,
  persist: vi.fn(async () => agrees),
})
const use = (account: string, kind: 'coupon' | 'exportTask') => {
  return { account, kind, rows: 2, bytes: 500, newest: noon }
}
const kept = {
  accounts: [alice, bob],
  usage: [use('cn:alice', 'coupon'), use('intl:bob', 'coupon'), use('cn:alice', 'exportTask')],
  rows: {
    coupon: [coupon(), coupon({}, { account: 'intl:bob' })],
    exportTask: [exportTask()],
  },
}
const confirmed = async () => {
  document.querySelector<HTMLElement>(testId('confirm-yes'))?.click()
  await flushPromises()
}

describe('room', () => {
  it('is shown as a share of what the browser allows', async () => {
    const { page } = await openPage(StoredUsage, { kept, rim: { storage: storage(250) } })
    expect(page.get('meter').attributes('value')).toBe('0.25')
    expect(page.find(testId('room-short')).exists()).toBe(false)
  })
  it('that gets short is said, with the way out', async () => {
    const { page, rim } = await openPage(RoomNotice, { rim: { storage: storage(860) } })
    expect(page.get(testId('room-notice')).text()).toContain('86%')
    await page.get('button').trigger('click')
    expect(rim.openPage).toHaveBeenCalledWith('/options.html#room')
  })
  it('that is there still is not spoken of', async () => {
    const { page } = await openPage(RoomNotice, { rim: { storage: storage(840) } })
    expect(page.find(testId('room-notice')).exists()).toBe(false)
  })
  it('is kept by the browser when it agrees, and said where it does not', async () => {
    const agreeing = await openPage(StoredUsage, { kept, rim: { storage: storage(1) } })
    await agreeing.page.get(testId('persist')).trigger('click')
    await flushPromises()
    expect(agreeing.page.find(testId('persisted')).exists()).toBe(true)
    const refusing = await openPage(StoredUsage, {
      kept,
      rim: { storage: storage(1, false, false) },
    })
    await refusing.page.get(testId('persist')).trigger('click')
    await flushPromises()
    expect(refusing.page.get(testId('room')).text()).toContain('未同意')
  })
})

describe('letting rows go', () => {
  it('says how many, asks, and then does it, of one account where one is chosen', async () => {
    const { page, store } = await openPage(StoredUsage, { kept })
    await page.get(testId('free-kind')).setValue('coupon')
    await page.get(testId('free-account')).setValue('intl:bob')
    await page.get(testId('free-what')).setValue('all-0')
    await page.get(testId('free')).trigger('click')
    await flushPromises()
    expect(document.querySelector('[role=alertdialog]')?.textContent).toContain('1 行')
    expect(store.kept.rows.coupon).toHaveLength(2)
    await confirmed()
    expect(store.kept.rows.coupon?.map(({ $ }) => $.account)).toEqual(['cn:alice'])
    expect(page.get(testId('freed')).text()).toContain('1')
  })
  it('asks nothing where there is nothing', async () => {
    const { page } = await openPage(StoredUsage, { kept: { ...kept, rows: {} } })
    await page.get(testId('free')).trigger('click')
    await flushPromises()
    expect(document.querySelector('[role=alertdialog]')).toBeNull()
    expect(page.get(testId('freed')).text()).toBe('没有符合条件的数据。')
  })
})

it('how long rows are kept is set kind by kind, and taken back', async () => {
  const { page, store } = await openPage(StoredUsage, { kept })
  const choice = page.get(`${testId('keep-months')} [data-kind=coupon]`)
  expect(page.get(testId('keep-months')).text()).toContain(kindOf('coupon').label.zh)
  await choice.setValue('12')
  expect(store.kept.settings.keepMonths).toEqual({ coupon: 12 })
  await choice.setValue('0')
  expect(store.kept.settings.keepMonths).toEqual({})
})
