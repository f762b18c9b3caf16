import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, it } from 'vitest'
import { noteKeyOf } from '@/utils/notes/note'
import { freshDatabase, observed } from './tools'

const { open } = freshDatabase()

async function everything(): Promise<string> {
  const raw = await new Dexie('partner-lens').open()
  const rows = await Promise.all(raw.tables.map((table) => table.toArray()))
  raw.close()
  return JSON.stringify(rows)
}
const own = { customerId: 'CUST-GONE', accountName: 'yunzhou_01' }
const other = { customerId: 'CUST-KEPT', accountName: 'haitian_02' }

it('PRIV-03 nothing is left of a customer that is forgotten, and nobody else misses anything', async () => {
  const cache = await open()
  await cache.ingest(observed('customer', [own, other]))
  await cache.ingest(
    observed('resource', [
      { resourceId: 'RES-GONE', customerId: own.customerId },
      { resourceId: 'RES-KEPT', customerId: other.customerId },
    ]),
  )
  // Known by its account name alone, and waiting in a delta.
  await cache.ingest(
    observed('salesTask', [
      { taskId: 'TASK-GONE', accountName: own.accountName, name: 'a', createdAt: 1 },
      { taskId: 'TASK-KEPT', accountName: other.accountName, name: 'a', createdAt: 1 },
    ]),
  )
  await cache.ingest(
    observed('coupon', [
      { couponId: 'CP-GONE', customerId: own.customerId, status: 'usable', type: 'voucher' },
      { couponId: 'CP-KEPT', customerId: other.customerId, status: 'usable', type: 'voucher' },
    ]),
  )
  await cache.ingest(observed('customer', [own], { account: 'cn:bob' }))
  for (const [kind, key] of [
    ['customer', own.customerId],
    ['resource', 'RES-GONE'],
    ['resource', 'RES-KEPT'],
  ] as const)
    await cache.writeNote({ account: 'cn:alice', kind, key }, { text: `note of ${key}` })
  const reminder = (kind: 'coupon', taskKey: string) => ({
    id: `coupon:${taskKey}|24`,
    kind,
    account: 'cn:alice',
    taskKey,
    hours: 24,
    dueAt: 5,
    state: 'planned' as const,
  })
  await cache.changeReminders(() => ({
    put: [reminder('coupon', 'CP-GONE'), reminder('coupon', 'CP-KEPT')],
    remove: [],
    result: undefined,
  }))
  expect(await everything()).toContain(noteKeyOf('resource', 'RES-GONE'))

  expect(await cache.forgetCustomer('cn:alice', own.customerId)).toBe(4)
  const left = JSON.parse(await everything()) as unknown[][]
  const ofAlice = JSON.stringify(
    left.flat().filter((row) => (row as { account?: string }).account !== 'cn:bob'),
  )
  expect(ofAlice).not.toContain('GONE')
  for (const kept of ['CUST-KEPT', 'RES-KEPT', 'TASK-KEPT', 'CP-KEPT', 'note of RES-KEPT'])
    expect(ofAlice).toContain(kept)
  // Another account's customer of the same id is another account's.
  expect(await cache.read('customer', 'cn:bob')).toHaveLength(1)
  expect((await cache.usage()).find(({ kind }) => kind === 'resource')?.rows).toBe(1)
})

it('PRIV-03 of 50,000 rows those of one customer are forgotten within seconds', async () => {
  const cache = await open()
  const rows = Array.from({ length: 50_000 }, (_, at) => ({
    resourceId: `r${at}`,
    customerId: `c${at % 50}`,
  }))
  await cache.ingest(observed('resource', rows))
  const before = performance.now()
  expect(await cache.forgetCustomer('cn:alice', 'c7')).toBe(1000)
  expect(performance.now() - before).toBeLessThan(5000)
  expect(await cache.read('resource')).toHaveLength(49_000)
}, 60_000)
