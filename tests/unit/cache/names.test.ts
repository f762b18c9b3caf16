import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { Dexie } from 'dexie'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/utils/cache/database'
import { openDexie } from '@/utils/cache/dexie'
import type { FullValues } from '@/utils/cache/full-values'
import {
  customersNamed,
  forgetNames,
  purgeNames,
  recallNames,
  rememberNames,
} from '@/utils/cache/names/names'
import { newDataKey } from '@/utils/vault/blob'
import { aesKey } from '@/utils/vault/seal'

const day = 86_400_000
const now = Date.UTC(2030, 0, 31)
const values = (id: string, name: string, more: Record<string, string> = {}): FullValues =>
  new Map([[`customer|${id}`, { customerName: name, ...more }]])

let database: Database
let key: CryptoKey
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory()
  Dexie.dependencies.indexedDB = globalThis.indexedDB
  database = await openDexie()
  key = await aesKey(newDataKey())
  await database.settings.put({ id: 'user', value: { rememberNames: true } })
})
const stored = async () => JSON.stringify(await database.sync.toArray())
const recall = (at = now, days = 30, other = key) => recallNames(database, other, at, days)

describe('remembered names', () => {
  it('PRIV-04 stand nowhere in the clear, and open with the vault’s key alone', async () => {
    await rememberNames(database, key, values('CUSTOMER', '北京云舟科技有限公司'), now)
    expect(await stored()).not.toContain('云舟')
    expect(await stored()).not.toContain('CUSTOMER')
    expect(await recall()).toEqual(values('CUSTOMER', '北京云舟科技有限公司'))
    expect((await recall(now, 30, await aesKey(newDataKey()))).size).toBe(0)
  })
  it('are not written any more once they are switched off, though a sync still gives them', async () => {
    const late = rememberNames(database, key, values('c1', '云'), now)
    await database.settings.put({ id: 'user', value: { rememberNames: false } })
    await late
    await forgetNames(database)
    await rememberNames(database, key, values('c2', '舟'), now)
    expect(await database.sync.toArray()).toEqual([])
  })
  it('are as they were seen last, field by field', async () => {
    await rememberNames(database, key, values('c1', '旧名', { phone: '13800000001' }), now - day)
    await rememberNames(database, key, values('c1', '新名'), now)
    expect(await recall()).toEqual(values('c1', '新名', { phone: '13800000001' }))
  })
  it('PRIV-02 go so many days after they were seen last, also while the vault is locked', async () => {
    await rememberNames(database, key, values('c1', '久未见'), now - 31 * day)
    await rememberNames(database, key, values('c2', '常见'), now - 29 * day)
    await purgeNames(database, now, 30)
    expect(await database.sync.toArray()).toHaveLength(1)
    expect([...(await recall()).keys()]).toEqual(['customer|c2'])
    expect((await recall(now + 2 * day)).size).toBe(0)
    expect(await database.sync.toArray()).toEqual([])
  })
  it('are put together when there are many pieces, days apart, and nothing is lost or kept longer', async () => {
    for (let at = 0; at < 60; at++)
      await rememberNames(database, key, values(`c${at}`, `客户${at}`), now - (at % 3) * day)
    expect((await recall()).size).toBe(60)
    const pieces = await database.sync.toArray()
    expect(pieces).toHaveLength(3)
    expect((await recall()).size).toBe(60)
    await purgeNames(database, now + 29 * day, 30)
    expect((await recall(now + 29 * day)).size).toBe(40)
  })
  it('are gone with one call', async () => {
    await rememberNames(database, key, values('c1', '云'), now)
    await database.sync.put({ account: 'cn:alice', id: 'head', value: 1 })
    await forgetNames(database)
    expect(await database.sync.toArray()).toEqual([{ account: 'cn:alice', id: 'head', value: 1 }])
  })
  it('lead to customers by every word', () => {
    const all: FullValues = new Map([
      ...values('c1', 'Sample Cloud Ltd', { accountName: 'dev_team' }),
      ...values('c|2', 'Sample Rain Ltd'),
      ['coupon|k', { customerName: 'Sample Cloud Ltd' }],
    ])
    expect(customersNamed(all, ['sample'])).toEqual(['c1', 'c|2'])
    expect(customersNamed(all, ['CLOUD', 'dev'])).toEqual(['c1'])
    expect(customersNamed(all, [])).toEqual([])
  })
})
