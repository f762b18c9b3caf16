import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { first } from '@/utils/cache/live'
import type { Cache } from '@/utils/cache/types'
import { isAssumed, lapsesAt } from '@/utils/expiry/lapse'
import type { KindRecord } from '@/utils/records'
import { reconcile, type ReminderNotice } from '@/utils/reminders/reconcile'
import { freshDatabase, observed } from '../cache/tools'

const { open } = freshDatabase()
const hour = 3_600_000
const start = Date.UTC(2030, 0, 10)

const task = (id: string, requestedAt: number, more: KindRecord = {}): KindRecord => ({
  taskId: id,
  name: `n-${id}`,
  page: 'orders',
  status: 'completed',
  requestedAt,
  ...more,
})
function rim(allowed = true) {
  const calls: ReminderNotice[][] = []
  const alarms: (number | undefined)[] = []
  return {
    calls,
    alarms,
    notify: (notices: ReminderNotice[]) => {
      calls.push(notices)
      return Promise.resolve(allowed)
    },
    setAlarm: (at: number | undefined) => {
      alarms.push(at)
      return Promise.resolve()
    },
  }
}
const states = async (cache: Cache) =>
  Object.fromEntries((await first(cache.reminders())).map(({ id, state }) => [id, state]))

test('TIME-03 an export lapses 72 hours after it was asked for, unless a setting or the console says else', () => {
  const settings = { retentionHours: { coupons: 24 } }
  expect(lapsesAt({ requestedAt: start }, settings)).toBe(start + 72 * hour)
  expect(lapsesAt({ requestedAt: start, page: 'coupons' }, settings)).toBe(start + 24 * hour)
  const told = { requestedAt: start, expiresAt: start + 5 }
  expect(lapsesAt(told, settings)).toBe(start + 5)
  expect(lapsesAt({}, settings)).toBeUndefined()
  expect([isAssumed({ requestedAt: start }), isAssumed(told)]).toEqual([true, false])
})

test('TIME-01 each rule is shown once at its time, and the alarm stands at the next', async () => {
  const cache = await open()
  await cache.ingest(observed('exportTask', [task('T', start)]))
  const outside = rim()
  const lapse = start + 72 * hour
  for (let at = start; at <= lapse + hour; at += hour / 2) await reconcile(cache, at, outside)
  expect(outside.calls.flat().map(({ id }) => id)).toEqual(['T|24', 'T|6', 'T|1'])
  expect(outside.calls[0]).toEqual([
    {
      id: 'T|24',
      account: 'cn:alice',
      taskKey: 'T',
      name: 'n-T',
      page: 'orders',
      hours: 24,
      lapsesAt: lapse,
    },
  ])
  expect(outside.alarms[0]).toBe(lapse - 24 * hour)
  expect(outside.alarms.at(-1)).toBeUndefined()
})

test('TIME-02 of two contexts at once one shows it', async () => {
  for (let round = 0; round < 20; round += 1) {
    const [a, b] = [await open(), await open()]
    await a.ingest(observed('exportTask', [task(`T${round}`, start)]))
    const outside = rim()
    const at = start + 50 * hour
    await Promise.all([a, b, a, b].map((cache) => reconcile(cache, at, outside)))
    expect(outside.calls.flat().map(({ id }) => id)).toEqual([`T${round}|24`])
    await a.markExport('cn:alice', `T${round}`, { downloadedAt: at })
  }
})

test('TIME-02 a context stopped between claim and show: the next one shows it, once', async () => {
  const cache = await open()
  await cache.ingest(observed('exportTask', [task('T', start)]))
  const at = start + 49 * hour
  const stopped = rim()
  void reconcile(cache, at, { ...stopped, notify: () => new Promise<boolean>(() => {}) })
  await expect.poll(() => stopped.alarms[0]).toBe(at + 60_000)
  const outside = rim()
  await reconcile(cache, at + 1000, outside)
  expect(outside.calls).toEqual([])
  expect(outside.alarms[0]).toBe(at + 60_000)
  await reconcile(cache, at + 60_000, outside)
  await reconcile(cache, at + 61_000, outside)
  expect(outside.calls.flat().map(({ id }) => id)).toEqual(['T|24'])
})

test('TIME-05 many due after days away are one summary; what lapsed is missed', async () => {
  const cache = await open()
  const tasks = Array.from({ length: 100 }, (_, index) => task(`T${index}`, start + index * hour))
  await cache.ingest(observed('exportTask', tasks))
  const outside = rim()
  await reconcile(cache, start, outside)
  const at = start + 96 * hour
  await reconcile(cache, at, outside)
  expect(outside.calls).toHaveLength(1)
  const [shown = []] = outside.calls
  // Lapsed: asked for up to hour 24. Due: those that lapse within the next 24 hours, each by its latest rule.
  expect(shown).toHaveLength(24)
  expect(shown[0]).toMatchObject({ taskKey: 'T25', hours: 1, digest: 49 })
  expect(shown.slice(1).some((each) => each.digest !== undefined)).toBe(false)
  const after = await states(cache)
  expect([after['T0|24'], after['T0|1'], after['T24|1']]).toEqual(['missed', 'missed', 'missed'])
  expect([after['T25|24'], after['T25|6'], after['T25|1']]).toEqual(['missed', 'missed', 'shown'])
  expect([after['T99|24'], after['T30|1']]).toEqual(['planned', 'planned'])
  await reconcile(cache, at, outside)
  expect(outside.calls).toHaveLength(1)
})

