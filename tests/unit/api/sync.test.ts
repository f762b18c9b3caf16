import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { kindOf } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'
import { advance } from '@/utils/sources/api/advance'
import { type Client, createClient } from '@/utils/sources/api/client'
import { nextStep, type Plan, planFor, withCustomers } from '@/utils/sources/api/plan'
import type { Step } from '@/utils/sources/api/steps'
import { progressOf } from '@/utils/sources/api/progress'
import type { Wish } from '@/utils/sources/api/steps'
import { accountOf } from '../../console/accounts.ts'
import { keysOf } from '../../console/api/keys.ts'
import { each } from '../../console/data/book.ts'
import { coupons, quotas } from '../../console/data/coupons.ts'
import {
  adjustments,
  balanceOf,
  movements,
  ownAccounts,
  payingCustomers,
} from '../../console/data/money.ts'
import { customers } from '../../console/data/customers.ts'
import { packages } from '../../console/data/packages.ts'
import { cycleResources, demandResources, everyResource } from '../../console/data/resources.ts'
import { monthTotal } from '../../console/data/spending.ts'
import { createWorld } from '../../console/world.ts'
import { type Loopback, startOpenApi } from './loopback'

const options = { scale: 30, now: Date.UTC(2026, 10, 3, 2) }
let world: Loopback
beforeAll(async () => {
  world = await startOpenApi(options)
})
afterAll(() => world.stop())
beforeEach(() => world.api.reset())

const bookOf = (account: string) => createWorld(options).bookOf(accountOf(account))
// The stand-in lives in November 2026, wherever the machine is.
const ahead = options.now - Date.now()
const clientOf = (account: string) => {
  const { access, secret } = keysOf(account)
  return createClient({
    site: 'cn',
    key: { access, secret },
    fetch: world.fetch,
    now: () => Date.now() + ahead,
    random: () => -0.9,
  })
}

type Kept = Map<string, KindRecord>
interface Synced {
  plan: Plan
  kept: Kept
  rejected: number
  ended: { scope?: string; kind: string; complete: boolean }[]
}

/** @param dies whether the worker dies at this turn: what it had read and not stored is lost */
async function sync(account: string, wish: Wish, dies: (turn: number) => boolean = () => false) {
  let stored = JSON.stringify(planFor(wish, options.now))
  const synced: Synced = { plan: planFor(wish, 0), kept: new Map(), rejected: 0, ended: [] }
  let client = clientOf(account)
  for (let turn = 0; turn < 1000; turn++) {
    let plan = JSON.parse(stored) as Plan
    const step = nextStep(plan)
    if (step === undefined) return { ...synced, plan }
    const advanced = await advance(plan, step, client, () => Date.now() + ahead)
    if (dies(turn)) {
      client = clientOf(account)
      continue
    }
    if (advanced.failure?.stop === true) throw new Error(advanced.failure.reason)
    for (const record of advanced.records) synced.kept.set(keyOf(step.kind, record), record)
    synced.rejected += advanced.rejected.length
    plan = advanced.plan
    if (advanced.ended !== undefined) {
      synced.ended.push({ ...step, complete: advanced.ended.complete })
    }
    if (step.name === 'ListSubCustomers' && advanced.ended !== undefined) {
      const ids = [...synced.kept].filter(([key]) => key.startsWith('customer|'))
      plan = withCustomers(
        plan,
        ids.map(([, record]) => String(record['customerId'])),
      )
    }
    stored = JSON.stringify(plan)
  }
  throw new Error('did not end')
}

const keyOf = (kind: Parameters<typeof kindOf>[0], record: KindRecord): string =>
  [kind, ...keyFieldsOf(kind, record).map((name) => String(record[name]))].join('|')
/** The key, or what stands in for it. */
const keyFieldsOf = (kind: Parameters<typeof kindOf>[0], record: KindRecord): readonly string[] => {
  const { key, fallback = [] } = kindOf(kind)
  if (key.every((name) => record[name] !== undefined)) return key
  return fallback.map((names) => names.split('|')[0] ?? names)
}
const of = (kept: Kept, kind: string, where: KindRecord = {}): KindRecord[] =>
  [...kept]
    .filter(([key]) => key.startsWith(`${kind}|`))
    .map(([, record]) => record)
    .filter((record) => Object.entries(where).every(([name, value]) => record[name] === value))
