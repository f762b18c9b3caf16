import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import * as fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { openCache } from '@/utils/cache'
import { Catalogues } from '@/utils/cache/catalogue'
import { openDexie } from '@/utils/cache/dexie'
import { decode } from '@/utils/cache/columns'
import { deltaScope } from '@/utils/cache/delta'
import { fold } from '@/utils/cache/fold'
import { first } from '@/utils/cache/live'
import type { Cache } from '@/utils/cache/types'
import type { KindRecord } from '@/utils/records'
import { freshDatabase, observed } from './tools'

const { open } = freshDatabase()
const spread = (count: number, more: KindRecord = {}): KindRecord[] =>
  Array.from({ length: count }, (_, index) => ({
    couponId: `C${index}`,
    customerId: `k${index % 40}`,
    balance: '1.00',
    currency: 'CNY',
    ...more,
  }))

async function folded(): Promise<void> {
  const database = await openDexie()
  await fold(database, 'cn:alice', 'coupon', new Catalogues())
  database.close()
}
async function segments(): Promise<{ deltas: number; others: number }> {
  const database = await openDexie()
  const keys = await database.segments.toCollection().primaryKeys()
  database.close()
  const deltas = keys.filter(([, , scope]) => scope === deltaScope).length
  return { deltas, others: keys.length - deltas }
}

test('scattered rows are appended as one, read back once, and folded in', async () => {
  const cache = await open()
  await cache.ingest(observed('coupon', spread(120)))
  expect(await segments()).toEqual({ deltas: 1, others: 0 })
  await folded()
  expect(await segments()).toEqual({ deltas: 0, others: 40 })
  const change = observed('coupon', spread(60, { balance: '2.00' }), { observedAt: 2000 })
  expect(await cache.ingest(change)).toMatchObject({ kept: 60, changed: 60 })
  expect(await segments()).toEqual({ deltas: 1, others: 40 })
  const rows = await cache.read('coupon')
  expect(rows).toHaveLength(120)
  expect(rows.filter((row) => row.balance === '2.00')).toHaveLength(60)
  expect((await cache.usage())[0]?.rows).toBe(120)
  expect((await first(cache.glance()))[0]?.lines).toMatchObject([{ balance: '180.00', count: 120 }])
  await folded()
  expect(await segments()).toEqual({ deltas: 0, others: 40 })
  expect(byKey(await cache.read('coupon'))).toEqual(byKey(rows))
})

test('a customer written whole takes its rows out of the deltas', async () => {
  const cache = await open()
  await cache.ingest(observed('coupon', spread(400)))
  const own = spread(400, { balance: '3.00' }).filter((row) => row.customerId === 'k7')
  const complete = { complete: { scope: 'k7' }, observedAt: 2000 }
  await cache.ingest(observed('coupon', own.slice(1), complete))
  const rows = await cache.read('coupon')
  expect(rows).toHaveLength(400)
  expect(rows.filter((row) => row.$.goneAt !== undefined)).toMatchObject([{ couponId: 'C7' }])
  expect(rows.filter((row) => row.balance === '3.00')).toHaveLength(9)
})

const record = fc.record(
  {
    couponId: fc.nat(60).map((index) => `C${index}`),
    customerId: fc.nat(25).map((index) => `k${index}`),
    balance: fc.constantFrom('1.00', '2.00'),
  },
  { requiredKeys: ['couponId'] },
)
const step = fc.record({
  records: fc.array(record, { maxLength: 60 }),
  complete: fc.option(
    fc.oneof(
      fc.constant({}),
      fc.nat(25).map((index) => ({ scope: `k${index}` })),
    ),
    { nil: undefined, freq: 3 },
  ),
  context: fc.nat(1),
  fold: fc.boolean(),
})

test(
  'REL-01 deltas, places and folding never lose, double or age a row',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
        globalThis.indexedDB = new IDBFactory()
        Dexie.dependencies.indexedDB = globalThis.indexedDB
        const caches = [await openCache(), await openCache()] as [Cache, Cache]
        const model = new Map<string, KindRecord>()
        const gone = new Set<string>()
        for (const [index, { records, complete, context, fold: folds }] of steps.entries()) {
          const more = { observedAt: index + 1, ...(complete ? { complete } : {}) }
          await caches[context === 0 ? 0 : 1].ingest(observed('coupon', records, more))
          const seen = new Set(records.map((each) => each.couponId))
          for (const each of records) {
            model.set(each.couponId, { ...model.get(each.couponId), ...each })
            gone.delete(each.couponId)
          }
          const scope = complete && 'scope' in complete ? complete.scope : undefined
          for (const [key, row] of model)
            if (complete && !seen.has(key) && (scope === undefined || row.customerId === scope))
              gone.add(key)
          if (folds) await folded()
          const rows = await caches[context === 0 ? 1 : 0].read('coupon')
          const bare = rows.map((row) => ({ ...row, $: undefined }))
          expect(sorted(bare)).toEqual(sorted([...model.values()]))
          const lost = rows.filter((row) => row.$.goneAt !== undefined).map((row) => row.$.key)
          expect(lost.sort()).toEqual([...gone].sort())
          if (rows.length > 0) expect((await caches[0].usage())[0]?.rows).toBe(model.size)
        }
        for (const cache of caches) cache.close()
      }),
      { numRuns: process.env.LONG ? 500 : 40 },
    )
  },
)

const sorted = (rows: KindRecord[]) =>
  rows.sort((a, b) => (String(a.couponId) < String(b.couponId) ? -1 : 1))
const byKey = <T extends { $: { key: string } }>(rows: T[]) =>
  rows.sort((a, b) => (a.$.key < b.$.key ? -1 : 1))

test('columns hold the rows that are read, also while some wait in a delta', async () => {
  const cache = await open()
  await cache.ingest(observed('coupon', spread(100)))
  const same = async () => {
    const columns = await first(cache.liveColumns('coupon', 'cn:alice'))
    expect(columns.flatMap(decode)).toEqual(await cache.read('coupon', 'cn:alice'))
  }
  await folded()
  await same()
  await cache.ingest(observed('coupon', spread(60, { balance: '2.00' }), { observedAt: 2000 }))
  expect((await segments()).deltas).toBe(1)
  await same()
  expect(await cache.read('coupon', 'cn:alice')).toHaveLength(100)
})
