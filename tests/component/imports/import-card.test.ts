import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import DashboardPage from '@/components/dashboard/DashboardPage.vue'
import PanelPage from '@/components/panel/PanelPage.vue'
import type { ImportOrder, ImportWord, Preview } from '@/utils/imports/types'
import type { StoredRecord } from '@/utils/records'
import { noon, openPage, testId, type Opening } from '../page'

const account = { key: 'cn:alice', site: 'cn' as const, name: 'alice', lastSeenAt: noon }
const file = new File(['x'], '代金券_1.csv', { lastModified: noon - 3_600_000 })
const preview: Preview = {
  rows: 12,
  tables: [
    {
      kind: 'coupon',
      columns: ['代金券ID', '余额', '空列'],
      mapping: [
        { column: 0, field: 'couponId', confidence: 1 },
        { column: 1, field: 'balance', confidence: 1 },
      ],
      unmapped: ['空列'],
      confidence: 1,
      rows: 12,
      first: [{ couponId: 'CP1', balance: '3.00', customerName: '示**' }],
      rejected: 1,
    },
  ],
  unknown: [],
  rejected: 1,
  firstRejected: [{ kind: 'coupon', at: 7, reason: 'missing couponId' }],
  reasons: [{ kind: 'coupon', reason: 'missing couponId' }],
}
const line = {
  id: 'b1',
  account: 'cn:alice',
  fileName: file.name,
  importedAt: noon,
  observedAt: noon,
  kinds: [{ kind: 'coupon' as const, kept: 12, changed: 11, stamp: 's', made: [] }],
  rejected: 1,
}

async function opened(root = DashboardPage as never, options: Opening = {}) {
  const orders: ImportOrder[] = []
  let say: (word: ImportWord) => void = () => {}
  const ended = vi.fn()
  const save = vi.fn()
  const world = await openPage(root, {
    ...options,
    kept: { accounts: [account], ...options.kept },
    rim: {
      importer: (hear) => {
        say = hear
        return { ask: (order) => orders.push(order), end: ended }
      },
      save,
      ...options.rim,
    },
  })
  const drop = async (type: string, files: File[] = [file]) => {
    const event = new Event(type, { bubbles: true, cancelable: true })
    Object.assign(event, { dataTransfer: { types: ['Files'], files } })
    document.dispatchEvent(event)
    await flushPromises()
    await vi.dynamicImportSettled()
    await flushPromises()
    return event
  }
  return {
    ...world,
    orders,
    ended,
    save,
    drop,
    async hear(word: ImportWord) {
      say(word)
      await flushPromises()
    },
    find: (id: string) => world.page.find(testId(id)),
    async press(id: string) {
      await world.page.get(testId(id)).trigger('click')
      await flushPromises()
    },
  }
}

