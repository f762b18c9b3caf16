import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { first } from '@/utils/cache/live'
import type { Cache } from '@/utils/cache/types'
import { coupons, freshDatabase, observed } from './tools'

const { open } = freshDatabase()
let kept: Record<string, unknown> = {}
beforeEach(() => {
  kept = {}
  const local = {
    get: (key: string) => Promise.resolve(structuredClone({ [key]: kept[key] })),
    set: (items: object) => Promise.resolve(void Object.assign(kept, structuredClone(items))),
    remove: (key: string) => Promise.resolve(void delete kept[key]),
  }
  vi.stubGlobal('chrome', { storage: { local } })
})
afterEach(() => void vi.unstubAllGlobals())

/** A cache with rows, settings and marks whose mark has been left. */
async function filled(): Promise<Cache> {
  const cache = await open()
  await cache.ingest(observed('coupon', coupons(1500)))
  await cache.ingest(observed('customer', [{ customerId: 'k' }]))
  await cache.saveSettings({ theme: 'dark' })
  await cache.noteAccount({ key: 'cn:alice', site: 'cn', label: 'mine', lastSeenAt: 1 })
  await cache.markExport('cn:alice', 'T', { downloadedAt: 5 })
  await settled()
  return cache
}
const settled = () => new Promise((resolve) => void setTimeout(resolve, 50))
const raw = async <T>(work: (database: Dexie) => Promise<T>): Promise<T> => {
  const database = await new Dexie('partner-lens').open()
  const result = await work(database)
  database.close()
  return result
}

describe('REL-05 silent loss is noticed', () => {
  test('a sound database has lost nothing, whoever opens it how often', async () => {
    await filled()
    for (let round = 0; round < 3; round += 1) {
      const cache = await open()
      expect(await first(cache.lost())).toEqual([])
      await settled()
    }
  })

  test('a database that opens empty: said until accepted, the own things are back', async () => {
    ;(await filled()).close()
    await Dexie.delete('partner-lens')
    const cache = await open()
    expect(await first(cache.lost())).toEqual(['everything'])
    expect((await cache.settings()).theme).toBe('dark')
    expect(await first(cache.accounts())).toMatchObject([{ label: 'mine' }])
    await cache.ingest(observed('exportTask', [{ taskId: 'T' }]))
    expect(await cache.read('exportTask')).toMatchObject([{ downloadedAt: 5 }])
    await settled()
    const again = await open()
    expect(await first(again.lost())).toEqual(['everything'])
    await again.acceptLoss()
    await settled()
    expect(await first((await open()).lost())).toEqual([])
  })

  test('a lost tail: the kinds with fewer rows are named', async () => {
    const cache = await open()
    await cache.ingest(observed('customer', [{ customerId: 'k' }]))
    await cache.saveSettings({ theme: 'light' })
    await settled()
    const before = await raw((database) =>
      Promise.all(
        database.tables.map(async (table) => ({
          name: table.name,
          rows: await table.toArray(),
          // Where they stand beside the rows.
          keys: table.schema.primKey.keyPath ? undefined : await table.toCollection().primaryKeys(),
        })),
      ),
    )
    cache.close()
    await filled()
    await raw(async (database) => {
      for (const { name, rows, keys } of before) {
        const table = database.table(name)
        await table.clear()
        await table.bulkPut(rows, keys)
      }
    })
    const after = await open()
    expect(await first(after.lost())).toEqual(['coupon'])
    expect((await after.settings()).theme).toBe('dark')
  })

  test('a lost segment is noticed though the counters are right', async () => {
    ;(await filled()).close()
    await raw((database) => database.table('segments').delete(['cn:alice', 'coupon', '', 1]))
    const cache = await open()
    expect(await first(cache.lost())).toEqual(['coupon'])
    await cache.acceptLoss()
    await settled()
    expect(await first((await open()).lost())).toEqual([])
  })

  test('forgetting everything on purpose is no loss', async () => {
    const cache = await filled()
    await cache.forgetEverything()
    expect(kept).toEqual({})
    expect(await first((await open()).lost())).toEqual([])
  })

  test('a second place that fails stops nothing', async () => {
    const fail = () => Promise.reject(new Error('no'))
    vi.stubGlobal('chrome', { storage: { local: { get: fail, set: fail, remove: fail } } })
    const cache = await open()
    await cache.ingest(observed('coupon', coupons(2)))
    expect(await first(cache.lost())).toEqual([])
  })
})
