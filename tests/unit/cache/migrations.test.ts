import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { databaseName, tableNames, versions, type TableName } from '@/utils/cache/database'
import { openDexie } from '@/utils/cache/dexie'
import { openLean } from '@/utils/cache/lean'
import { segmentsOf } from '@/utils/cache/segments'
import type { KindName } from '@/utils/kinds'
import { freshDatabase } from './tools'

freshDatabase()
const numbers = versions.map((_, index) => index + 1)

/** A database as the version with that number leaves it, one row in each store. @returns its stores */
async function leftBy(version: number): Promise<string[]> {
  const old = new Dexie(databaseName)
  old.version(version).stores(Object.assign({}, ...versions.slice(0, version)))
  await old.open()
  for (const table of old.tables) {
    const path = [table.schema.primKey.keyPath ?? []].flat() as string[]
    const key = Object.fromEntries(path.map((field) => [field, field === 'part' ? 0 : 'a']))
    const segment = { account: 'a', kind: 'coupon', scope: 'a', part: 0 }
    const row = { ...key, ...(table.name === 'segments' ? segment : { account: 'a' }), version }
    await table.put(row, path.length === 0 ? ['a', 'coupon', 'a', 0] : undefined)
  }
  const names = old.tables.map(({ name }) => name)
  old.close()
  return names
}

describe.each([
  ['a page', openDexie],
  ['the worker', openLean],
])('opened by %s', (_, open) => {
  it.each(numbers)(
    'REL-07 data of schema %i is all there, in the schema of today',
    async (version) => {
      const stores = await leftBy(version)
      const database = await open()
      const rows = await Promise.all(
        tableNames.map(async (name: TableName) => [name, (await database[name].toArray()).length]),
      )
      expect(rows).toEqual(tableNames.map((name) => [name, stores.includes(name) ? 1 : 0]))
      const found = await segmentsOf(database, 'coupon' as KindName, 'a')
      expect(found).toMatchObject([{ account: 'a', kind: 'coupon', scope: 'a', part: 0, version }])
      expect(await segmentsOf(database, 'coupon' as KindName)).toEqual(found)
      expect(await segmentsOf(database, 'charge' as KindName)).toEqual([])
      database.close()
      const [present] = await indexedDB.databases()
      expect(present?.version).toBe(versions.length * 10)
    },
  )

  it(
    'REL-06 says that another window holds on to older data, and opens once that one has let go',
    { timeout: 15_000 },
    async () => {
      await leftBy(1)
      // It does not listen to `versionchange`, as a page that hangs.
      const holder = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(databaseName)
        request.addEventListener('success', () => resolve(request.result))
      })
      const [present] = await indexedDB.databases()
      await expect(open()).rejects.toMatchObject({ name: 'BlockedError' })
      expect(holder.version).toBe(present?.version)
      holder.close()
      const database = await open()
      expect(await database.segments.toArray()).toHaveLength(1)
      database.close()
    },
  )

  it.each([1, 2, 4])(
    'REL-07 an upgrade whose step %i fails leaves the old data as it was, and is done the next time',
    async (step) => {
      const stores = await leftBy(1)
      let made = 0
      const original = IDBDatabase.prototype.createObjectStore
      IDBDatabase.prototype.createObjectStore = function (...asked) {
        made += 1
        if (made === step) throw new DOMException('as a test wants it', 'DataError')
        return original.apply(this, asked)
      }
      try {
        await expect(open()).rejects.toThrow()
      } finally {
        IDBDatabase.prototype.createObjectStore = original
      }
      expect(made).toBe(step)
      expect((await indexedDB.databases())[0]?.version).toBe(10)
      const database = await open()
      for (const name of tableNames)
        expect(await database[name].toArray()).toHaveLength(stores.includes(name) ? 1 : 0)
      database.close()
    },
  )
})
