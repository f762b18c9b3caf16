import { describe, expect, it } from 'vitest'
import { planFor } from '@/utils/sources/api/plan'
import { newSync } from '@/utils/sync/head'
import { dueAt, goesOnAt } from '@/utils/sync/schedule'
import { orderFor } from '@/utils/sync/scheduled'
import type { Keys, SyncHead } from '@/utils/sync/types'

const now = Date.UTC(2026, 10, 22, 2)
const hour = 3_600_000
const keys: Keys = { site: 'cn', ak: 'AKIDEXAMPLE7Q2Z', sk: 'x' }
const head = (more: Partial<SyncHead> = {}): SyncHead => ({
  account: 'cn:alice',
  keyTail: '7Q2Z',
  state: 'done',
  wish: {
    site: 'cn',
    caller: 'partner',
    kinds: ['coupon', 'consumption'],
    months: ['2026-05'],
    since: { couponOperation: 5 },
  },
  startedAt: now - 30 * hour,
  unavailable: [],
  requests: 1,
  progress: { steps: 1, done: 1, failed: 0, unavailable: 0, rows: 1, requestsLeft: 0, msLeft: 0 },
  log: [],
  changedAt: now,
  ...more,
})
const order = (...heads: SyncHead[]) => orderFor(heads, () => ({}), keys, now, 0.25)

describe('a sync by itself', () => {
  it('is due so many hours after the last one, never while it is off', () => {
    expect(dueAt({ at: now - hour }, 6, now)).toBe(now + 5 * hour)
    expect(dueAt({ at: now - hour }, 0, now)).toBeUndefined()
  })
  it('is not put off by a clock that was ahead', () => {
    expect(dueAt({ at: now + 1000 * hour }, 6, now)).toBe(now + 6 * hour)
  })
  it('goes on soon where it was cut off, but not at once and not over and over', () => {
    expect(goesOnAt({ at: now }, now)).toBeUndefined()
    expect(goesOnAt({ at: now, open: now }, now + 1)).toBe(now + 600_000)
    expect(goesOnAt({ at: now, open: now + 1000 * hour }, now)).toBe(now + 600_000)
  })
  it('does not take a single bill for what is wanted again and again', () => {
    const bill = { site: 'cn', caller: 'partner', kinds: ['charge'] } as const
    const bills = [{ customerId: 'c', month: '2026-05' }]
    const before = head()
    const after = newSync('cn:alice', '7Q2Z', planFor({ ...bill, bills }, now), 1, before).head
    expect(order({ ...after, state: 'done' })).toEqual(order(before))
    const twice = newSync('cn:alice', '7Q2Z', planFor({ ...bill, bills }, now), 1, after).head
    expect(order({ ...twice, state: 'done' })).toEqual(order(before))
    const alone = newSync('cn:alice', '7Q2Z', planFor({ ...bill, bills }, now), 1).head
    expect(order({ ...alone, state: 'done' })).toBeUndefined()
  })
  it('asks again for what the last one of these keys did, with the months of now', () => {
    expect(order(head())).toEqual({
      do: 'start',
      account: 'cn:alice',
      keys,
      share: 0.25,
      wish: {
        site: 'cn',
        caller: 'partner',
        kinds: ['coupon', 'consumption'],
        months: ['2026-11', '2026-10', '2026-09'],
      },
    })
  })
  it('goes on with one that was interrupted', () => {
    expect(order(head({ state: 'running' }))).toMatchObject({ auto: true })
    expect(order(head({ state: 'running' }))).not.toHaveProperty('wish')
  })
  it('leaves alone what the user paused, what stopped, and what other keys began', () => {
    expect(order(head({ state: 'paused' }))).toBeUndefined()
    expect(order(head({ state: 'stopped' }))).toBeUndefined()
    expect(order(head({ keyTail: 'ELSE' }))).toBeUndefined()
    expect(order(head({ account: 'intl:alice' }))).toBeUndefined()
    expect(order()).toBeUndefined()
  })
})
