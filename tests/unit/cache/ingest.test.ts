import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { first } from '@/utils/cache/live'
import { coupons, freshDatabase, observed } from './tools'

const { open } = freshDatabase()
afterEach(() => void vi.restoreAllMocks())

test('REL-01 what is acknowledged is read back, also by another context', async () => {
  const cache = await open()
  const result = await cache.ingest(observed('coupon', coupons(2500, { customerId: 'k1' })))
  expect(result).toEqual({ kept: 2500, changed: 2500, rejected: [] })
  const other = await open()
  expect(await other.read('coupon')).toHaveLength(2500)
  expect(await other.read('coupon', 'cn:bob')).toEqual([])
})

test('REL-01 the same observation again changes nothing; later, only its age', async () => {
  const cache = await open()
  const records = coupons(30)
  await cache.ingest(observed('coupon', records))
  const before = await cache.read('coupon')
  expect(await cache.ingest(observed('coupon', records))).toMatchObject({ kept: 30, changed: 0 })
  expect(await cache.read('coupon')).toEqual(before)
  const later = observed('coupon', records, { observedAt: 2000 })
  expect(await cache.ingest(later)).toMatchObject({ kept: 30, changed: 0 })
  expect((await cache.read('coupon')).every((row) => row.$.observedAt === 2000)).toBe(true)
})

test('REL-01 many at once are written one after another, none lost', async () => {
  const [cache, other] = [await open(), await open()]
  const parts = Array.from({ length: 20 }, (_, index) =>
    observed('coupon', [{ couponId: `P${index}`, customerId: 'k' }, { couponId: 'same' }]),
  )
  await Promise.all(parts.map((part, index) => (index % 2 ? cache : other).ingest(part)))
  expect(await cache.read('coupon')).toHaveLength(21)
})

test('a row without a key is rejected with a reason, the rest is kept', async () => {
  const cache = await open()
  const result = await cache.ingest(observed('coupon', [{ balance: '1' }, { couponId: 'A' }]))
  expect(result).toEqual({ kept: 1, changed: 1, rejected: [{ row: 0, reason: 'no-key' }] })
})

test('a row whose customer becomes known moves there and is there once', async () => {
  const cache = await open()
  await cache.ingest(observed('coupon', [{ couponId: 'A', balance: '5' }]))
  await cache.ingest(observed('coupon', [{ couponId: 'A', customerId: 'k' }], { observedAt: 2000 }))
  const rows = await cache.read('coupon')
  expect(rows).toMatchObject([{ couponId: 'A', balance: '5', customerId: 'k' }])
  expect(await cache.usage()).toMatchObject([{ rows: 1, newest: 2000 }])
})

test('what a complete listing no longer holds is marked gone, and comes back when seen', async () => {
  const cache = await open()
  const [a, b] = [
    { couponId: 'A', customerId: 'k' },
    { couponId: 'B', customerId: 'k' },
  ]
  await cache.ingest(observed('coupon', [a, b, { couponId: 'C', customerId: 'other' }]))
  const complete = { complete: { scope: 'k' }, observedAt: 2000 }
  expect(await cache.ingest(observed('coupon', [a], complete))).toMatchObject({ changed: 1 })
  const gone = (await cache.read('coupon')).filter((row) => row.$.goneAt !== undefined)
  expect(gone).toMatchObject([{ couponId: 'B', $: { goneAt: 2000 } }])
  await cache.ingest(observed('coupon', [b], { observedAt: 3000 }))
  expect((await cache.read('coupon')).some((row) => row.$.goneAt !== undefined)).toBe(false)
})

