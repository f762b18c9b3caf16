import { describe, expect, test, vi } from 'vitest'
import { cacheOn } from '@/utils/cache/cache'
import { coupons, freshDatabase, observed } from './tools'

// The same proofs once more on the database as the worker opens it.
vi.mock('@/utils/cache', async () => {
  const { openWorkerCache } = await import('@/utils/cache/worker')
  return { openCache: openWorkerCache }
})
vi.mock('@/utils/cache/dexie', async () => {
  const { openLean } = await import('@/utils/cache/lean')
  return { openDexie: openLean }
})

await import('./cache.test.ts')
await import('./canary.test.ts')
await import('./delta.test.ts')
await import('./ingest.test.ts')
await import('./imports.test.ts')
await import('./model.test.ts')
await import('./provisional.test.ts')

describe('pages and the worker on one database', () => {
  const { open } = freshDatabase()
  const page = async () => {
    const { openDexie } =
      await vi.importActual<typeof import('@/utils/cache/dexie')>('@/utils/cache/dexie')
    return cacheOn(openDexie)
  }
  test.each(['worker', 'page'])(
    'opened first by the %s, both read what either wrote',
    async (who) => {
      const [first, second] =
        who === 'worker' ? [await open(), await page()] : [await page(), await open()]
      await first.ingest(observed('coupon', coupons(3)))
      await second.ingest(observed('coupon', coupons(5)))
      expect(await first.read('coupon')).toHaveLength(5)
      expect(await second.read('coupon')).toHaveLength(5)
      const other = who === 'worker' ? second : first
      other.close()
    },
  )
  test('a page follows what the worker writes, and is not disturbed by what it does not read', async () => {
    const [worker, shown] = [await open(), await page()]
    const coupon: number[] = []
    const customer: number[] = []
    const stops = [
      shown.live('coupon', 'cn:alice').subscribe((rows) => coupon.push(rows.length)),
      shown.live('customer', 'cn:alice').subscribe((rows) => customer.push(rows.length)),
    ]
    await vi.waitFor(() => expect([coupon, customer]).toEqual([[0], [0]]))
    await worker.ingest(observed('coupon', coupons(2)))
    await vi.waitFor(() => expect(coupon.at(-1)).toBe(2))
    await worker.saveSettings({ theme: 'dark' })
    await worker.forgetEverything()
    await vi.waitFor(() => expect(coupon.at(-1)).toBe(0))
    expect(customer.every((rows) => rows === 0)).toBe(true)
    expect(customer.length).toBeLessThan(3)
    for (const stop of stops) stop()
    shown.close()
  })
})
