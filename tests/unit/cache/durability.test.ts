import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeBackup, restoreBackup } from '@/utils/backup'
import { openCache } from '@/utils/cache'
import { cacheOn } from '@/utils/cache/cache'
import { forgetCustomer } from '@/utils/cache/forget-customer'
import { manyAtOnce } from '@/utils/cache/fresh'
import { openDexie } from '@/utils/cache/dexie'
import { openLean } from '@/utils/cache/lean'
import type { Cache } from '@/utils/cache/types'
import { coupons, observed } from './tools'

const account = 'cn:alice'
const about = { account, kind: 'coupon', key: 'C1' } as const

let asked = new Set<string | undefined>()
const { transaction } = IDBDatabase.prototype
beforeEach(() => {
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === 'readwrite') asked.add(options?.durability)
    return transaction.call(this, stores, mode, options)
  }
})
afterEach(() => (IDBDatabase.prototype.transaction = transaction))

/** Of each transaction that may write: how durable it was asked to be. */
async function durabilities(work: () => Promise<unknown>): Promise<(string | undefined)[]> {
  asked = new Set()
  await work()
  return [...asked]
}

describe.each([
  ['in a page', openDexie],
  ['in the worker', openLean],
])('REL-03 what the user made is on disk before it is acknowledged, %s', (_where, open) => {
  let cache: Cache
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory()
    Dexie.dependencies.indexedDB = globalThis.indexedDB
    cache = await cacheOn(open, { many: manyAtOnce, forgetCustomer })
    await cache.ingest(observed('coupon', coupons(3)))
    await cache.ingest(observed('coupon', coupons(1), { account: 'cn:?' }))
  })
  afterEach(() => cache.close())

  const users: Record<string, () => Promise<unknown>> = {
    settings: () => cache.saveSettings({ theme: 'dark' }),
    'a note': () => cache.writeNote(about, { name: 'mine' }),
    'a mark on an export': () => cache.markExport(account, 'E1', { openedAt: 1 }),
    'what a view remembers': () => cache.remember(account, 'views', '[]'),
    reminders: () =>
      cache.changeReminders(() => ({
        put: [{ id: 'r', account, kind: 'coupon', key: 'C1', rule: 'coupon', at: 1 } as never],
        remove: [],
        result: undefined,
      })),
    'records given to an account': () => cache.adoptUnknown('cn:?', account),
    'a customer forgotten': () => cache.forgetCustomer(account, 'c1'),
    'everything forgotten': () => cache.forgetEverything(),
  }
  it.each(Object.keys(users))('%s', async (name) => {
    expect(await durabilities(async () => users[name]?.())).toEqual(['strict'])
  })
  it('and rows that can be read again cost no wait for the disk', async () => {
    expect(await durabilities(() => cache.ingest(observed('coupon', coupons(5))))).toEqual([
      'relaxed',
    ])
  })
})

it('REL-03 a restored backup is on disk before it is acknowledged', async () => {
  globalThis.indexedDB = new IDBFactory()
  Dexie.dependencies.indexedDB = globalThis.indexedDB
  const cache = await openCache()
  await cache.ingest(observed('coupon', coupons(3)))
  const file = await makeBackup({ now: 1 })
  cache.close()
  expect(await durabilities(() => restoreBackup(file, { how: 'replace', now: 2 }))).toEqual([
    'strict',
  ])
})
