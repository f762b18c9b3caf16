import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { Cache } from '@/utils/cache/types'
import type { Noted } from '@/utils/notes/note'
import { freshDatabase, observed } from './tools'

const { open } = freshDatabase()
const account = 'cn:alice'
const notes = (cache: Cache, whose = account) =>
  new Promise<Noted[]>((resolve) => {
    const stop = cache.notes(whose).subscribe((next) => {
      resolve(next)
      queueMicrotask(() => stop())
    })
  })

describe('what the user writes on a record', () => {
  it('is kept trimmed, changed, and taken away by writing nothing', async () => {
    const cache = await open()
    const about = { account, kind: 'coupon', key: 'C1' } as const
    await cache.writeNote(about, {
      name: '  First ',
      tags: ['a', ' a', ''],
      text: 'x'.repeat(5000),
    })
    const [kept] = await notes(cache)
    expect(kept).toMatchObject({ ...about, name: 'First', tags: ['a'] })
    expect(kept?.text).toHaveLength(2000)
    expect(await notes(cache, 'cn:bob')).toEqual([])
    await cache.writeNote(about, { colour: 'blue' })
    expect(await notes(cache)).toMatchObject([{ ...about, colour: 'blue' }])
    expect((await notes(cache))[0]?.name).toBeUndefined()
    await cache.writeNote(about, { name: ' ' })
    expect(await notes(cache)).toEqual([])
  })
  it('changes nothing of the record, and outlives its next reading', async () => {
    const cache = await open()
    await cache.ingest(observed('coupon', [{ couponId: 'C1', balance: '1.00' }]))
    await cache.writeNote({ account, kind: 'coupon', key: 'C1' }, { name: 'mine' })
    await cache.ingest(
      observed('coupon', [{ couponId: 'C1', balance: '2.00' }], { observedAt: 9000 }),
    )
    expect(await cache.read('coupon')).toMatchObject([{ couponId: 'C1', balance: '2.00' }])
    expect(await notes(cache)).toMatchObject([{ name: 'mine' }])
  })
  it('goes with the customer when its number becomes known', async () => {
    const cache = await open()
    const masked = { accountName: 'de***01', name: '示例**' }
    await cache.ingest(observed('customer', [masked]))
    const [before] = await cache.read('customer')
    await cache.writeNote(
      { account, kind: 'customer', key: before?.$.key ?? '' },
      { name: 'Old friend' },
    )
    await cache.ingest(
      observed('customer', [{ ...masked, customerId: 'c9' }], { observedAt: 9000 }),
    )
    expect(await notes(cache)).toMatchObject([{ kind: 'customer', key: 'c9', name: 'Old friend' }])
  })
  it('goes with the account when the console says whose it is', async () => {
    const cache = await open()
    await cache.ingest(observed('coupon', [{ couponId: 'C1' }], { account: 'cn:?' }))
    await cache.writeNote({ account: 'cn:?', kind: 'coupon', key: 'C1' }, { name: 'mine' })
    await cache.adoptUnknown('cn:?', account)
    expect(await notes(cache)).toMatchObject([{ account, key: 'C1', name: 'mine' }])
    expect(await notes(cache, 'cn:?')).toEqual([])
  })
})
