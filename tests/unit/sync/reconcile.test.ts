import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCache } from '@/utils/cache'
import type { StoredRecord } from '@/utils/records'
import { differencesOf, shownOnPages, withDifferences } from '@/utils/sync/reconcile'
import { openSyncStore } from '@/utils/sync/store'
import { accountOf } from '../../console/accounts.ts'
import { each } from '../../console/data/book.ts'
import { coupons } from '../../console/data/coupons.ts'
import { createWorld } from '../../console/world.ts'
import { type Loopback, startOpenApi } from '../api/loopback'
import { freshCache, now, options, turn, wish } from './world'

const row = (fields: object, source = 'page'): StoredRecord =>
  ({ ...fields, $: { account: 'cn:alice', key: 'k', source, observedAt: 5 } }) as StoredRecord
const compare = (shown: StoredRecord, said: object) =>
  differencesOf(
    'coupon',
    'ListIssuedPartnerCoupons',
    [{ couponId: 'A', ...said }],
    shownOnPages('coupon', [shown]),
    9,
  )

describe('where pages and the API differ', () => {
  it('names both words and when they were said', () => {
    expect(compare(row({ couponId: 'A', balance: '1200.00' }), { balance: '1150.00' })).toEqual([
      {
        kind: 'coupon',
        operation: 'ListIssuedPartnerCoupons',
        key: 'A',
        field: 'balance',
        shown: '1200.00',
        shownAt: 5,
        source: 'page',
        said: '1150.00',
        saidAt: 9,
      },
    ])
  })
  it.each([
    ['the same amount in other digits', { balance: '1200' }, { balance: '1200.00' }],
    ['a value only one of them has', { balance: '1' }, { faceValue: '2' }],
    ['names, which may be masked', { customerName: '某**司' }, { customerName: '某某公司' }],
  ])('does not take for one: %s', (_, shown, said) => {
    expect(compare(row({ couponId: 'A', ...shown }), said)).toEqual([])
  })
  it('does not compare the API with itself', () => {
    expect(compare(row({ couponId: 'A', balance: '2' }, 'api'), { balance: '1' })).toEqual([])
  })
  it('keeps only the last word on a record', () => {
    const [old] = compare(row({ couponId: 'A', balance: '2' }), { balance: '1' })
    expect(withDifferences(old ? [old] : [], new Set(['coupon|A']), [])).toEqual([])
    expect(withDifferences(old ? [old] : [], new Set(['coupon|B']), [])).toEqual([old])
  })
})

describe('a sync', () => {
  let world: Loopback
  beforeAll(async () => {
    world = await startOpenApi(options)
  })
  afterAll(() => world.stop())
  beforeEach(freshCache)

  it('lists what the console showed otherwise, and how much the API does not know', async () => {
    const book = createWorld(options).bookOf(accountOf('partner-a'))
    const all = [...each(coupons(book))]
    const agency = all.find(({ customer }) => customer.association === 2)
    const others = all.filter(({ customer }) => customer.association === 1)
    const cache = await openCache()
    await cache.ingest({
      id: 'page',
      account: 'cn:alice',
      kind: 'coupon',
      source: 'page',
      observedAt: now() - 1000,
      place: 'https://account.huaweicloud.com/',
      records: [agency, ...others].map((one) => ({
        couponId: one?.id ?? '',
        customerId: one?.customer.id ?? '',
        holder: 'issued',
        balance: '0.01',
      })),
    })
    cache.close()
    await turn({ world, wish: { ...wish, kinds: ['coupon'] } })
    const store = await openSyncStore()
    const { reconciled } = await store.notes('cn:alice')
    store.close()
    expect(others.length).toBeGreaterThan(0)
    expect(reconciled.missing).toEqual({ ListIssuedPartnerCoupons: others.length })
    expect(reconciled.differences).toMatchObject([
      { key: agency?.id, field: 'balance', shown: '0.01' },
    ])
  }, 60_000)
})
