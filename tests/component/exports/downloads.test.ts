import { flushPromises } from '@vue/test-utils'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { h } from 'vue'
import ExportsSection from '@/components/exports/ExportsSection.vue'
import { patience } from '@/stores/downloads'
import type { Rim } from '@/stores/rim'
import type { Download } from '@/utils/exports/settle'
import type { FileOffer } from '@/utils/messaging/protocol'
import type { KindRecord } from '@/utils/records'
import { hour, noon, openPage, testId } from '../page'
import { exportTask, rowsOf } from '../rows'

beforeAll(() =>
  Object.assign(patience, { rowMs: 30, everyMs: 1, pressedMs: 30, againMs: [1, 1, 1] }),
)

const place = 'https://account.huaweicloud.com/obmgr/#/records'
const link = 'https://account.huaweicloud.com/obmgr/file?taskId=EX1'
const health = [
  { id: 'x', place, title: '', kind: 'exportTask', source: 'page', lastSeenAt: noon } as never,
]
const good: Partial<Download> = { state: 'complete', mime: 'text/csv', bytesReceived: 10 }
const landed = (more: Partial<Download>): Download => ({
  id: 1,
  filename: '/home/a/Downloads/alice/x.csv',
  url: link,
  finalUrl: link,
  referrer: '',
  exists: true,
  state: 'in_progress',
  mime: '',
  fileSize: -1,
  totalBytes: -1,
  bytesReceived: 0,
  ...more,
})

/** @param ends what the browser says of the first try, the second …; the last one stays */
async function press(
  task: KindRecord,
  ends: Partial<Download>[],
  offer: FileOffer | undefined = { link },
  more: Partial<Rim> = {},
) {
  const started: [string, string | undefined][] = []
  const rim: Partial<Rim> = {
    askForFile: vi.fn(async () => offer),
    downloads: {
      start: async (url, name) => started.push([url, name]),
      look: async (id) => landed({ ...(ends[id - 1] ?? ends.at(-1)), id }),
      find: async () => undefined,
      drop: vi.fn(async () => {}),
      since: async () => [],
      onDisk: async () => new Map(),
      reveal: () => {},
      begin: () => {},
    },
    ...more,
  }
  const file = exportTask({ fileName: 'list.csv', ...task })
  const opened = await openPage(() => h(ExportsSection, { account: 'cn:alice', text: '' }), {
    kept: { ...rowsOf('exportTask', file), health },
    rim,
  })
  await opened.page.get(testId('download')).trigger('click')
  await vi.waitFor(() =>
    expect(opened.page.get(testId('download')).attributes('disabled')).toBeUndefined(),
  )
  await flushPromises()
  const kept = () => opened.store.kept.rows.exportTask?.[0]
  return { ...opened, started, kept, phase: () => opened.page.find(testId('phase')).text() }
}

