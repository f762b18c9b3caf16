import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Database } from '@/utils/cache/database'
import { guarded } from '@/utils/cache/failure'

const failing = (error: unknown, outdated = false) =>
  guarded({ outdated } as Database, async () => {
    throw error
  })
const quota = { name: 'QuotaExceededError' }

test.each([
  ['by itself', quota],
  ['as Dexie reports an aborted transaction', { name: 'AbortError', inner: quota }],
  ['two deep', { name: 'AbortError', inner: { name: 'AbortError', inner: quota } }],
  ['among the failures of many writes', { name: 'BulkError', failures: [quota] }],
])('REL-04 a full disk is known %s', async (_, error) => {
  await expect(failing(error)).rejects.toMatchObject({ name: 'FullError', cause: error })
})

test('REL-08 whatever fails after a newer version took over is that', async () => {
  const closed = { name: 'DatabaseClosedError' }
  await expect(failing(closed, true)).rejects.toMatchObject({ name: 'NewerDataError' })
})

test('anything else travels untouched', async () => {
  const other = new Error('other')
  await expect(failing(other)).rejects.toBe(other)
  await expect(failing(undefined)).rejects.toBeUndefined()
})
