import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const begun = () => import('@/utils/table/begun')
class FakeWorker extends EventTarget {
  static readonly made: FakeWorker[] = []
  constructor(
    readonly url: string,
    readonly options: WorkerOptions,
  ) {
    super()
    FakeWorker.made.push(this)
  }
}
beforeEach(() => {
  FakeWorker.made.length = 0
  vi.stubGlobal('Worker', FakeWorker)
})
afterEach(() => vi.unstubAllGlobals())

test('the worker that was begun is that of the first who asks, and knows what will be asked for', async () => {
  const { beginTables, takeTables } = await begun()
  beginTables('resource')
  const [first] = FakeWorker.made
  expect(first?.options.name).toBe('resource')
  expect(takeTables()).toBe(first)
  expect(takeTables()).not.toBe(first)
})
test('a page whose first view shows no table has a worker that reads nothing', async () => {
  const { beginTables, takeTables } = await begun()
  beginTables()
  expect(takeTables()).toBe(FakeWorker.made[0])
  expect(FakeWorker.made[0]?.options.name).toBe('')
})
test("a worker that could not start is nobody's", async () => {
  const { beginTables, takeTables } = await begun()
  beginTables('coupon')
  FakeWorker.made[0]?.dispatchEvent(new Event('error'))
  expect(takeTables()).toBe(FakeWorker.made[1])
})