test('without permission it stays planned, listed, and is shown once allowed', async () => {
  const cache = await open()
  await cache.ingest(observed('exportTask', [task('T', start)]))
  await reconcile(cache, start + 49 * hour, rim(false))
  expect((await states(cache))['T|24']).toBe('planned')
  const outside = rim()
  await reconcile(cache, start + 50 * hour, outside)
  expect(outside.calls.flat()).toHaveLength(1)
})

test('a file that was fetched is no longer reminded of', async () => {
  const cache = await open()
  await cache.ingest(observed('exportTask', [task('T', start)]))
  const outside = rim()
  await reconcile(cache, start, outside)
  await cache.markExport('cn:alice', 'T', { downloadedAt: start })
  await reconcile(cache, start + 60 * hour, outside)
  expect(outside.calls).toEqual([])
  expect(Object.values(await states(cache))).toEqual(['done', 'done', 'done'])
  expect(outside.alarms.at(-1)).toBeUndefined()
})

test('what the console says has lapsed is missed, without a word', async () => {
  const cache = await open()
  await cache.ingest(observed('exportTask', [task('T', start)]))
  const outside = rim()
  await reconcile(cache, start, outside)
  const expired = task('T', start, { status: 'expired' })
  await cache.ingest(observed('exportTask', [expired], { observedAt: 2000 }))
  await reconcile(cache, start + 50 * hour, outside)
  expect(outside.calls).toEqual([])
  expect(Object.values(await states(cache))).toEqual(['missed', 'missed', 'missed'])
})

test('other hours in the settings take effect at once; a longer retention revives what was missed', async () => {
  const cache = await open()
  await cache.ingest(observed('exportTask', [task('T', start)]))
  await reconcile(cache, start + 73 * hour, rim())
  expect((await states(cache))['T|1']).toBe('missed')
  await cache.saveSettings({ retentionHours: { orders: 240 }, exportReminderHours: [12] })
  const outside = rim()
  await reconcile(cache, start + 74 * hour, outside)
  expect((await states(cache))['T|12']).toBe('planned')
  expect(outside.alarms.at(-1)).toBe(start + 228 * hour)
})

test('TIME-01 500 exports with three rules each are all shown, however seldom one looks', async () => {
  const cache = await open()
  const tasks = Array.from({ length: 500 }, (_, index) => task(`T${index}`, start + index * 60_000))
  await cache.ingest(observed('exportTask', tasks))
  const outside = rim()
  for (let at = start; at < start + 85 * hour; at += hour) await reconcile(cache, at, outside)
  const ids = outside.calls.flat().map(({ id }) => id)
  expect(ids).toHaveLength(1500)
  expect(new Set(ids).size).toBe(1500)
})

test('two accounts with an export of the same number are each reminded, once', async () => {
  const cache = await open()
  await cache.ingest(observed('exportTask', [task('T', start)]))
  const outside = rim()
  await reconcile(cache, start, outside)
  const other = { account: 'cn:aaron' }
  await cache.ingest(observed('exportTask', [task('T', start + hour)], other))
  for (let at = start; at < start + 80 * hour; at += hour / 2) await reconcile(cache, at, outside)
  const shown = outside.calls.flat().map(({ id, account, taskKey }) => [id, account, taskKey])
  expect(shown.map(([, account, key]) => `${account} ${key}`).sort()).toEqual([
    ...Array.from({ length: 3 }, () => 'cn:aaron T'),
    ...Array.from({ length: 3 }, () => 'cn:alice T'),
  ])
  expect(new Set(shown.map(([id]) => id)).size).toBe(6)
  expect(shown.filter(([, account]) => account === 'cn:alice').map(([id]) => id)).toEqual([
    'T|24',
    'T|6',
    'T|1',
  ])
})

test('of a file first met in a state not known, then as completed, nobody is told that it is ready now', async () => {
  const cache = await open()
  const outside = rim()
  const unknown = task('T', start)
  delete unknown.status
  await cache.ingest(observed('exportTask', [unknown]))
  await reconcile(cache, start + hour, outside)
  await cache.ingest(observed('exportTask', [task('T', start)], { observedAt: 2000 }))
  await reconcile(cache, start + hour, outside)
  expect(outside.calls).toEqual([])
  expect(Object.keys(await states(cache))).toEqual(['T|1', 'T|24', 'T|6'])
})

test('TIME-05 200 exports asked for at once are one summary at each of their times, across all hours in steps', async () => {
  const cache = await open()
  const all = Array.from({ length: 200 }, (_, index) => task(`T${index}`, start))
  await cache.ingest(observed('exportTask', all))
  const outside = rim()
  const badges: number[] = []
  for (let at = start; at <= start + 73 * hour; at += hour / 4)
    await reconcile(cache, at, { ...outside, badge: (count) => badges.push(count) })
  expect(outside.calls.map((call) => [call.length, call[0]?.digest])).toEqual([
    [200, 200],
    [200, 200],
    [200, 200],
  ])
  expect(new Set(badges)).toEqual(new Set([0, 200]))
  expect(badges.at(-1)).toBe(0)
  expect(new Set(Object.values(await states(cache)))).toEqual(new Set(['shown']))
}, 60_000)