describe('a download', () => {
  it('takes the link of the row, under the name of the pattern', async () => {
    const { started, kept, page } = await press({}, [good])
    expect(started).toEqual([[link, 'alice/客户管理/客户列表-20261119-2200.csv']])
    expect(kept()).toMatchObject({ downloadedAt: noon, savedAs: 'x.csv', downloading: false })
    expect(page.get(testId('download-mark')).text()).toBe('已下载')
    expect(page.get(testId('saved-as')).text()).toContain('x.csv')
  })
  it('takes a kept link before it asks the page', async () => {
    const { started, rim } = await press({ downloadUrl: `${link}&kept` }, [good])
    expect(started[0]?.[0]).toBe(`${link}&kept`)
    expect(rim.askForFile).not.toHaveBeenCalled()
  })
  it.each([
    [{ state: 'complete', mime: 'text/html', bytesReceived: 9 }, '登录', 1],
    [{ ...good, bytesReceived: 0 }, '文件为空', 4],
    [{ ...good, totalBytes: 20 }, '不完整', 1],
    [{ state: 'interrupted', error: 'NETWORK_FAILED' }, '网络中断', 4],
    [{ state: 'interrupted', error: 'SERVER_FAILED' }, '未能给出', 4],
    [{ state: 'interrupted', error: 'SERVER_FORBIDDEN' }, '链接已失效', 2],
    [{ state: 'interrupted', error: 'FILE_NO_SPACE' }, '清理空间', 1],
    [{ ...good, finalUrl: 'https://evil.example/x' }, '控制台以外', 1],
  ] as [Partial<Download>, string, number][])(
    'NET-01 that fails does not count, says why, and is tried at most four times: %o',
    async (end, text, tries) => {
      const { started, kept, phase, page } = await press({}, [end])
      expect(kept()?.downloadedAt).toBeUndefined()
      expect(phase()).toContain(text)
      expect(started).toHaveLength(tries)
      expect(page.find(testId('go-download')).exists()).toBe(true)
    },
  )
  it('NET-01 that broke off once arrives at the second try', async () => {
    const { started, kept } = await press({}, [{ state: 'interrupted', error: 'CRASH' }, good])
    expect(started).toHaveLength(2)
    expect(kept()).toMatchObject({ downloadedAt: noon, downloadProblem: undefined })
  })
  it('whose link died is taken from the page, loaded again', async () => {
    const dead = { state: 'interrupted', error: 'SERVER_FORBIDDEN' }
    const { started, rim, kept } = await press({ downloadUrl: `${link}&old` }, [dead, good])
    expect(rim.reloadTab).toHaveBeenCalledWith(3)
    expect(started.map(([url]) => url)).toEqual([`${link}&old`, link])
    expect(kept()?.downloadedAt).toBe(noon)
  })
  it.each(['javascript:alert(1)', 'http://account.huaweicloud.com/x', 'https://evil.example/x'])(
    'SEC-07 never asks for %s',
    async (bad) => {
      const { started, phase } = await press({}, [good], { link: bad })
      expect(started).toEqual([])
      expect(phase()).toMatch(/链接不可用|控制台以外/)
    },
  )
  it('presses the own control of the page where there is no link, and follows what comes of it', async () => {
    const begun = landed({ ...good, id: 7, url: `blob:${link}` })
    const { kept } = await press(
      {},
      [good],
      { pressed: true },
      {
        downloads: {
          start: vi.fn(async () => 0),
          look: async () => begun,
          find: async () => undefined,
          drop: vi.fn(async () => {}),
          since: async () => [landed({ id: 6, url: 'https://other.example/x' }), begun],
          onDisk: async () => new Map(),
          reveal: () => {},
          begin: () => {},
        },
      },
    )
    expect(kept()).toMatchObject({ downloadId: 7, openedAt: noon, downloadedAt: noon })
  })
  it('without the permission presses the own control and lets the user say that the file came', async () => {
    const refused = vi.fn(async () => false)
    const { page, phase, kept, rim } = await press(
      {},
      [good],
      { pressed: true },
      {
        requestPermission: refused,
      },
    )
    expect(rim.askForFile).toHaveBeenCalledWith(3, expect.objectContaining({ press: true }))
    expect(phase()).toContain('无法得知')
    expect(kept()?.downloadedAt).toBeUndefined()
    await page.get(testId('have-it')).trigger('click')
    await flushPromises()
    expect(kept()?.downloadedAt).toBe(noon)
  })
  it('says so where the page does not show the row, and closes the tab it opened', async () => {
    const { phase, rim } = await press({}, [good], undefined, {
      askForFile: async () => undefined,
      consoleTab: async () => ({ tabId: 9, opened: true }),
    })
    expect(phase()).toContain('未显示该行')
    expect(rim.closeTab).toHaveBeenCalledWith(9)
  })
  it('is offered for all that is ready, and for nothing else', async () => {
    const tasks = [
      exportTask({ fileName: 'a.csv', downloadUrl: link }),
      exportTask({ fileName: 'b.csv', downloadUrl: link }),
      exportTask({ status: 'running' }),
      exportTask({ requestedAt: noon - 80 * hour }),
      exportTask({ downloadedAt: noon }),
    ]
    let started = 0
    const { page, store } = await openPage(
      () => h(ExportsSection, { account: 'cn:alice', text: '' }),
      {
        kept: { ...rowsOf('exportTask', ...tasks), health },
        rim: {
          downloads: {
            start: async () => (started += 1),
            look: async (id) => landed({ ...good, id }),
            find: async () => undefined,
            drop: async () => {},
            since: async () => [],
            onDisk: async () => new Map(),
            reveal: () => {},
            begin: () => {},
          },
        },
      },
    )
    expect(page.get(testId('download-all')).text()).toContain('2')
    await page.get(testId('download-all')).trigger('click')
    await vi.waitFor(() => expect(page.find(testId('download-all')).exists()).toBe(false))
    expect(started).toBe(2)
    expect(store.kept.rows.exportTask?.filter(({ downloadedAt }) => downloadedAt)).toHaveLength(3)
  })
})
