import 'fake-indexeddb/auto'
import { describe, expect, it, test } from 'vitest'
import { first } from '@/utils/cache/live'
import type { Cache } from '@/utils/cache/types'
import type { KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'
import { isQuiet, outOfQuiet, usualQuiet } from '@/utils/settings/quiet'
import { reconcile, type ReminderNotice } from '@/utils/reminders/reconcile'
import { freshDatabase, observed } from '../cache/tools'

const { open } = freshDatabase()
const hour = 3_600_000
const day = 24 * hour
const start = Date.UTC(2030, 0, 10)

/** What is told when one looks by the half hour, with the hours since the start. */
async function told(cache: Cache, days: number, every = 12 * hour) {
  const all: [id: string, hours: number, notice: ReminderNotice][] = []
  for (let at = start; at <= start + days * day; at += every) {
    await reconcile(cache, at, {
      notify: async (notices) => {
        for (const each of notices) all.push([each.id, (at - start) / hour, each])
        return true
      },
      setAlarm: async () => {},
    })
  }
  return all
}
const kept = async (kind: KindName, ...records: KindRecord[]) => {
  const cache = await open()
  await cache.ingest(observed(kind, records))
  return cache
}
const coupon = (more: KindRecord = {}): KindRecord => ({
  couponId: 'C1',
  status: 'usable',
  balance: '100.00',
  currency: 'CNY',
  expiresAt: start + 40 * day,
  ...more,
})

describe('other reminders than of exports', () => {
  it('come 30, 7 and 1 days before a coupon expires, each once', async () => {
    const cache = await kept('coupon', coupon())
    const all = await told(cache, 41)
    expect(all.map(([, hours]) => hours / 24)).toEqual([10, 33, 39])
    expect(new Set(all.map(([id]) => id)).size).toBe(3)
    expect(all[0]?.[2]).toMatchObject({ kind: 'coupon', lapsesAt: start + 40 * day })
    expect(all[0]?.[2].name).toBeUndefined()
  })
  it('come for coupons over an amount only, that can be used', async () => {
    const cache = await kept(
      'coupon',
      coupon({ balance: '0.00' }),
      coupon({ couponId: 'C2', status: 'used' }),
      coupon({ couponId: 'C3', frozen: true }),
      coupon({ couponId: 'C4', balance: '500.00' }),
    )
    await cache.saveSettings({ reminderRules: { coupon: { over: '100' } } })
    expect(new Set((await told(cache, 41)).map(([, , { taskKey }]) => taskKey))).toEqual(
      new Set(['C4']),
    )
  })
  it('come 30, 15 and 7 days before a subscription expires, for main resources', async () => {
    const resource = { billing: 'subscription', status: 'active', customerId: 'K' }
    const cache = await kept(
      'resource',
      { resourceId: 'R1', ...resource, expiresAt: start + 20 * day },
      { resourceId: 'R2', ...resource, isMain: false, expiresAt: start + 20 * day },
      { resourceId: 'R3', ...resource, billing: 'on-demand', expiresAt: start + 20 * day },
    )
    const all = await told(cache, 21)
    // Met 20 days before: the 30 days are told at once, for nobody was told yet.
    expect(all.map(([, hours]) => hours / 24)).toEqual([0, 5, 13])
    expect(new Set(all.map(([, , { taskKey }]) => taskKey)).size).toBe(1)
  })
  it('come 3 and 1 days before an incentive bill is confirmed', async () => {
    const bill = { cycle: '2029-12', amount: '10.00', confirmBy: start + 5 * day }
    const cache = await kept(
      'incentiveBill',
      { billId: 'B1', status: 'pending', ...bill },
      { billId: 'B2', status: 'paid', ...bill },
    )
    expect((await told(cache, 6)).map(([, hours]) => hours / 24)).toEqual([2, 4])
  })
  it('come once when less than a fifth of a resource package is left', async () => {
    const pack = (remaining: string) => ({
      packageId: 'P1',
      status: 'active',
      expiresAt: start + 90 * day,
      items: [{ itemId: 'I', remaining, total: '100' }],
    })
    const cache = await kept('resourcePackage', pack('20'))
    expect(await told(cache, 1)).toEqual([])
    await cache.ingest(observed('resourcePackage', [pack('19.9')], { observedAt: 2000 }))
    expect(await told(cache, 3)).toHaveLength(1)
  })
  it('do not come where the rule is off, the account is muted or the coupon is gone', async () => {
    const cache = await kept('coupon', coupon())
    await cache.saveSettings({ reminderRules: { coupon: { on: false } } })
    expect(await told(cache, 15)).toEqual([])
    await cache.saveSettings({ reminderRules: {}, mutedAccounts: ['cn:alice'] })
    expect(await told(cache, 15)).toEqual([])
    expect(await first(cache.reminders())).toEqual([])
  })
  it('are not worked out while nobody looks wide, and what was planned stands', async () => {
    const cache = await kept('coupon', coupon({ expiresAt: start + 31 * day }))
    const rim = { notify: async () => true, setAlarm: async () => {} }
    await reconcile(cache, start, { ...rim, lookWide: async () => false })
    expect(await first(cache.reminders())).toEqual([])
    await reconcile(cache, start, rim)
    const planned = await first(cache.reminders())
    expect(planned.map(({ dueAt }) => (dueAt - start) / day)).toContain(1)
    await reconcile(cache, start, { ...rim, lookWide: async () => false })
    expect(await first(cache.reminders())).toEqual(planned)
    // What is due is told at its time, wide or not.
    const notices: ReminderNotice[] = []
    const notify = async (each: ReminderNotice[]) => (notices.push(...each), true)
    await reconcile(cache, start + day, { ...rim, notify, lookWide: async () => false })
    expect(notices).toHaveLength(1)
  })
})

test('an export that was seen running is told of when it is ready, once; one that was ready before is not', async () => {
  const task = (taskId: string, status: string) => ({
    taskId,
    status,
    page: 'orders',
    requestedAt: start,
  })
  const cache = await kept('exportTask', task('A', 'running'), task('B', 'completed'))
  expect(await told(cache, 0)).toEqual([])
  await cache.ingest(observed('exportTask', [task('A', 'completed')], { observedAt: 2000 }))
  const all = await told(cache, 0)
  expect(all.map(([id]) => id)).toEqual(['A|0'])
  expect(await told(cache, 1)).toEqual([])
})

test('what is long over leaves the log after thirty days', async () => {
  const cache = await kept('exportTask', {
    taskId: 'A',
    status: 'completed',
    page: 'orders',
    requestedAt: start,
  })
  await told(cache, 4)
  expect(await first(cache.reminders())).toHaveLength(3)
  await reconcile(cache, start + 40 * day, { notify: async () => true, setAlarm: async () => {} })
  expect(await first(cache.reminders())).toEqual([])
})

describe('quiet time', () => {
  const at = (text: string) => new Date(text).getTime()
  const quiet = { ...usualQuiet, on: true }
  it.each([
    ['2030-01-10T12:30', '2030-01-10T12:30'],
    ['2030-01-10T23:10', '2030-01-11T08:00'],
    ['2030-01-11T02:00', '2030-01-11T08:00'],
    ['2030-01-11T23:00', '2030-01-14T08:00'],
    ['2030-01-12T12:00', '2030-01-14T08:00'],
  ])('puts what is due %s to %s', (due, shown) => {
    expect(outOfQuiet(at(due), Infinity, quiet)).toBe(at(shown))
  })
  it('lets nothing lapse unseen: what would be too late comes just before it', () => {
    expect(outOfQuiet(at('2030-01-11T02:00'), at('2030-01-11T03:00'), quiet)).toBe(
      at('2030-01-10T21:59'),
    )
  })
  it('changes nothing while it is off, or where no day is left', () => {
    expect(outOfQuiet(at('2030-01-10T23:10'), Infinity, usualQuiet)).toBe(at('2030-01-10T23:10'))
    expect(outOfQuiet(start, Infinity, { ...quiet, days: [] })).toBe(start)
    expect(isQuiet(at('2030-01-10T05:00'), { ...quiet, from: 4, to: 4 })).toBe(false)
  })
})
