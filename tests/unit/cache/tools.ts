import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach } from 'vitest'
import { openCache } from '@/utils/cache'
import type { Cache, Observation } from '@/utils/cache/types'
import type { KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'

/** An empty database for each test; caches opened through `open` are closed behind it. */
export function freshDatabase(): { open(): Promise<Cache> } {
  let opened: Cache[] = []
  beforeEach(() => {
    // Dexie looks for the factory once, when it is loaded.
    globalThis.indexedDB = new IDBFactory()
    Dexie.dependencies.indexedDB = globalThis.indexedDB
  })
  afterEach(() => {
    for (const cache of opened) cache.close()
    opened = []
  })
  return {
    async open() {
      const cache = await openCache()
      opened.push(cache)
      return cache
    },
  }
}

let observations = 0
export function observed(
  kind: string,
  records: KindRecord[],
  more: Partial<Observation> = {},
): Observation {
  return {
    id: `o${(observations += 1)}`,
    account: 'cn:alice',
    kind: kind as KindName,
    records,
    source: 'page',
    observedAt: 1000,
    place: 'https://account.huaweicloud.com/partner',
    ...more,
  }
}

export const coupons = (count: number, more: KindRecord = {}): KindRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    couponId: `C${index}`,
    balance: '10.00',
    currency: 'CNY',
    ...more,
  }))
