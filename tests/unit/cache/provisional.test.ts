import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { KindRecord } from '@/utils/records'
import { freshDatabase, observed } from './tools'

const { open } = freshDatabase()
const start = Date.UTC(2030, 0, 1)
const toast = (at: number, page = 'orders') => ({ page, requestedAt: at, status: 'running' })
const listed = (id: string, at: number, more: KindRecord = {}) => ({
  taskId: id,
  name: `n-${id}`,
  page: 'orders',
  requestedAt: at,
  status: 'completed',
  ...more,
})

describe('an export that its toast told of', () => {
  test('becomes the first new record of its page within two minutes, marks and all', async () => {
    const cache = await open()
    await cache.ingest(observed('exportTask', [toast(start)]))
    const [provisional] = await cache.read('exportTask')
    await cache.markExport('cn:alice', provisional?.$.key ?? '', { openedAt: 5 })
    const rows = [listed('A', start - 3_600_000), listed('B', start + 60_000)]
    await cache.ingest(observed('exportTask', rows, { observedAt: 2000 }))
    const kept = await cache.read('exportTask')
    expect(kept.map((row) => [row.taskId, row.status, row.openedAt])).toEqual([
      ['A', 'completed', undefined],
      ['B', 'completed', 5],
    ])
    await cache.ingest(observed('exportTask', [listed('C', start + 30_000)], { observedAt: 3000 }))
    expect(await cache.read('exportTask')).toHaveLength(3)
  })

  test('stays by itself where the record is of another page or time', async () => {
    const cache = await open()
    await cache.ingest(observed('exportTask', [toast(start)]))
    const rows = [listed('A', start, { page: 'coupons' }), listed('B', start + 121_000)]
    await cache.ingest(observed('exportTask', rows, { observedAt: 2000 }))
    expect(await cache.read('exportTask')).toHaveLength(3)
  })

  test('adds nothing where the list had shown it before', async () => {
    const cache = await open()
    await cache.ingest(observed('exportTask', [listed('A', start)]))
    await cache.ingest(observed('exportTask', [toast(start + 1000)], { observedAt: 2000 }))
    expect(await cache.read('exportTask')).toMatchObject([{ taskId: 'A', status: 'completed' }])
  })

  test('gives the period it was asked for under, whichever came first', async () => {
    const asked = { ...toast(start + 1000), period: '2026-09' }
    for (const order of [
      [asked, listed('A', start)],
      [listed('A', start), asked],
    ]) {
      const cache = await open()
      for (const [index, record] of order.entries())
        await cache.ingest(observed('exportTask', [record], { observedAt: 1000 * (index + 1) }))
      expect(await cache.read('exportTask')).toMatchObject([{ taskId: 'A', period: '2026-09' }])
    }
  })

  test('two at once become two', async () => {
    const cache = await open()
    await cache.ingest(observed('exportTask', [toast(start)]))
    await cache.ingest(observed('exportTask', [toast(start + 20_000)]))
    const rows = [listed('A', start + 1000), listed('B', start + 21_000)]
    await cache.ingest(observed('exportTask', rows, { observedAt: 2000 }))
    const kept = await cache.read('exportTask')
    expect(kept.map((row) => row.taskId).sort()).toEqual(['A', 'B'])
  })
})
