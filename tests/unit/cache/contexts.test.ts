import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { openCache } from '@/utils/cache'
import { openWorkerCache } from '@/utils/cache/worker'
import { first } from '@/utils/cache/live'
import { freshDatabase, observed } from './tools'

freshDatabase()
const each = 500

it('REL-10 three contexts that read and write the same rows 500 times each lose none of it', async () => {
  const one = await openCache()
  const caches = [one, await openCache(), await openWorkerCache()]
  const counter = {
    id: 'shared|1',
    account: 'cn:alice',
    taskKey: 'shared',
    hours: 1,
    dueAt: 0,
    state: 'planned' as const,
  }
  await Promise.all(
    caches.map(async (cache, context) => {
      for (let turn = 0; turn < each; turn++) {
        // One row of its own, and one that all three write: into the same segment, which is read and written back.
        const records = [
          { couponId: `own-${context}-${turn}`, balance: '1' },
          { couponId: 'shared', balance: String(turn) },
        ]
        await cache.ingest(observed('coupon', records, { observedAt: 1000 + turn }))
        await cache.changeReminders((present) => {
          const [now = counter] = present
          return { put: [{ ...now, dueAt: now.dueAt + 1 }], remove: [], result: undefined }
        })
      }
    }),
  )
  const rows = await one.read('coupon')
  expect(new Set(rows.map(({ $ }) => $.key)).size).toBe(3 * each + 1)
  expect(rows).toHaveLength(3 * each + 1)
  expect(rows.find(({ $ }) => $.key === 'shared')?.['balance']).toBe(String(each - 1))
  const [kept] = await first(one.reminders())
  expect(kept?.dueAt).toBe(3 * each)
  for (const cache of caches) cache.close()
}, 120_000)
