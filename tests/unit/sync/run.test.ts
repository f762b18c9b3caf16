import 'fake-indexeddb/auto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCache } from '@/utils/cache'
import type { KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'
import { planFor } from '@/utils/sources/api/plan'
import { newSync } from '@/utils/sync/head'
import { left } from '@/utils/sync/run'
import { openSyncStore } from '@/utils/sync/store'
import { accountOf } from '../../console/accounts.ts'
import { each } from '../../console/data/book.ts'
import { coupons, quotas } from '../../console/data/coupons.ts'
import { customers } from '../../console/data/customers.ts'
import { cycleResources, demandResources, everyResource } from '../../console/data/resources.ts'
import { monthTotal } from '../../console/data/spending.ts'
import { createWorld } from '../../console/world.ts'
import { type Loopback, startOpenApi } from '../api/loopback'
import { freshCache, Life, now, options, turn, wish } from './world'

let world: Loopback
beforeAll(async () => {
  world = await startOpenApi(options)
})
afterAll(() => world.stop())
beforeEach(() => {
  world.api.reset()
  freshCache()
})

const read = { at: 2, since: 1, rows: 3, complete: true }
const book = createWorld(options).bookOf(accountOf('partner-a'))
const cents = (rows: StoredRecord[], field: string): number =>
  rows.reduce((sum, row) => sum + Math.round(Number(row[field] ?? 0) * 100), 0)

async function kept(kind: KindName): Promise<StoredRecord[]> {
  const cache = await openCache()
  const rows = await cache.read(kind, 'cn:alice')
  cache.close()
  return rows
}

async function expectTruth(): Promise<void> {
  expect(await kept('customer')).toHaveLength(customers(book).size)
  expect(await kept('couponQuota')).toHaveLength(quotas(book).size)
  const issued = [...each(coupons(book))].filter(({ customer }) => customer.association === 2)
  const found = (await kept('coupon')).filter(({ holder }) => holder === 'issued')
  expect(
    found.map((row) => [row['couponId'], Math.round(Number(row['balance']) * 100)]).toSorted(),
  ).toEqual(issued.map(({ id, leftCents }) => [id, leftCents]).toSorted())
  const truth = [
    ...each(everyResource(book, cycleResources)),
    ...each(everyResource(book, demandResources)),
  ]
  const resources = await kept('resource')
  expect(resources.map((row) => [row['resourceId'], row['customerId']]).toSorted()).toEqual(
    truth.map(({ id, customer }) => [id, customer.id]).toSorted(),
  )
  expect(resources.filter(({ $ }) => $.goneAt !== undefined)).toEqual([])
  const { paidCents, couponCents } = monthTotal(book, '2026-10')
  expect(cents(await kept('consumption'), 'amount')).toBe(paidCents + couponCents)
}

describe('a sync', () => {
  it('ends with exactly what there is, though requests fail and the page is closed 25 times', async () => {
    world.api.setFaults([
      { kind: 'total', operation: 'ListPartnerCouponsRecord', times: 1 },
      { kind: 'throttle', share: 0.02 },
      { kind: 'error503', share: 0.02 },
      { kind: 'cut', share: 0.02 },
      { kind: 'hang-up', share: 0.02 },
    ])
    const asked = new Map<string, number>()
    let deaths = 0
    let done
    for (let life = 0; life < 60 && done === undefined; life++) {
      const page = new Life()
      let steps = 0
      // At every place of the loop once: a request under way, records kept and the plan not yet, nothing at all.
      const last = 5 + ((life * 7) % 11)
      done = await turn({
        world,
        life: page,
        step: () => {
          steps += 1
          if (life < 25 && steps >= last) page.kill()
        },
      })
      if (done === undefined) deaths += 1
      const store = await openSyncStore()
      const plan = (await store.load('cn:alice'))?.plan
      store.close()
      // A step that is done stays done, and is not asked for again.
      for (const { id, state, listing } of plan?.steps ?? []) {
        if (asked.has(id)) expect([id, listing?.asked]).toEqual([id, asked.get(id)])
        if (state === 'done') asked.set(id, listing?.asked ?? 0)
      }
    }
    expect(deaths).toBe(25)
    expect(done?.head.state).toBe('done')
    expect(done?.plan.steps.filter(({ state }) => state !== 'done')).toEqual([])
    expect(world.api.misfits()).toEqual([])
    expect(world.worstRate()).toBeLessThanOrEqual(10)
    await expectTruth()
  }, 120_000)

  it('says in codes what it did, and when each kind was read', async () => {
    const done = await turn({ world })
    expect(done?.head.log.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['started', 'read', 'finished']),
    )
    const read = done?.head.log.find(({ operation }) => operation === 'ListSubCustomers')
    expect(read).toMatchObject({ code: 'read', rows: customers(book).size })
    const store = await openSyncStore()
    const { history } = await store.notes('cn:alice')
    store.close()
    expect(Object.keys(history).toSorted()).toEqual([...wish.kinds].toSorted())
    expect(history.customer).toMatchObject({ complete: true, rows: customers(book).size })
    expect(history.consumption?.months).toHaveProperty('2026-10')
  }, 60_000)

  it('goes with its rows to the account they turn out to be of, and is that one’s from then on', async () => {
    const cache = await openCache()
    const store = await openSyncStore()
    const unknown = { ...newSync('cn:?', '0000', planFor(wish, now()), 1) }
    const notes = await store.notes('cn:?')
    await store.save(unknown, { ...notes, history: { customer: read } })
    await cache.adoptUnknown('cn:?', 'cn:alice')
    expect(await store.load('cn:?')).toBeUndefined()
    const moved = await store.load('cn:alice')
    expect(moved?.head.account).toBe('cn:alice')
    expect(moved?.plan.steps).toEqual(unknown.plan.steps)
    expect((await store.notes('cn:alice')).history).toEqual({ customer: read })
    // One of its own stays as it is.
    await store.save({ ...unknown, head: { ...unknown.head, keyTail: '1111' } })
    await cache.adoptUnknown('cn:?', 'cn:alice')
    expect((await store.load('cn:alice'))?.head.keyTail).toBe('0000')
    expect(await store.load('cn:?')).toBeUndefined()
    cache.close()
    store.close()
  })

  it('marks what a complete listing no longer holds, and leaves alone what it does not speak of', async () => {
    const [first] = [...each(customers(book))]
    const cache = await openCache()
    const old = { account: 'cn:alice', source: 'page', observedAt: now() - 1000 } as const
    const place = 'https://account.huaweicloud.com/'
    await cache.ingest({
      ...old,
      id: 'r',
      place,
      kind: 'resource',
      records: [
        { resourceId: 'left', customerId: first?.id ?? '', billing: 'subscription' },
        { resourceId: 'stranger', customerId: 'somebody-else', billing: 'subscription' },
      ],
    })
    await cache.ingest({
      ...old,
      id: 'c',
      place,
      kind: 'coupon',
      records: [
        { couponId: 'resale', customerId: first?.id ?? '', holder: 'issued' },
        { couponId: 'spent', holder: 'own' },
      ],
    })
    cache.close()
    await turn({ world, wish: { ...wish, kinds: ['resource', 'coupon', 'customer'] } })
    const gone = async (kind: KindName): Promise<unknown[]> =>
      (await kept(kind))
        .filter(({ $ }) => $.goneAt !== undefined)
        .map((row) => row['resourceId'] ?? row['couponId'])
    expect(await gone('resource')).toEqual(['left'])
    // The API knows issued coupons of some customers only: what it never showed is not gone.
    expect(await gone('coupon')).toEqual(['spent'])
  }, 60_000)

  it('pauses where it is and goes on from there', async () => {
    const pause = new AbortController()
    let steps = 0
    const paused = await turn({
      world,
      signal: pause.signal,
      step: () => {
        steps += 1
        if (steps === 12) pause.abort(new Error('paused'))
      },
    })
    expect(paused?.head.state).toBe('paused')
    const before = world.api.calls().length
    const done = await turn({ world })
    expect(done?.head.state).toBe('done')
    expect(done?.head.log.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['started', 'paused', 'continued', 'finished']),
    )
    expect(before).toBeGreaterThan(0)
    await expectTruth()
  }, 60_000)

  it('is not paused where it is left: it goes on as if its page had been closed', async () => {
    const leave = new AbortController()
    let steps = 0
    const put = await turn({
      world,
      signal: leave.signal,
      step: () => {
        steps += 1
        if (steps === 12) leave.abort(left)
      },
    })
    expect(put?.head.state).toBe('running')
    expect(put?.head.log.map(({ code }) => code)).not.toContain('paused')
    expect((await turn({ world }))?.head.state).toBe('done')
    await expectTruth()
  }, 60_000)

  it('asks once for what the account may not call', async () => {
    const done = await turn({ world, wish: { ...wish, distributor: true, kinds: ['couponQuota'] } })
    expect(done?.head.unavailable).toEqual(['ListIssuedCouponQuotas'])
    const calls = world.api
      .calls()
      .filter(({ operation }) => operation === 'ListIssuedCouponQuotas')
    expect(calls).toHaveLength(1)
  })

  it.each([
    ['clock', 16, 'partner-a'],
    ['key', 0, 'nobody'],
  ])('stops and waits for the user: %s', async (why, minutesOff, account) => {
    world.api.setAhead(minutesOff * 60_000)
    const before = world.api.refused()
    const stopped = await turn({ world, account })
    expect(stopped?.head).toMatchObject({ state: 'stopped', stop: why })
    expect(stopped?.plan.steps.every(({ state }) => state === 'waiting')).toBe(true)
    // A wrong key is tried once, not once an operation.
    expect(world.api.refused() - before).toBeLessThanOrEqual(1)
  })
})