const cents = (records: KindRecord[], field: string): number =>
  records.reduce((sum, record) => sum + Math.round(Number(record[field] ?? 0) * 100), 0)

describe('a sync', () => {
  const wish: Wish = {
    site: 'cn',
    caller: 'partner',
    kinds: ['coupon', 'couponQuota', 'couponOperation', 'customer', 'resource', 'consumption'],
    months: ['2026-10'],
  }

  it('reads exactly what there is, though requests fail and the worker dies', async () => {
    world.api.setFaults([
      { kind: 'total', operation: 'ListPartnerCouponsRecord', times: 1 },
      { kind: 'throttle', share: 0.02 },
      { kind: 'error503', share: 0.02 },
      { kind: 'cut', share: 0.02 },
      { kind: 'hang-up', share: 0.02 },
      { kind: 'code200', share: 0.02 },
    ])
    const { kept, plan, rejected, ended } = await sync('partner-a', wish, (turn) => turn % 7 === 3)
    expect(plan.steps.filter(({ state }) => state !== 'done')).toEqual([])
    expect(rejected).toBe(0)
    expect(ended.every(({ complete }) => complete)).toBe(true)
    expect(world.api.misfits()).toEqual([])
    expect(world.worstRate()).toBeLessThanOrEqual(10)

    const book = bookOf('partner-a')
    expect(of(kept, 'customer')).toHaveLength(customers(book).size)
    expect(of(kept, 'couponQuota')).toHaveLength(quotas(book).size)
    const issued = [...each(coupons(book))].filter(({ customer }) => customer.association === 2)
    const found = of(kept, 'coupon', { holder: 'issued' })
    expect(found.map((one) => [one['couponId'], Math.round(Number(one['balance']) * 100)])).toEqual(
      issued.map(({ id, leftCents }) => [id, leftCents]),
    )
    for (const [billing, made] of [
      ['subscription', cycleResources],
      ['on-demand', demandResources],
    ] as const) {
      const truth = [...each(everyResource(book, made))].map(({ id, customer }) => [
        id,
        customer.id,
      ])
      const records = of(kept, 'resource', { billing })
      const got = records.map((one) => [one['resourceId'], one['customerId']])
      expect(got.toSorted()).toEqual(truth.toSorted())
    }
    const { paidCents, couponCents } = monthTotal(book, '2026-10')
    const sums = of(kept, 'consumption', { month: '2026-10' })
    expect(cents(sums, 'amount')).toBe(paidCents + couponCents)
    expect(progressOf(plan)).toMatchObject({ requestsLeft: 0, msLeft: 0, failed: 0 })
  }, 60_000)

  it("reads what a customer's own keys open", async () => {
    const own: Wish = {
      ...wish,
      caller: 'customer',
      kinds: ['coupon', 'resourcePackage', 'resource', 'consumption', 'charge'],
      customerId: accountOf('customer').domainId,
    }
    const { kept, plan } = await sync('customer', own)
    expect(plan.steps.filter(({ state }) => state !== 'done')).toEqual([])
    const book = bookOf('customer')
    const truth = [...each(packages(book))]
    const found = of(kept, 'resourcePackage')
    expect(found).toHaveLength(truth.length)
    expect(found[0]?.['items']).toMatchObject([
      {
        total: String(truth[0]?.total),
        remaining: String(truth[0]?.left),
        resetCycle: expect.stringMatching(/[13]/) as string,
      },
    ])
    const { paidCents, couponCents } = monthTotal(book, '2026-10')
    for (const kind of ['consumption', 'charge']) {
      expect(cents(of(kept, kind), 'amount')).toBe(paidCents + couponCents)
    }
  }, 60_000)

  it('reads balances, income and expense, adjustments and policies as they are', async () => {
    const money: Wish = {
      ...wish,
      kinds: ['balance', 'statement', 'adjustment', 'incentivePolicy'],
    }
    const { kept, plan, rejected } = await sync('partner-a', money)
    expect(plan.steps.filter(({ state }) => state !== 'done')).toEqual([])
    expect(rejected).toBe(0)
    expect(world.api.misfits()).toEqual([])
    const book = bookOf('partner-a')
    const own = of(kept, 'balance').filter((one) => one['balanceId'] !== undefined)
    expect(own.map(({ accountType, amount }) => [accountType, Number(amount) * 100])).toEqual(
      [...each(ownAccounts(book))].map(({ type, cents }) => [
        { 1: 'balance', 2: 'credit', 5: 'bonus', 8: 'allocatable' }[type],
        cents,
      ]),
    )
    const theirs = of(kept, 'balance').filter((one) => one['balanceId'] === undefined)
    expect(
      theirs.map((one) => [one['customerId'], cents([one], 'amount'), cents([one], 'debtAmount')]),
    ).toEqual(
      [...each(payingCustomers(book))].map((customer) => {
        const { cents: left, debtCents } = balanceOf(book, customer)
        return [customer.id, left, debtCents]
      }),
    )
    // A hundred customers a call.
    const asked = world.api
      .calls()
      .filter(({ operation }) => operation.startsWith('ListCustomersB'))
    expect(asked).toHaveLength(Math.ceil(customers(book).size / 100))
    for (const [accountType, purse] of [
      ['balance', 'cash'],
      ['credit', 'credit'],
    ] as const) {
      const truth = [...each(movements(book, purse))]
      const got = of(kept, 'statement', { accountType })
      expect(got.map((one) => [one['statementId'], cents([one], 'amount')]).toSorted()).toEqual(
        truth.map((one) => [one.id, one.cents]).toSorted(),
      )
      expect(got.every(({ operation, direction }) => operation && direction)).toBe(true)
    }
    expect(of(kept, 'adjustment')).toHaveLength(adjustments(book).size)
    expect(of(kept, 'incentivePolicy', { month: '2026-10' })).not.toEqual([])
    expect(of(kept, 'incentivePolicy').every((one) => one['discountAllowed'] !== undefined)).toBe(
      true,
    )
  }, 60_000)

  it("reads a distributor's resellers", async () => {
    const { kept, plan } = await sync('partner-b', {
      ...wish,
      distributor: true,
      kinds: ['reseller', 'couponQuota'],
    })
    expect(plan.unavailable).toEqual([])
    const ids = new Set(of(kept, 'reseller').map(({ resellerId }) => resellerId))
    expect(ids.size).toBeGreaterThan(0)
    // Those that quotas were passed on to.
    for (const { resellerId } of of(kept, 'couponQuota', { holder: 'issued' }))
      expect(ids).toContain(resellerId)
  }, 60_000)

  it("reads what a customer's coupons were used for", async () => {
    const { kept, plan, rejected } = await sync('customer', {
      ...wish,
      caller: 'customer',
      kinds: ['statement'],
      since: { statement: Date.UTC(2026, 0, 1) },
    })
    expect(plan.steps.map(({ params }) => params)).toEqual([
      { balance_type: 'BALANCE_TYPE_COUPON', trade_time_begin: '2026-01-01' },
    ])
    expect(rejected).toBe(0)
    const lines = of(kept, 'statement')
    expect(lines.length).toBeGreaterThan(0)
    // A code that is a present on an account is an activation on a coupon's.
    expect(new Set(lines.map(({ operation }) => operation))).toEqual(
      new Set(['activate', 'subscription', 'expire']),
    )
  }, 60_000)

  it('finds once what the account may not call, and goes on with the rest', async () => {
    const some: Wish = { ...wish, distributor: true, kinds: ['couponQuota'] }
    const { plan, kept } = await sync('partner-a', some)
    expect(plan.unavailable).toEqual(['ListIssuedCouponQuotas'])
    expect(of(kept, 'couponQuota')).toHaveLength(quotas(bookOf('partner-a')).size)
    const calls = world.api.calls().filter(({ operation }) => operation === plan.unavailable[0])
    expect(calls).toHaveLength(1)
  }, 60_000)

  it('keeps no sum of pages that moved', async () => {
    const sums: Wish = { ...wish, kinds: ['consumption'] }
    const step = planFor(sums, 0).steps[0] as Step
    const client: Client = {
      ...clientOf('partner-a'),
      call: async (_, { offset }) => ({
        body: {},
        rows: [{ customer_id: 'c', amount: 1 }],
        total: 200 + Number(offset),
      }),
    }
    const advanced = await advance(planFor(sums, 0), step, client, Date.now)
    expect(advanced).toMatchObject({ records: [], failure: { name: 'ShapeError', stop: false } })
  })

  it('stops and keeps its place when the clock is wrong', async () => {
    world.api.setAhead(16 * 60_000)
    await expect(sync('partner-a', wish)).rejects.toThrow('clock')
    expect(world.api.calls()).toEqual([])
  })
})
