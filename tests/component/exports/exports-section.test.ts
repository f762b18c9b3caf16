import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import ExportsSection from '@/components/exports/ExportsSection.vue'
import { useImports } from '@/stores/imports'
import { AccessError } from '@/utils/errors'
import { hour, noon, openPage, testId, type Opening } from '../page'
import { exportTask, rowsOf } from '../rows'

const Exports = () => h(ExportsSection, { account: 'cn:alice', text: '' })
const open = (tasks: ReturnType<typeof exportTask>[], more: Opening = {}) =>
  openPage(Exports, { ...more, kept: { ...rowsOf('exportTask', ...tasks), ...more.kept } })
const named = (name: string, more = {}) => exportTask({ name, ...more })

describe('the list of exports', () => {
  it('puts what lapses first on top, then the newest', async () => {
    const { page } = await open([
      named('later', { requestedAt: noon - 10 * hour }),
      named('taken', { requestedAt: noon - 71 * hour, downloadedAt: noon }),
      named('running', { status: 'running', requestedAt: noon - hour }),
      named('soon', { requestedAt: noon - 70 * hour }),
    ])
    expect(page.findAll('.name').map((each) => each.text())).toEqual([
      'soon',
      'later',
      'running',
      'taken',
    ])
  })
  it('counts down to a moment that was worked out', async () => {
    const { page } = await open([named('a', { requestedAt: noon - 60 * hour })])
    expect(page.get(testId('countdown')).text()).toBe('剩余 12小时 0分钟')
    expect(page.get(testId('lapse-time')).text()).toContain('按保留时间推算')
  })
  it('says so where the console itself names the moment', async () => {
    const { page } = await open([named('a', { expiresAt: noon + 3 * hour })])
    expect(page.get(testId('countdown')).text()).toBe('剩余 3小时 0分钟')
    expect(page.get(testId('lapse-time')).text()).toContain('控制台给出')
  })
  it('takes the retention the user set for the page', async () => {
    const { page } = await open([named('a', { requestedAt: noon - 20 * hour })], {
      kept: { settings: { acceptedAt: 1, retentionHours: { customers: 24 } } },
    })
    expect(page.get(testId('countdown')).text()).toBe('剩余 4小时 0分钟')
  })
  it.each([
    [{}, '未下载'],
    [{ openedAt: noon }, '已点开下载'],
    [{ openedAt: noon, downloadedAt: noon }, '已下载'],
  ])('tells what became of the file: %o', async (marks, word) => {
    const { page } = await open([named('a', marks)])
    expect(page.get(testId('download-mark')).text()).toBe(word)
  })
  it('says that a file has lapsed', async () => {
    const { page } = await open([named('a', { requestedAt: noon - 73 * hour })])
    expect(page.find(testId('lapsed')).exists()).toBe(true)
    expect(page.find(testId('countdown')).exists()).toBe(false)
  })
  it('counts nothing down while the export still runs', async () => {
    const { page } = await open([named('a', { status: 'running' })])
    expect(page.find(testId('countdown')).exists()).toBe(false)
    expect(page.text()).toContain('导出中')
  })
  it('leads to the page of the export', async () => {
    const task = named('a')
    const { page, asked } = await open([task])
    await page.get(testId('open-export')).trigger('click')
    expect(asked).toContainEqual(['export.open', { taskId: task.$.key }])
  })
  it('offers to import what was downloaded, and says what was imported', async () => {
    const { page } = await open([
      named('new', { downloadedAt: noon, downloadId: 4, requestedAt: noon - hour }),
      named('old', { downloadedAt: noon, importedAt: noon, requestedAt: noon - 2 * hour }),
      named('none', { requestedAt: noon - 3 * hour }),
    ])
    expect(page.findAll(testId('take-in'))).toHaveLength(1)
    expect(page.findAll(testId('taken-in'))).toHaveLength(1)
    await page.get(testId('take-in')).trigger('click')
    expect(useImports().open).toBe(true)
  })
  it('checks the page of the export that runs longest', async () => {
    const old = named('old', { status: 'running', requestedAt: noon - 2 * hour })
    const young = named('young', { status: 'running', requestedAt: noon - hour })
    const { page, asked } = await open([named('a'), old, young])
    await page.get(testId('check-now')).trigger('click')
    expect(asked).toContainEqual(['export.open', { taskId: old.$.key, read: true }])
  })
  it('says what to do when the page cannot be opened', async () => {
    const { page } = await open([named('a')], {
      answer: {
        'export.open': () => {
          throw new AccessError('signed out')
        },
      },
    })
    await page.get(testId('open-export')).trigger('click')
    await flushPromises()
    expect(page.get(testId('problem')).text()).toContain('重新登录伙伴中心')
  })
  it('shows a few of many and more on request', async () => {
    const many = Array.from({ length: 200 }, (_, at) => named(`file ${at}`))
    const { page } = await open(many)
    expect(page.findAll('.task')).toHaveLength(20)
    await page.findAll('section > button').at(-1)?.trigger('click')
    expect(page.findAll('.task')).toHaveLength(70)
    expect(page.get(testId('count')).text()).toBe('200 条')
  })
  it('says where exports are to be found while there is none', async () => {
    const { page } = await open([])
    expect(page.get(testId('empty')).text()).toContain('查看导出记录')
  })
  it('speaks English', async () => {
    const { page } = await open([named('a')], { language: 'en' })
    expect(page.text()).toContain('Not downloaded')
    expect(page.text()).toMatch(/Customers\s+· Requested/)
    expect(page.get(testId('count')).text()).toBe('1 row')
  })
})
