import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it } from 'vitest'
import { openCache } from '@/utils/cache'
import { firstLook } from '@/utils/cache/first-look'

describe('firstLook', () => {
  afterEach(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
  })

  it('finds nothing and creates nothing where no database is yet', async () => {
    expect(await firstLook()).toBeUndefined()
    expect(await indexedDB.databases()).toEqual([])
  })

  it('reads what the cache of today wrote, without it', async () => {
    const cache = await openCache()
    await cache.saveSettings({ acceptedAt: 5 })
    await cache.ingest({
      id: 'a',
      account: 'cn:x',
      kind: 'coupon',
      records: [
        {
          couponId: 'C1',
          balance: '5.10',
          status: 'usable',
          type: 'voucher',
          currency: 'CNY',
          holder: 'own',
        },
      ],
      source: 'capture',
      observedAt: 1,
      place: 'https://account.huaweicloud.com/',
    })
    const look = await firstLook()
    expect(look?.settings?.acceptedAt).toBe(5)
    expect(look?.glances.flatMap(({ lines }) => lines.map(({ balance }) => balance))).toEqual([
      '5.10',
    ])
    cache.close()
  })

  it('leaves data of a newer version to the real opening', async () => {
    await new Promise((resolve) => {
      indexedDB.open('partner-lens', 990).addEventListener('success', resolve)
    })
    expect(await firstLook()).toBeUndefined()
  })
})
