import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { first } from '@/utils/cache/live'
import type { Glance } from '@/utils/cache/types'
import type { Settings } from '@/utils/settings'
import { coupons, freshDatabase, observed } from './tools'

const { open } = freshDatabase()
const year = 365 * 86_400_000

test('REL-08 data of a newer version is not opened and not touched', async () => {
  const newer = new Dexie('partner-lens')
  newer.version(99).stores({ segments: 'id' })
  await newer.open()
  newer.close()
  await expect(open()).rejects.toMatchObject({ name: 'NewerDataError' })
  const present = (await indexedDB.databases()).find(({ name }) => name === 'partner-lens')
  expect(present?.version).toBe(990)
})

test('REL-08 a context that a newer version overtook stops writing', async () => {
  const cache = await open()
  await cache.ingest(observed('coupon', coupons(1)))
  await cache.saveSettings({ theme: 'dark' })
  const newer = new Dexie('partner-lens')
  newer.version(99).stores({})
  await newer.open()
  await expect(cache.ingest(observed('coupon', coupons(2)))).rejects.toMatchObject({
    name: 'NewerDataError',
  })
  await expect(cache.saveSettings({ theme: 'light' })).rejects.toMatchObject({
    name: 'NewerDataError',
  })
  newer.close()
})

test('the popup follows each write with exact sums', async () => {
  const cache = await open()
  const seen: Glance[][] = []
  const stop = cache.glance().subscribe((value) => seen.push(value))
  await vi.waitFor(() => expect(seen).toHaveLength(1))
  const soon = Date.now() + year
  await cache.ingest(
    observed('coupon', [
      ...['0.10', '0.20', '9007199254740993.05'].map((balance, index) => ({
        couponId: `C${index}`,
        balance,
        currency: 'CNY',
        type: 'voucher',
        status: 'usable',
        holder: 'issued',
        expiresAt: soon + index,
      })),
      { couponId: 'used', balance: '5', currency: 'CNY', status: 'used', expiresAt: soon },
    ]),
  )
  await vi.waitFor(() => expect(seen.at(-1)).toHaveLength(1))
  stop()
  expect(seen[0]).toEqual([])
  expect(seen.at(-1)?.[0]?.lines).toEqual([
    {
      holder: 'issued',
      type: 'voucher',
      currency: 'CNY',
      count: 3,
      balance: '9007199254740993.35',
      nearestExpiry: soon,
    },
  ])
  expect(seen.at(-1)?.[0]?.expiring.map((row) => row.couponId)).toEqual(['C0', 'C1', 'C2'])
})

test('marks on an export stay across later observations and leave the popup', async () => {
  const cache = await open()
  const task = { taskId: 'T1', status: 'completed', requestedAt: Date.now() }
  await cache.ingest(observed('exportTask', [task]))
  expect((await first(cache.glance()))[0]?.exports).toMatchObject([{ taskId: 'T1' }])
  await cache.markExport('cn:alice', 'T1', { downloadedAt: 7 })
  expect((await first(cache.glance()))[0]?.exports).toEqual([])
  await cache.ingest(observed('exportTask', [task], { observedAt: 2000 }))
  expect(await cache.read('exportTask')).toMatchObject([{ downloadedAt: 7 }])
})

test('settings are saved by part, seen by who follows them, and forgotten with the rest', async () => {
  const cache = await open()
  const seen: Settings['theme'][] = []
  const stop = cache.liveSettings().subscribe((value) => seen.push(value.theme))
  await cache.saveSettings({ theme: 'dark' })
  await cache.saveSettings({ language: 'en' })
  await vi.waitFor(() => expect(seen.at(-1)).toBe('dark'))
  expect(await cache.settings()).toMatchObject({ theme: 'dark', language: 'en', revealSeconds: 60 })
  await cache.ingest(observed('coupon', coupons(1)))
  await cache.noteAccount({ key: 'cn:alice', site: 'cn', lastSeenAt: 1 })
  await cache.forgetEverything()
  expect(await cache.read('coupon')).toEqual([])
  expect(await first(cache.accounts())).toEqual([])
  await vi.waitFor(() => expect(seen.at(-1)).toBe('system'))
  stop()
})

test('health keeps the newest line and the pages seen', async () => {
  const cache = await open()
  const line = {
    id: 'p|coupon',
    place: 'p',
    title: '',
    source: 'page' as const,
    reasons: {},
    unmapped: [],
    lastSeenAt: 1,
    seen: 10,
    understood: 10,
    rejected: 0,
  }
  await cache.noteHealth({ ...line, pages: { 2: 20 }, slug: 'coupons' })
  await cache.noteHealth({ ...line, pages: { 1: 20 }, lastSeenAt: 2 })
  expect(await first(cache.health())).toEqual([
    { ...line, pages: { 1: 20, 2: 20 }, lastSeenAt: 2, slug: 'coupons' },
  ])
})

test('an account keeps the name the user gave it', async () => {
  const cache = await open()
  await cache.noteAccount({ key: 'cn:a', site: 'cn', label: 'mine', lastSeenAt: 1 })
  await cache.noteAccount({ key: 'cn:a', site: 'cn', name: 'a', lastSeenAt: 2 })
  expect(await first(cache.accounts())).toEqual([
    { key: 'cn:a', site: 'cn', name: 'a', label: 'mine', lastSeenAt: 2 },
  ])
})
