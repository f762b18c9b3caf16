import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { databaseName } from '@/utils/cache/database'
import type { Cache } from '@/utils/cache/types'
import type { KindRecord } from '@/utils/records'
import { coupons, freshDatabase, observed } from './tools'

const { open } = freshDatabase()
const day = 86_400_000
const keys = async (cache: Cache, kind: 'coupon' | 'resource' = 'coupon') =>
  (await cache.read(kind)).map(({ $ }) => $.key).sort()

describe('rows that are let go', () => {
  it('are those the console no longer lists, oldest first, and no others', async () => {
    const cache = await open()
    await cache.ingest(observed('coupon', coupons(5), { observedAt: 1000 }))
    const listing = (count: number, observedAt: number) =>
      observed('coupon', coupons(count), { observedAt, complete: {} })
    await cache.ingest(listing(4, 2000))
    await cache.ingest(listing(3, 3000))
    const gone = { kind: 'coupon', what: 'gone', before: 2500 } as const
    expect(await cache.freeable(gone)).toBe(1)
    expect(await cache.free(gone)).toBe(1)
    expect(await keys(cache)).toEqual(['C0', 'C1', 'C2', 'C3'])
    expect(await cache.free({ ...gone, before: Infinity })).toBe(1)
    expect(await cache.free({ ...gone, before: Infinity })).toBe(0)
    expect(await keys(cache)).toEqual(['C0', 'C1', 'C2'])
  })
  it('are of one account where one is named, and come back when they are seen again', async () => {
    const cache = await open()
    for (const account of ['cn:alice', 'cn:bob'])
      await cache.ingest(observed('coupon', coupons(2), { account }))
    const all = { kind: 'coupon', what: 'all', before: 0, account: 'cn:bob' } as const
    expect(await cache.free(all)).toBe(2)
    expect((await cache.read('coupon')).map(({ $ }) => $.account)).toEqual(['cn:alice', 'cn:alice'])
    await cache.ingest(observed('coupon', coupons(1), { account: 'cn:bob', observedAt: 5000 }))
    expect(await cache.read('coupon', 'cn:bob')).toHaveLength(1)
  })
  it('are found wherever they lie: in segments of many customers and in what waits to be folded in', async () => {
    const cache = await open()
    const resources = (more: KindRecord) =>
      Array.from({ length: 30 }, (_, index) => ({
        resourceId: `r${index}`,
        customerId: `c${index}`,
        ...more,
      }))
    await cache.ingest(observed('resource', resources({ name: 'a' }), { observedAt: 1000 }))
    // Of as many customers: one delta.
    const some = resources({ name: 'b' }).slice(0, 10)
    await cache.ingest(observed('resource', some, { observedAt: 9000 }))
    const unseen = { kind: 'resource', what: 'unseen', before: 5000 } as const
    expect(await cache.freeable(unseen)).toBe(20)
    expect(await cache.free(unseen)).toBe(20)
    expect(await keys(cache, 'resource')).toEqual(some.map(({ resourceId }) => resourceId).sort())
    const [usage] = await cache.usage()
    expect(usage?.rows).toBe(10)
  })
  it('leave the popup with what is left', async () => {
    const cache = await open()
    await cache.ingest(observed('coupon', coupons(3, { status: 'usable', type: 'voucher' })))
    await cache.free({ kind: 'coupon', what: 'all', before: 0 })
    const stored = await new Promise<unknown[]>((resolve) => {
      const opening = indexedDB.open(databaseName)
      opening.addEventListener('success', () => {
        const all = opening.result.transaction('glance').objectStore('glance').getAll()
        all.addEventListener('success', () => {
          opening.result.close()
          resolve(all.result)
        })
      })
    })
    expect(stored).toEqual([])
  })
})

describe('what is kept for so many months', () => {
  it('goes when it was not seen for longer, of the kinds the user set, and not by a clock far ahead', async () => {
    const cache = await open()
    const now = Date.now()
    const see = (kind: 'coupon' | 'resource', id: string, days: number) =>
      cache.ingest(
        observed(kind, [kind === 'coupon' ? { couponId: id } : { resourceId: id }], {
          observedAt: now - days * day,
        }),
      )
    await see('coupon', 'old', 100)
    await see('coupon', 'new', 80)
    await see('resource', 'old', 100)
    expect(await cache.keepSoLong()).toBe(0)
    await cache.saveSettings({ keepMonths: { coupon: 3 } })
    expect(await cache.keepSoLong()).toBe(0)
    // Seen eighty days ago at last: the time runs from thirty days later.
    await see('coupon', 'today', 0)
    expect(await cache.keepSoLong()).toBe(1)
    expect(await keys(cache)).toEqual(['new', 'today'])
    expect(await keys(cache, 'resource')).toEqual(['old'])
  })
})
