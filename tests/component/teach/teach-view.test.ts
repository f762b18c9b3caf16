import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import LearnedList from '@/components/teach/LearnedList.vue'
import { readMappings, writeMappings } from '@/components/teach/mapping-file'
import TeachView from '@/components/teach/TeachView.vue'
import { learn, propose, questionOf, recognise, type Asked } from '@/utils/recognise'
import type { Table } from '@/utils/records'
import { openPage, testId, type Opening } from '../page'

const place = 'https://account.huaweicloud.com/obmgr/#/obmgr/vouchers'
const table: Table = {
  columns: ['凭据', '面值', '余额', '失效日期', '联系人'],
  rows: [['CP2026112200001', '¥200.00', '150.00', '2026-12-31', '欧阳明月']],
  context: { source: 'page', url: place, title: '券管理' },
}
const question = questionOf(table, recognise(table), () => propose(table))
const asked: Asked = { ...question!, id: 'q1', place, title: '券管理', source: 'page', seenAt: 1 }
const open = (options: Opening = {}) =>
  openPage(TeachView, { rim: { questions: async () => [asked] }, ...options })

describe('the teach view', () => {
  it('shows what was not understood with masked examples, and what is still missing', async () => {
    const { page } = await open()
    expect(page.get(testId('teach-question')).text()).toContain('可能是优惠券')
    await page.get(testId('teach-open')).trigger('click')
    expect(page.html()).not.toContain('欧阳明月')
    expect(page.get(testId('teach-preview')).text()).toContain('代金券ID')
    expect(page.get(testId('teach-accept')).attributes('disabled')).toBeDefined()
  })

  it('reads the examples as soon as a column is named, and keeps names of columns only', async () => {
    const { page, store, asked: sent } = await open()
    await page.get(testId('teach-open')).trigger('click')
    await page.get('[data-column="凭据"]').setValue('couponId')
    expect(page.get(testId('teach-preview')).text()).toContain('200.00')
    await page.get(testId('teach-form')).trigger('submit')
    await flushPromises()
    const [mapping] = store.kept.settings.learned ?? []
    expect(mapping).toMatchObject({ kind: 'coupon', fields: { 凭据: 'couponId', 联系人: '' } })
    expect(JSON.stringify(mapping)).not.toMatch(/CP2026|200\.00/)
    expect(sent.map(([name]) => name)).toContain('settings.changed')
    expect(recognise(table, { learned: [mapping!] })?.rows[0]).toMatchObject({
      couponId: 'CP2026112200001',
      balance: '150.00',
    })
    expect(page.find(testId('teach-done')).exists()).toBe(true)
  })

  it('refuses a field for two columns', async () => {
    const { page } = await open({ language: 'en' })
    await page.get(testId('teach-open')).trigger('click')
    await page.get('[data-column="凭据"]').setValue('couponId')
    await page.get('[data-column="联系人"]').setValue('balance')
    expect(page.get(testId('teach-preview')).text()).toContain('chosen for two columns')
    expect(page.get(testId('teach-accept')).attributes('disabled')).toBeDefined()
  })

  it('no longer asks about what the user leaves alone', async () => {
    const { page, store } = await open()
    await page.get(testId('teach-open')).trigger('click')
    await page.get(testId('teach-leave')).trigger('click')
    await flushPromises()
    expect(store.kept.settings.dismissed?.[0]).toContain('table:')
    expect(page.find(testId('teach-question')).exists()).toBe(false)
  })

  it('says where to go when there is nothing to ask', async () => {
    const { page } = await openPage(TeachView)
    expect(page.get(testId('teach-empty')).text()).toContain('伙伴中心')
  })
})

describe('mappings that were taught', () => {
  const mapping = learn(['X', 'Y'], 'coupon', [{ column: 0, field: 'couponId' }])
  const kept = { settings: { acceptedAt: 1, learned: [mapping] } }

  it('can be switched off, deleted and brought back', async () => {
    const { page, store } = await openPage(LearnedList, { kept })
    await page.get('[role="switch"]').trigger('click')
    await flushPromises()
    expect(store.kept.settings.learned?.[0]).toMatchObject({ off: true })
    await page.get(testId('learned-forget')).trigger('click')
    await flushPromises()
    expect(store.kept.settings.learned).toEqual([])
    await page.get(testId('learned-undo')).trigger('click')
    await flushPromises()
    expect(store.kept.settings.learned).toHaveLength(1)
  })

  it('go to a file and come back the same', async () => {
    const save = vi.fn()
    const { page } = await openPage(LearnedList, { kept, rim: { save } })
    await page.get(testId('learned-export')).trigger('click')
    const content = await (save.mock.lastCall as [string, Blob])[1].text()
    expect(readMappings(content)).toEqual([mapping])
  })

  it.each([
    ['', 'broken'],
    ['[]', 'broken'],
    ['{"format":"partner-lens-mappings","version":2,"mappings":[]}', 'newer'],
    [writeMappings([{ ...mapping, fields: { x: 'nonsense' } }]), 'broken'],
    [writeMappings([{ ...mapping, kind: '__proto__' as 'coupon' }]), 'broken'],
  ])('a file that is none is refused: %s', (content, why) => {
    expect(readMappings(content)).toBe(why)
  })
})
