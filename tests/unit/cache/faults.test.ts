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
