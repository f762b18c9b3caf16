import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import ExportLedger from '@/components/exports/ExportLedger.vue'
import { hour, noon, openPage, testId, type Opening } from '../page'
import { exportTask, rowsOf } from '../rows'

Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 600 })
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { value: 1000 })
const tasks = [
  exportTask({ name: 'ready' }),
  exportTask({ name: '=1+1', requestedAt: noon - 90 * hour }),
  exportTask({
    name: 'have',
    requestedAt: noon - 200 * hour,
    downloadedAt: noon - 190 * hour,
    savedAs: 'have.xlsx',
    downloadId: 4,
  }),
  exportTask({ name: 'forgotten', requestedAt: noon - 2000 * hour }, { goneAt: noon }),
]
const open = (more: Opening = {}) =>
  openPage(() => h(ExportLedger, { account: 'cn:alice' }), {
    kept: rowsOf('exportTask', ...tasks),
    ...more,
  })

describe('the ledger of exports', () => {
  it('shows every export, those the console forgot included', async () => {
    const { page } = await open()
    expect(page.get(testId('ledger-count')).text()).toBe('4 / 4')
    const text = page.get(testId('ledger-table')).text()
    for (const each of ['ready', 'have.xlsx', 'forgotten', '推算']) expect(text).toContain(each)
  })
  it('is filtered by state and searched', async () => {
    const { page } = await open()
    await page.get(testId('ledger-state')).setValue('lapsed')
    expect(page.get(testId('ledger-count')).text()).toBe('2 / 4')
    await page.get(testId('ledger-search')).setValue('FORG')
    expect(page.get(testId('ledger-count')).text()).toBe('1 / 4')
    await page.get(testId('ledger-search')).setValue('nothing like it')
    expect(page.get(testId('ledger-none')).text()).toContain('清除搜索')
  })
  it('says whether a file still lies on disk, where that may be seen', async () => {
    const { page } = await open()
    expect(page.get(testId('ledger-table')).text()).toContain('未知')
    const seen = await open({
      rim: {
        hasPermission: async () => true,
        downloads: { onDisk: async () => new Map([[4, false]]) } as never,
      },
    })
    expect(seen.page.get(testId('ledger-table')).text()).toContain('已不在')
  })
  it('names what was exported, never downloaded and has lapsed', async () => {
    const { page } = await open({ language: 'en' })
    const text = page.get(testId('gaps')).text()
    expect(text).toContain('2026-08 Customers: 1 export was never downloaded')
    expect(text).not.toContain('2026-11 Customers')
  })
  it('leaves as a file that runs no formula', async () => {
    const { page, rim } = await open()
    await page.get(testId('ledger-save')).trigger('click')
    await vi.waitFor(() => expect(rim.save).toHaveBeenCalled())
    const [name, blob] = vi.mocked(rim.save).mock.calls[0] ?? []
    expect(name).toBe('exports-20261122.csv')
    const text = (await blob?.text()) ?? ''
    expect(text).toContain("'=1+1")
    expect(text.split('\r\n').filter(Boolean)).toHaveLength(2 + 1 + 4)
  })
  it('says where exports are found while there is none', async () => {
    const { page } = await open({ kept: {} })
    await flushPromises()
    expect(page.get(testId('empty')).text()).toContain('查看导出记录')
  })
  it('puts a few of many lines into the document', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      exportTask({ name: `n ${at}`, requestedAt: noon - at * 60_000 }),
    )
    const { page } = await open({ kept: rowsOf('exportTask', ...many) })
    expect(page.findAll('.line').length).toBeLessThan(60)
    expect(page.get(testId('ledger-count')).text()).toBe('10000 / 10000')
  })
})
