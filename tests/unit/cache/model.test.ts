import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import * as fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { openCache } from '@/utils/cache'
import { merge } from '@/utils/cache/merge'
import type { StoredRecord } from '@/utils/records'
import { observed } from './tools'

const record = fc.record(
  {
    couponId: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    customerId: fc.constantFrom('k1', 'k2', 'k3'),
    balance: fc.constantFrom('1.00', '2.00'),
    frozen: fc.boolean(),
  },
  { requiredKeys: ['couponId'] },
)
const step = fc.record({
  records: fc.array(record, { maxLength: 6 }),
  observedAt: fc.integer({ min: 1, max: 6 }),
  source: fc.constantFrom('api' as const, 'page' as const),
  complete: fc.option(fc.constantFrom({}, { scope: 'k1' }), { nil: undefined, freq: 3 }),
  context: fc.nat(1),
  /** The write of this number fails as on a full disk. */
  fails: fc.option(fc.nat(3), { nil: undefined, freq: 3 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What ingest promises, said on a plain map. */
function apply(rows: Map<string, StoredRecord>, { records, observedAt, source, complete }: Step) {
  const seen = new Set<string>()
  for (const each of records) {
    const key = each.couponId
    const next = {
      ...each,
      $: { account: 'cn:alice', key, source, observedAt },
    } as unknown as StoredRecord
    const before = rows.get(key)
    rows.set(key, before ? merge(before, next) : next)
    seen.add(key)
  }
  if (!complete) return
  const scope = 'scope' in complete ? complete.scope : undefined
  for (const [key, row] of rows) {
    const meant = scope === undefined || row.customerId === scope
    if (!meant || seen.has(key) || row.$.goneAt !== undefined || row.$.observedAt > observedAt)
      continue
    rows.set(key, { ...row, $: { ...row.$, goneAt: observedAt } } as StoredRecord)
  }
}

test('REL-01 REL-04 any sequence of observations, from two contexts, with failing writes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      globalThis.indexedDB = new IDBFactory()
      Dexie.dependencies.indexedDB = globalThis.indexedDB
      const caches = [await openCache(), await openCache()]
      const model = new Map<string, StoredRecord>()
      for (const each of steps) {
        const observation = observed('coupon', each.records, {
          observedAt: each.observedAt,
          source: each.source,
          ...(each.complete ? { complete: each.complete } : {}),
        })
        if (await written(each.fails, () => caches[each.context]?.ingest(observation)))
          apply(model, each)
        const rows = await caches[1 - each.context]?.read('coupon')
        expect(byKey(rows ?? [])).toEqual(byKey([...model.values()]))
      }
      for (const cache of caches) cache.close()
    }),
    { numRuns: process.env.LONG ? 1000 : 60 },
  )
})

const byKey = (rows: StoredRecord[]) => rows.sort((a, b) => (a.$.key < b.$.key ? -1 : 1))

/** Runs a write whose nth put may fail. @returns whether it was acknowledged */
async function written(fails: number | undefined, write: () => Promise<unknown> | undefined) {
  if (fails === undefined) return write()
  const put = IDBObjectStore.prototype.put
  let left = fails
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...args: Parameters<typeof put>
  ) {
    if (left-- === 0) throw new DOMException('full', 'QuotaExceededError')
    return put.apply(this, args)
  })
  try {
    return await write()
  } catch (error) {
    expect(error).toMatchObject({ name: 'FullError' })
    return undefined
  } finally {
    spy.mockRestore()
  }
}
