import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { first } from '@/utils/cache/live'
import { reconcile } from '@/utils/reminders/reconcile'
import { freshDatabase, observed } from './tools'

const { open } = freshDatabase()
const hour = 3_600_000
const start = Date.UTC(2030, 0, 1)
const shown = { page: 'orders', requestedAt: start, name: 'n', status: 'completed' }
const whole = { ...shown, taskId: 'T', fileName: 'f.csv' }
const quiet = { notify: () => Promise.resolve(true), setAlarm: () => Promise.resolve() }

describe('one export, seen with and without its number', () => {
  test('first without: marks and reminders go over to the number', async () => {
    const cache = await open()
    await cache.ingest(observed('exportTask', [shown]))
    const [before] = await cache.read('exportTask')
    await reconcile(cache, start + 49 * hour, quiet)
    await cache.markExport('cn:alice', before?.$.key ?? '', { openedAt: 1 })
    const capture = { source: 'capture' as const, observedAt: 2000 }
    expect(await cache.ingest(observed('exportTask', [whole], capture))).toMatchObject({ kept: 1 })
    expect(await cache.read('exportTask')).toMatchObject([{ ...whole, openedAt: 1 }])
    expect((await cache.usage())[0]?.rows).toBe(1)
    const reminders = await first(cache.reminders())
    expect(reminders.map(({ id, state }) => [id, state]).sort()).toEqual([
      ['T|1', 'planned'],
      ['T|24', 'shown'],
      ['T|6', 'planned'],
    ])
  })

  test('first with: what is seen without is the same record, in every context', async () => {
    const [cache, other] = [await open(), await open()]
    await cache.ingest(observed('exportTask', [whole]))
    const later = { ...shown, status: 'expired' }
    await other.ingest(observed('exportTask', [later], { observedAt: 2000 }))
    await cache.ingest(observed('exportTask', [later], { observedAt: 3000 }))
    expect(await cache.read('exportTask')).toMatchObject([
      { taskId: 'T', status: 'expired', $: { key: 'T', observedAt: 3000 } },
    ])
  })

  test('a complete listing without numbers does not lose it', async () => {
    const cache = await open()
    await cache.ingest(observed('exportTask', [whole]))
    await cache.ingest(observed('exportTask', [shown], { observedAt: 2000, complete: {} }))
    expect((await cache.read('exportTask'))[0]?.$.goneAt).toBeUndefined()
  })

  test('an unknown account becoming known takes the alias along', async () => {
    const cache = await open()
    await cache.ingest(observed('exportTask', [whole], { account: 'cn:?' }))
    await cache.adoptUnknown('cn:?', 'cn:alice')
    await cache.ingest(observed('exportTask', [shown], { observedAt: 2000 }))
    expect(await cache.read('exportTask')).toHaveLength(1)
  })
})
