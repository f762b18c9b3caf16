import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredRecord } from '@/utils/records'
import { freshDatabase, observed } from './tools'

/*
 * Many rows that nobody has seen yet are laid as columns at once. What is there afterwards must be the same as if they
 * had come a few at a time, row by row.
 */

const { open } = freshDatabase()

const row = fc.record(
  {
    name: fc.constantFrom('ecs-1', 'ecs-2', '', 'call 13812345678'),
    billing: fc.constantFrom('subscription', 'on-demand'),
    status: fc.constantFrom('active', 'closed'),
    expiresAt: fc.integer({ min: 0, max: 5 }),
    isMain: fc.boolean(),
    customerId: fc.constantFrom('k1', 'k2', 'k3'),
    customerName: fc.constantFrom('北京示例科技有限公司', '北京**科技有限公司', '王小明'),
    accountName: fc.constantFrom('demo_user_1', 'de***_1'),
    unknownToUs: fc.constant('x'),
  },
  { requiredKeys: ['billing', 'customerId'] },
)
const many = fc
  .array(row, { minLength: 200, maxLength: 260 })
  .map((rows) => rows.map((each, at) => ({ ...each, resourceId: `r${at}` })))

const byKey = (rows: StoredRecord[]) => rows.sort((a, b) => (a.$.key < b.$.key ? -1 : 1))

test('rows at once are the same as rows a few at a time', async () => {
  let round = 0
  const cache = await open()
  await fc.assert(
    fc.asyncProperty(many, async (rows) => {
      const [whole, split] = [`cn:whole${(round += 1)}`, `cn:split${round}`]
      const done = await cache.ingest(observed('resource', rows, { account: whole }))
      expect(done).toEqual({ kept: rows.length, changed: rows.length, rejected: [] })
      for (let at = 0; at < rows.length; at += 90)
        await cache.ingest(observed('resource', rows.slice(at, at + 90), { account: split }))
      const named = (account: string, all: StoredRecord[]) =>
        byKey(all).map((each) => ({ ...each, $: { ...each.$, account } }))
      expect(named('', await cache.read('resource', whole))).toEqual(
        named('', await cache.read('resource', split)),
      )
    }),
    { numRuns: 12 },
  )
})

const resources = (count: number, more = {}) =>
  Array.from({ length: count }, (_, at) => ({
    resourceId: `r${at}`,
    billing: 'subscription',
    customerId: 'k1',
    status: 'active',
    ...more,
  }))

test('rows of which some are known, or come twice, are merged as ever', async () => {
  const cache = await open()
  await cache.ingest(observed('resource', [{ resourceId: 'r7', name: 'kept', customerId: 'k1' }]))
  const all = [...resources(300), { resourceId: 'r9', billing: 'subscription', status: 'closed' }]
  const done = await cache.ingest(observed('resource', all, { observedAt: 2000 }))
  expect(done).toMatchObject({ kept: 301, rejected: [] })
  const rows = new Map((await cache.read('resource')).map((each) => [each.resourceId, each]))
  expect(rows.size).toBe(300)
  expect(rows.get('r7')).toMatchObject({ name: 'kept', status: 'active' })
  expect(rows.get('r9')).toMatchObject({ status: 'closed', customerId: 'k1' })
})

test('nothing is left of pieces that were claimed before one that holds a known row', async () => {
  const cache = await open()
  await cache.ingest(observed('resource', [{ resourceId: 'r2400', name: 'kept' }]))
  const done = await cache.ingest(observed('resource', resources(2500), { observedAt: 2000 }))
  expect(done).toEqual({ kept: 2500, changed: 2500, rejected: [] })
  expect(await cache.read('resource')).toHaveLength(2500)
  expect(await cache.usage()).toMatchObject([{ rows: 2500 }])
  const again = await cache.ingest(observed('resource', resources(2500), { observedAt: 3000 }))
  expect(again).toMatchObject({ kept: 2500, changed: 0 })
})

test('rows without a key are rejected with a reason among many', async () => {
  const cache = await open()
  const all = [...resources(300), { billing: 'subscription', status: 'closed' }]
  const done = await cache.ingest(observed('resource', all))
  expect(done).toEqual({ kept: 300, changed: 300, rejected: [{ row: 300, reason: 'no-key' }] })
})

test('a whole listing of rows all new marks those gone that it does not hold', async () => {
  const cache = await open()
  await cache.ingest(observed('resource', [{ resourceId: 'old', customerId: 'k1' }]))
  const later = { observedAt: 2000, complete: { scope: 'k1' } }
  await cache.ingest(observed('resource', resources(1500), later))
  const rows = await cache.read('resource')
  expect(rows).toHaveLength(1501)
  expect(rows.filter(({ $ }) => $.goneAt !== undefined)).toMatchObject([{ resourceId: 'old' }])
})

test('what was laid at once is found again by the rows that follow', async () => {
  const cache = await open()
  const scattered = resources(2500).map((each, at) => ({ ...each, customerId: `k${at % 900}` }))
  await cache.ingest(observed('resource', scattered))
  const [first] = scattered
  await cache.ingest(observed('resource', [{ ...first, status: 'frozen' }], { observedAt: 2000 }))
  const rows = await cache.read('resource')
  expect(rows).toHaveLength(2500)
  expect(rows.filter(({ status }) => status === 'frozen')).toMatchObject([{ resourceId: 'r0' }])
  expect(await cache.usage()).toMatchObject([{ rows: 2500 }])
})

test('the popup knows of coupons that were laid at once', async () => {
  const cache = await open()
  const coupons = Array.from({ length: 400 }, (_, at) => ({
    couponId: `c${at}`,
    type: 'voucher',
    holder: 'issued',
    status: 'usable',
    balance: '1.10',
    currency: 'CNY',
    customerId: 'k1',
  }))
  await cache.ingest(observed('coupon', coupons))
  const lines = await new Promise<unknown>((resolve) => {
    const stop = cache.glance().subscribe(([glance]) => {
      if (glance) resolve(glance.lines)
      if (glance) queueMicrotask(() => stop())
    })
  })
  expect(lines).toMatchObject([{ holder: 'issued', balance: '440.00', count: 400 }])
})