describe('importing a file', () => {
  for (const [name, root] of [
    ['dashboard', DashboardPage],
    ['panel', PanelPage],
  ] as const)
    it(`goes from the drop on the ${name} to its undoing`, async () => {
      const { drop, find, hear, press, orders, page } = await opened(root as never)
      const over = await drop('dragover')
      expect(over.defaultPrevented).toBe(true)
      expect(find('import-veil').exists()).toBe(true)
      await drop('drop')
      expect(find('import-veil').exists()).toBe(false)
      expect(orders).toMatchObject([{ ask: 'read', file, account: 'cn:alice', trusting: false }])
      await hear({ say: 'progress', phase: 'reading', share: 0.42, rows: 4200 })
      expect(find('import-progress').attributes('value')).toBe('42')
      await hear({ say: 'preview', preview })
      expect(page.text()).toContain('示**')
      expect(page.text()).toContain('第 7 行')
      expect(page.text()).toContain('空列')
      expect(find('import-take').text()).toBe('导入 12 条，略过 1 行')
      await press('import-take')
      expect(orders.at(-1)).toEqual({
        ask: 'import',
        account: 'cn:alice',
        observedAt: file.lastModified,
        now: noon,
      })
      await hear({ say: 'done', line })
      expect(find('import-done').text()).toContain('导入 12 条')
      await press('import-undo')
      expect(orders.at(-1)).toEqual({ ask: 'undo', id: 'b1', now: noon })
      await hear({ say: 'undone', done: true })
      expect(find('import-undone').exists()).toBe(true)
      await press('import-close')
      expect(find('import').exists()).toBe(false)
    })

  it('is matched to its export by name, which the user can take back', async () => {
    const task = {
      name: '代金券',
      fileName: '代金券_1.csv',
      page: 'coupons',
      requestedAt: noon - 7_200_000,
      status: 'completed',
      $: { account: 'cn:alice', key: 'T1', source: 'page', observedAt: noon },
    } as unknown as StoredRecord
    const { drop, hear, find, press, orders } = await opened(undefined, {
      kept: { rows: { exportTask: [task] } },
    })
    await drop('drop')
    await hear({ say: 'preview', preview })
    const box = find('import-task').get('input')
    expect((box.element as HTMLInputElement).checked).toBe(true)
    await press('import-take')
    expect(orders.at(-1)).toMatchObject({ task: 'T1', observedAt: noon - 7_200_000 })
    await hear({ say: 'failed', name: 'FullError' })
    expect(find('problem').text()).toContain('存储空间已满')
    await find('import-task').get('input').setValue(false)
    await press('import-take')
    expect(orders.at(-1)).toMatchObject({ observedAt: file.lastModified })
    expect(orders.at(-1)).not.toHaveProperty('task')
  })

  it('says what a file really is, and asks about what grows suspiciously', async () => {
    const { drop, hear, find, press, orders } = await opened(undefined, { language: 'en' })
    await drop('drop')
    await hear({ say: 'refused', refusal: 'login-page', unknown: [] })
    expect(find('import-refused').text()).toContain('sign-in')
    expect(find('import-refused').attributes('role')).toBe('alert')
    await press('import-close')
    await drop('drop')
    await hear({ say: 'refused', refusal: 'suspicious', unknown: [] })
    await press('import-trust')
    expect(orders.at(-1)).toMatchObject({ ask: 'read', trusting: true })
    const near = {
      kind: 'coupon' as const,
      mapping: [{ column: 0, field: 'balance', confidence: 1 }],
      lacks: 'no-key',
    }
    const unknown = [{ columns: ['Left'], near }]
    await hear({ say: 'refused', refusal: 'unknown-table', unknown })
    expect(find('import-refused').text()).toContain('lacks one of these columns: Coupon ID')
    expect(find('import-refused').text()).toContain('Left → Balance')
  })

  it('can be cancelled, and ends a worker that does not listen', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const { drop, find, press, orders, ended } = await opened()
      await drop('drop')
      await press('import-cancel')
      expect(orders.at(-1)).toEqual({ ask: 'cancel' })
      const before = ended.mock.calls.length
      await vi.advanceTimersByTimeAsync(5000)
      expect(ended.mock.calls.length).toBe(before + 1)
      expect(find('import-cancelled').exists()).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })

  it('gives the rows that are left out as a file', async () => {
    const { drop, hear, press, orders, save } = await opened()
    await drop('drop')
    await hear({ say: 'preview', preview })
    await press('import-rejected-save')
    expect(orders.at(-1)).toMatchObject({
      ask: 'rejected',
      header: { reasons: { 'missing couponId': expect.stringContaining('代金券ID') as string } },
    })
    await hear({ say: 'rejected', csv: 'list' })
    expect(save).toHaveBeenCalledWith('代金券_1-未导入的行.csv', expect.any(Blob))
  })

  it('takes several files one after the other, and lists what can be undone', async () => {
    const { drop, hear, find, press, orders, page } = await opened(undefined, {
      kept: { imports: [line] },
    })
    await drop('drop', [file, new File(['y'], 'second.csv')])
    await hear({ say: 'refused', refusal: 'empty', unknown: [] })
    await press('import-close')
    expect(orders.at(-1)).toMatchObject({ ask: 'read', file: { name: 'second.csv' } })
    await hear({ say: 'refused', refusal: 'empty', unknown: [] })
    await press('import-close')
    await press('import-open')
    await vi.dynamicImportSettled()
    expect(find('import-past').text()).toContain('代金券_1.csv')
    await page.get(testId('import-past')).get('button').trigger('click')
    expect(orders.at(-1)).toEqual({ ask: 'undo', id: 'b1', now: noon })
  })

  it('takes nothing before what is read was accepted', async () => {
    const { drop, find, orders } = await opened(undefined, {
      kept: { settings: { acceptedAt: undefined } },
    })
    expect((await drop('drop')).defaultPrevented).toBe(true)
    expect(orders).toEqual([])
    expect(find('import-open').exists()).toBe(false)
  })
})
