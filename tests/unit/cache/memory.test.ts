import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { freshDatabase, observed } from './tools'

const { open } = freshDatabase()

it('what a view remembers is kept by account and name, and is no mark of a record', async () => {
  const cache = await open()
  await cache.remember('cn:alice', 'analytics:views', '[1]')
  await cache.remember('cn:alice', 'analytics:views', '[2]')
  expect(await cache.memory('cn:alice', 'analytics:views')).toBe('[2]')
  expect(await cache.memory('cn:bob', 'analytics:views')).toBeUndefined()
  await cache.ingest(observed('exportTask', [{ taskId: 'T1', status: 'completed' }]))
  expect((await cache.read('exportTask'))[0]).not.toHaveProperty('text')
  await cache.forgetEverything()
  expect(await (await open()).memory('cn:alice', 'analytics:views')).toBeUndefined()
})
