import 'fake-indexeddb/auto'
import { afterEach, expect, test, vi } from 'vitest'
import { openLean } from '@/utils/cache/lean'
import { openWorkerCache } from '@/utils/cache/worker'
import type { Cache } from '@/utils/cache/types'
import type { KindRecord, StoredRecord } from '@/utils/records'
import { remoteTables } from '@/utils/table/client'
import { databaseSegments, changedIn, onSegments } from '@/utils/table/database-segments'
import { readAhead } from '@/utils/table/early'
import { Engine } from '@/utils/table/engine'
import type { Asked, Told, Which } from '@/utils/table/protocol'
import type { Spec } from '@/utils/table/view'
import { freshDatabase, observed } from '../cache/tools'

const opens = { page: freshDatabase().open, worker: openWorkerCache }
const resources: Which = { account: 'cn:alice', kind: 'resource' }
const spec: Spec = { language: 'zh' }
let ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends) end()
  ends = []
})

function engine() {
  const told = vi.fn()
  const segments = databaseSegments()
  const made = new Engine(segments, () => 1000, told)
  ends.push(
    segments.close,
    onSegments(
      (changed) => void made.changed(changed ?? made.open()),
      () => void made.noted(),
    ),
  )
  return { engine: made, told }
}
const resource = (n: number, more: KindRecord = {}): KindRecord => ({
  resourceId: `R${n}`,
  name: `ecs-${n}`,
  billing: 'subscription',
  startedAt: n,
  customerId: `c${n % 20}`,
  ...more,
})
const many = (count: number, more: KindRecord = {}) =>
  Array.from({ length: count }, (_, n) => resource(n, more))
const byKey = (rows: StoredRecord[]) => rows.toSorted((a, b) => (a.$.key < b.$.key ? -1 : 1))

async function same(made: Engine, cache: Cache): Promise<void> {
  const rows = await made.rows({
    ...resources,
    spec: { ...spec, gone: 'with' },
    from: 0,
    count: 1e4,
  })
  expect(byKey(rows)).toEqual(byKey(await cache.read('resource', 'cn:alice')))
}

test.each(['page', 'worker'] as const)(
  'what the tables hold is what the cache holds, whatever the %s writes',
  async (context) => {
    const cache = await opens[context]()
    ends.push(cache.close)
    await cache.ingest(observed('resource', many(300)))
    const { engine: made, told } = engine()
    await same(made, cache)
    const writes = [
      observed('resource', [resource(4, { status: 'frozen' })]),
      // Of as many customers: a delta.
      observed('resource', many(20, { status: 'grace' }), { observedAt: 2000 }),
      // New ones, and one whose customer changed.
      observed('resource', [resource(500), resource(5, { customerId: 'c7' })], {
        observedAt: 3000,
      }),
      observed('resource', many(100), { observedAt: 4000, complete: {} }),
      // More segments at once than a commit is told of one by one.
      observed('resource', many(300, { region: 'x' }), { observedAt: 5000 }),
    ]
    for (const write of writes) {
      await cache.ingest(write)
      await vi.waitFor(() => same(made, cache))
      // And one that reads all of it now, deltas over segments.
      await same(engine().engine, cache)
    }
    await cache.adoptUnknown('cn:alice', 'cn:bob')
    const all = async () =>
      (await made.look({ ...resources, view: 'a', spec, from: 0, count: 9 })).all
    await vi.waitFor(async () => expect(await all()).toBe(0))
    await cache.ingest(observed('resource', many(3)))
    await vi.waitFor(async () => expect(await all()).toBe(3))
    await cache.forgetEverything()
    await vi.waitFor(async () => expect(await all()).toBe(0))
    expect(told).toHaveBeenCalledWith(resources)
  },
)

test('a table that was made ready is not read again by who asks for it', async () => {
  const cache = await opens.page()
  ends.push(cache.close)
  await cache.noteAccount({ key: 'cn:old', site: 'cn', lastSeenAt: 1 })
  await cache.noteAccount({ key: 'cn:alice', site: 'cn', lastSeenAt: 2 })
  await cache.ingest(observed('resource', many(30)))
  const database = openLean()
  const ahead = readAhead(database, 'resource')
  const segments = databaseSegments({ database, ahead })
  ends.push(segments.close)
  const read = await ahead
  expect(read?.which).toEqual(resources)
  const follow = vi.spyOn(read!, 'follow')
  const made = new Engine(segments, () => 1000, vi.fn())
  await made.prepare(resources)
  const look = await made.look({ ...resources, view: 'a', spec, from: 0, count: 9 })
  expect(look.all).toBe(30)
  expect(follow).toHaveBeenCalledTimes(1)
  // Another account's are read as ever.
  const other = { account: 'cn:old', kind: 'resource' } as const
  expect((await made.look({ ...other, view: 'a', spec, from: 0, count: 9 })).all).toBe(0)
})

