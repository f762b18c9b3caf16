import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { now } from '@/utils/clock'
import { coupons, freshDatabase, observed } from './tools'

const { open } = freshDatabase()
type Listener = (changes: Record<string, { newValue: unknown }>) => void
let kept: Record<string, unknown> = {}
let listeners: Listener[] = []
const put = (items: Record<string, unknown>) => {
  Object.assign(kept, items)
  const changes = Object.entries(items).map(([key, newValue]) => [key, { newValue }])
  for (const each of listeners) each(Object.fromEntries(changes))
}
beforeEach(() => {
  kept = {}
  listeners = []
  const local = {
    get: (key: string) => Promise.resolve(structuredClone({ [key]: kept[key] })),
    set: (items: Record<string, unknown>) => Promise.resolve(void put(items)),
    remove: (key: string) => Promise.resolve(void delete kept[key]),
    onChanged: { addListener: (listener: Listener) => void listeners.push(listener) },
  }
  vi.stubGlobal('chrome', { storage: { local } })
})
afterEach(() => {
  put({ 'partner-lens-fault-clock': 0 })
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})
const faultBuild = () => vi.stubEnv('MODE', 'fault')

test('REL-04 fault build: the disk is full after so many writes, and has room again', async () => {
  faultBuild()
  const cache = await open()
  await cache.ingest(observed('coupon', coupons(3)))
  put({ 'partner-lens-fault': { full: 1 } })
  await expect(cache.ingest(observed('coupon', coupons(9)))).rejects.toMatchObject({
    name: 'FullError',
  })
  expect(await cache.read('coupon')).toHaveLength(3)
  put({ 'partner-lens-fault': {} })
  await cache.ingest(observed('coupon', coupons(9)))
  expect(await cache.read('coupon')).toHaveLength(9)
})

test('REL-04 fault build: rows are let go though the disk is full, and no other row with them', async () => {
  faultBuild()
  const cache = await open()
  const resources = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ resourceId: `r${at}`, customerId: `c${at % 3}` }))
  await cache.ingest(observed('coupon', coupons(4)))
  await cache.ingest(observed('resource', resources(60), { observedAt: 1000 }))
  // Of two customers everything was seen again, of the third one row.
  const again = resources(60).filter(({ customerId }, at) => customerId !== 'c0' || at === 0)
  await cache.ingest(observed('resource', again, { observedAt: 9000 }))
  const gone = { kind: 'resource', what: 'unseen', before: 5000 } as const
  put({ 'partner-lens-fault': { full: 0 } })
  await expect(cache.free(gone)).rejects.toMatchObject({ name: 'FullError' })
  expect(await cache.read('resource')).toHaveLength(60)
  // A whole kind goes without a single write.
  expect(await cache.free({ kind: 'coupon', what: 'all', before: 0 })).toBe(4)
  expect(await cache.read('coupon')).toEqual([])
  expect(await cache.freeable(gone)).toBe(19)
  put({ 'partner-lens-fault': {} })
  expect(await cache.free(gone)).toBe(19)
  expect(await cache.read('resource')).toHaveLength(41)
  await cache.ingest(observed('coupon', coupons(2)))
  expect(await cache.read('coupon')).toHaveLength(2)
})

test('REL-04 fault build: with little room left, what goes whole goes first', async () => {
  faultBuild()
  const cache = await open()
  const of = (customerId: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({ resourceId: `${customerId}-${at}`, customerId }))
  await cache.ingest(observed('resource', of('old', 5), { observedAt: 1000 }))
  await cache.ingest(observed('resource', of('some', 5), { observedAt: 1000 }))
  await cache.ingest(observed('resource', of('some', 2), { observedAt: 9000 }))
  const gone = { kind: 'resource', what: 'unseen', before: 5000 } as const
  // Room for the two small rows of the tally, for no segment.
  put({ 'partner-lens-fault': { full: 2 } })
  expect(await cache.free(gone)).toBe(5)
  expect(await cache.read('resource')).toHaveLength(5)
  put({ 'partner-lens-fault': {} })
  expect(await cache.free(gone)).toBe(3)
  expect((await cache.read('resource')).map(({ resourceId }) => resourceId).sort()).toEqual([
    'some-0',
    'some-1',
  ])
})

test('REL-06 fault build: opening fails, and succeeds when tried again', async () => {
  faultBuild()
  put({ 'partner-lens-fault': { failOpen: true } })
  await expect(open()).rejects.toThrow('Opening fails')
  put({ 'partner-lens-fault': {} })
  expect(await (await open()).read('coupon')).toEqual([])
})

test('REL-06 fault build: what does not open in ten seconds is said, and tried anew', async () => {
  faultBuild()
  put({ 'partner-lens-fault': { slowOpenMs: 60_000 } })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const opening = expect(open()).rejects.toMatchObject({ name: 'SlowStartError' })
  await vi.advanceTimersByTimeAsync(10_000)
  await opening
  vi.useRealTimers()
  put({ 'partner-lens-fault': {} })
  expect(await (await open()).read('coupon')).toEqual([])
})

test('fault build: the clock runs apart from the machine, also when told while running', async () => {
  faultBuild()
  put({ 'partner-lens-fault-clock': 1_000_000 })
  await open()
  expect(now() - Date.now()).toBeGreaterThan(999_000)
  put({ 'partner-lens-fault-clock': -1_000_000 })
  expect(now() - Date.now()).toBeLessThan(-999_000)
})

test('release build: none of it has an effect', async () => {
  put({ 'partner-lens-fault': { full: 0, failOpen: true }, 'partner-lens-fault-clock': 1_000_000 })
  const cache = await open()
  await cache.ingest(observed('coupon', coupons(3)))
  expect(await cache.read('coupon')).toHaveLength(3)
  expect(now() - Date.now()).toBeLessThan(1000)
})