describe('PRIV-01 only what the kind lists is stored', () => {
  const canary = 'canary-4711'
  test('unknown fields never arrive', async () => {
    const cache = await open()
    const hostile = JSON.parse(`{"couponId":"A","__proto__":"${canary}","secret":"${canary}"}`)
    await cache.ingest(observed('coupon', [{ ...hostile, token: canary }]))
    expect(JSON.stringify(await everything())).not.toContain(canary)
  })

  test('personal values are stored masked, a masked one never replaces ours', async () => {
    const cache = await open()
    const row = {
      couponId: 'A',
      customerName: '北京云帆数据科技有限公司',
      accountName: 'demo_user_01',
    }
    await cache.ingest(observed('coupon', [row]))
    const console = { couponId: 'A', customerName: '北京****公司', balance: '7' }
    await cache.ingest(observed('coupon', [console], { observedAt: 2000 }))
    expect(await cache.read('coupon')).toMatchObject([
      { customerName: '北京**科技有限公司', accountName: 'de***01', balance: '7' },
    ])
    const stored = JSON.stringify(await everything())
    expect(stored).not.toContain('云帆')
    expect(stored).not.toContain('demo_user')
  })

  test('a full name that stands in for a key does not stand in the key', async () => {
    const cache = await open()
    const records = [{ accountName: 'demo_user_01' }, { accountName: 'deal_user_01' }]
    await cache.ingest(observed('customer', records))
    await cache.ingest(observed('customer', records, { observedAt: 2000 }))
    expect(await cache.read('customer')).toHaveLength(2)
    expect(JSON.stringify(await everything())).not.toMatch(/demo_user|deal_user/)
  })
})

test('whose a row is stays known when a later sight shows the name masked', async () => {
  const cache = await open()
  const bill = { incentiveId: 'I', accountName: 'demo_user_01' }
  await cache.ingest(observed('incentive', [bill]))
  const masked = { incentiveId: 'I', accountName: 'de****01' }
  await cache.ingest(observed('incentive', [masked], { observedAt: 2000 }))
  await cache.ingest(observed('customer', [{ customerId: 'k', accountName: 'demo_user_01' }]))
  const rows = [await cache.read('incentive'), await cache.read('customer')].flat()
  const refs = rows.map(({ $ }) => ($ as { customerRef?: string }).customerRef)
  expect(rows[0]?.accountName).toBe('de***01')
  expect(refs).toEqual([expect.any(String), refs[0]])
})

test('REL-04 a full disk fails the whole write in our own words; reading goes on', async () => {
  const cache = await open()
  await cache.ingest(observed('coupon', coupons(3)))
  const full = new DOMException('full', 'QuotaExceededError')
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw full
  })
  await expect(cache.ingest(observed('coupon', coupons(9)))).rejects.toMatchObject({
    name: 'FullError',
  })
  expect(await cache.read('coupon')).toHaveLength(3)
  put.mockRestore()
  await cache.ingest(observed('coupon', coupons(9)))
  expect(await cache.read('coupon')).toHaveLength(9)
})

test('rows of an unknown account become those of the known one', async () => {
  const cache = await open()
  const task = { page: 'orders', requestedAt: 5000, name: 'n', status: 'completed' }
  await cache.ingest(observed('exportTask', [task], { account: 'cn:?' }))
  await cache.ingest(observed('coupon', coupons(2), { account: 'cn:?', observedAt: 2000 }))
  await cache.ingest(observed('coupon', coupons(1, { balance: '3' })))
  const [unknown] = await cache.read('exportTask')
  await cache.markExport('cn:?', unknown?.$.key ?? '', { openedAt: 1 })
  await cache.adoptUnknown('cn:?', 'cn:alice')
  expect((await cache.usage()).map((use) => use.account)).toEqual(['cn:alice', 'cn:alice'])
  expect(await cache.read('coupon')).toMatchObject([{ balance: '10.00' }, { balance: '10.00' }])
  await cache.ingest(observed('exportTask', [task]))
  expect(await cache.read('exportTask')).toMatchObject([{ openedAt: 1, name: 'n' }])
  expect((await first(cache.glance())).map((each) => each.account)).toEqual(['cn:alice'])
})

async function everything(): Promise<unknown[]> {
  const raw = await new Dexie('partner-lens').open()
  const rows = await Promise.all(raw.tables.map((table) => table.toArray()))
  raw.close()
  return rows.flat()
}