test('a look tells the window, what is known of the list and which fields are in use', async () => {
  const cache = await opens.page()
  await cache.ingest(observed('resource', many(30), { observedAt: 900, source: 'api' }))
  await cache.ingest(observed('resource', many(10), { observedAt: 950, complete: {} }))
  const { engine: made } = engine()
  const ask = { ...resources, view: 'a', from: 2, count: 3 }
  const look = await made.look({
    ...ask,
    spec: { ...spec, sort: [{ field: 'startedAt', down: true }] },
  })
  expect(look).toMatchObject({
    lines: 10,
    rows: 10,
    all: 10,
    gone: 20,
    observedAt: 950,
    source: 'page',
  })
  expect(look.fields).toContain('billing')
  expect(look.fields).not.toContain('region')
  const keys = look.window.map((line) => ('row' in line ? line.row.resourceId : 'group'))
  expect(keys).toEqual(['R7', 'R6', 'R5'])
  const grouped = await made.look({
    ...ask,
    from: 0,
    count: 1,
    spec: { ...spec, group: { field: 'customerId' } },
  })
  expect(grouped.window).toMatchObject([
    { group: { value: 'c0', rows: 1, first: { resourceId: 'R0' } } },
  ])
})

test('amounts are summed exactly by currency, of the rows that fit', async () => {
  const cache = await opens.page()
  const coupon = (couponId: string, balance: string, currency: string) => ({
    couponId,
    balance,
    currency,
    type: 'voucher',
  })
  await cache.ingest(
    observed('coupon', [
      coupon('1', '0.10', 'CNY'),
      coupon('2', '0.20', 'CNY'),
      coupon('3', '7', 'USD'),
    ]),
  )
  const { engine: made } = engine()
  const sums = await made.sums({ account: 'cn:alice', kind: 'coupon', field: 'balance', spec })
  expect(sums).toEqual([
    { currency: 'CNY', sum: '0.30', rows: 2 },
    { currency: 'USD', sum: '7', rows: 1 },
  ])
})

test('a search looks through all kinds of one account', async () => {
  const cache = await opens.page()
  await cache.ingest(observed('resource', many(30)))
  await cache.ingest(observed('coupon', [{ couponId: 'C-ecs-2', balance: '5', currency: 'CNY' }]))
  await cache.ingest(observed('resource', many(30), { account: 'cn:bob' }))
  const { engine: made } = engine()
  const found = await made.find({ account: 'cn:alice', text: 'ecs-2', few: 3 })
  expect(found.map(({ kind, rows, first }) => [kind, rows, first.length])).toEqual([
    ['coupon', 1, 1],
    ['resource', 11, 3],
  ])
  expect(await made.find({ account: 'cn:alice', text: '  ', few: 3 })).toEqual([])
  expect(await made.find({ account: 'cn:alice', text: 'kind:coupon ecs-2', few: 3 })).toHaveLength(
    1,
  )
})

test('a reading that failed is tried again', async () => {
  const all = vi.fn().mockRejectedValueOnce(new Error('no')).mockResolvedValue([])
  const made = new Engine(
    { all, some: async () => [], notes: async () => [] },
    () => 0,
    () => {},
  )
  const ask = { ...resources, view: 'a', spec, from: 0, count: 1 }
  await expect(made.look(ask)).rejects.toThrow('no')
  expect((await made.look(ask)).all).toBe(0)
})

test('keys of a change are read from the ranges a commit tells of; more than keys is anything', () => {
  const at = (...key: unknown[]) => ({ from: key, to: key })
  const left = at('cn:a', 'coupon', 'c1', 0)
  expect(changedIn([{ ...at('cn:a', 'coupon', '', 2), l: left, r: null }, left])).toEqual([
    {
      account: 'cn:a',
      kind: 'coupon',
      parts: [
        { scope: 'c1', part: 0 },
        { scope: '', part: 2 },
      ],
    },
  ])
  expect(changedIn([{ from: -Infinity, to: [[]] }])).toBeUndefined()
  expect(changedIn([{ from: left.from, to: ['cn:a', 'coupon', 'c9', 0] }])).toEqual([
    { account: 'cn:a', kind: 'coupon' },
  ])
  expect(changedIn([{ from: left.from, to: ['cn:b', 'coupon', 'c9', 0] }])).toBeUndefined()
})

test('a page speaks with a worker: answers find their question, failures keep their name, changes are told', async () => {
  const heard: ((event: { data: Told }) => void)[] = []
  const fail: (() => void)[] = []
  const asked: Asked[] = []
  const worker = {
    addEventListener: (name: string, listen: never) =>
      void (name === 'error' ? fail : heard).push(listen),
    postMessage: (each: Asked) => asked.push(each),
    terminate: vi.fn(),
  }
  const tables = remoteTables(
    () => worker as unknown as Worker,
    () => 7,
  )
  const changed = vi.fn()
  tables.onChanged(changed)
  const tell = (data: Told) => heard[0]?.({ data })
  const question = { account: 'a', text: 'x', few: 1 }
  const [one, two, three] = [tables.find(question), tables.find(question), tables.find(question)]
  expect(asked[0]).toEqual({ id: 1, name: 'find', question, now: 7 })
  tell({ id: 2, value: 'second' })
  tell({ id: 1, error: 'NewerDataError' })
  tell({ changed: resources })
  await expect(two).resolves.toBe('second')
  await expect(one).rejects.toMatchObject({ name: 'NewerDataError' })
  expect(changed).toHaveBeenCalledWith(resources)
  fail[0]?.()
  await expect(three).rejects.toThrow('could not be started')
  expect(worker.terminate).toHaveBeenCalled()
})

test.each(['page', 'worker'] as const)(
  'what the user writes on a record is found at once, and what they call a customer on all of theirs (%s)',
  async (context) => {
    const cache = await opens[context]()
    await cache.ingest(observed('resource', many(60)))
    await cache.ingest(observed('customer', [{ customerId: 'c7', name: '示**司' }]))
    const { engine: made } = engine()
    const keysOf = async (text: string) => {
      const rows = await made.rows({ ...resources, spec: { ...spec, text }, from: 0, count: 100 })
      return rows.map(({ $ }) => $.key)
    }
    expect(await keysOf('老朋友')).toEqual([])
    const account = 'cn:alice'
    await cache.writeNote({ account, kind: 'customer', key: 'c7' }, { name: '老朋友' })
    await cache.writeNote(
      { account, kind: 'resource', key: 'R3' },
      { text: 'moves in May', tags: ['vip', ' vip ', 'db'], colour: 'red' },
    )
    await vi.waitFor(async () => expect(await keysOf('老朋友')).toEqual(['R7', 'R27', 'R47']))
    await vi.waitFor(async () => expect(await keysOf('tag:vip')).toEqual(['R3']))
    expect(await keysOf('customer:老朋')).toEqual(['R7', 'R27', 'R47'])
    // Rows that come and change keep what was written on them.
    await cache.ingest(observed('resource', [resource(3, { name: 'renamed' }), resource(67)]))
    await vi.waitFor(async () =>
      expect(await keysOf('老朋友')).toEqual(['R7', 'R27', 'R47', 'R67']),
    )
    expect(await keysOf('may')).toEqual(['R3'])
    const [found] = await made.rows({
      ...resources,
      spec: { ...spec, text: 'may' },
      from: 0,
      count: 1,
    })
    expect(found).toMatchObject({ name: 'renamed', myTags: 'vip\ndb', myColour: 'red' })
    await cache.writeNote({ account, kind: 'resource', key: 'R3' }, undefined)
    await vi.waitFor(async () => expect(await keysOf('tag:vip')).toEqual([]))
  },
)

test('coupons past their expiry count as expired, whatever their source said last', async () => {
  const cache = await opens.page()
  let now = 1000
  const made = new Engine(databaseSegments(), () => now, vi.fn())
  const coupon = (id: string, status: string, expiresAt: number) => ({
    couponId: id,
    status,
    expiresAt,
    customerId: 'k1',
  })
  await cache.ingest(
    observed('coupon', [
      coupon('past', 'usable', 900),
      coupon('used', 'used', 900),
      coupon('soon', 'usable', 200_000),
      coupon('later', 'inactive', 9_000_000),
    ]),
  )
  const which: Which = { account: 'cn:alice', kind: 'coupon' }
  const statuses = async (more: Partial<Spec> = {}) => {
    const rows = await made.rows({ ...which, spec: { ...spec, ...more }, from: 0, count: 10 })
    return Object.fromEntries(rows.map(({ couponId, status }) => [couponId, status]))
  }
  const expired: Spec['filters'] = [{ field: 'status', is: ['expired'] }]
  expect(await statuses()).toEqual({
    past: 'expired',
    used: 'used',
    soon: 'usable',
    later: 'inactive',
  })
  expect(await statuses({ filters: expired })).toEqual({ past: 'expired' })
  now = 300_000
  expect(await statuses({ filters: expired })).toEqual({ past: 'expired', soon: 'expired' })
  expect(await made.values({ ...which, field: 'status', spec })).toContainEqual({
    value: 'expired',
    rows: 2,
  })
  // Its validity was extended, says the console.
  await cache.ingest(observed('coupon', [coupon('soon', 'usable', 800_000)], { observedAt: 2000 }))
  await made.changed([which])
  expect(await statuses({ filters: expired })).toEqual({ past: 'expired' })
  expect((await cache.read('coupon')).filter(({ status }) => status === 'expired')).toEqual([])
})
