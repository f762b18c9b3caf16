import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  askAgain,
  failed,
  nextStep,
  pageRead,
  type Plan,
  planFor,
  wholeRead,
  withCustomers,
} from '@/utils/sources/api/plan'
import { isComplete, startListing } from '@/utils/sources/api/pages'
import { progressOf } from '@/utils/sources/api/progress'
import type { Step, Wish } from '@/utils/sources/api/steps'

const partner: Wish = {
  site: 'cn',
  caller: 'partner',
  kinds: ['coupon', 'couponQuota', 'couponOperation', 'customer', 'resource', 'consumption'],
  months: ['2026-11', '2026-10'],
}
const names = ({ steps }: Plan) => steps.map(({ id }) => id)
const page = (count: number, total: number) => ({
  rows: Array.from({ length: count }, (_, id) => ({ id })),
  total,
})

describe('a plan', () => {
  it('lists what a partner wants, a step for each quota type and charge mode', () => {
    expect(names(planFor(partner, 1))).toEqual([
      'ListSubCustomers',
      'ListQuotaCoupons|0',
      'ListQuotaCoupons|1',
      'ListSubCustomerCoupons',
      'ListIssuedPartnerCoupons',
      'ListPartnerCouponsRecord',
      'ListSubcustomerMonthlyBills|2026-11|1',
      'ListSubcustomerMonthlyBills|2026-11|3',
      'ListSubcustomerMonthlyBills|2026-11|11',
      'ListSubcustomerMonthlyBills|2026-10|1',
      'ListSubcustomerMonthlyBills|2026-10|3',
      'ListSubcustomerMonthlyBills|2026-10|11',
    ])
  })
  it('has only what the site and the caller have', () => {
    expect(names(planFor({ ...partner, site: 'intl' }, 1))).toEqual([
      'ListSubCustomers',
      'ListSubCustomerCoupons',
    ])
    const kinds = ['coupon', 'resource', 'resourcePackage', 'consumption'] as const
    const customer: Wish = { site: 'cn', caller: 'customer', kinds, months: ['2026-11'] }
    expect(names(planFor(customer, 1))).toEqual([
      'ListSubCustomerCoupons',
      'ListFreeResourceInfos',
      'ListPayPerUseCustomerResources',
      'ShowCustomerMonthlySum|2026-11',
    ])
    expect(names(planFor({ ...partner, distributor: true }, 1))).toContain('ListIssuedCouponQuotas')
  })
  it('asks for bills of those customers and months only that were named', () => {
    const bills = [{ customerId: 'c', month: '2026-10' }]
    const [step] = planFor({ ...partner, kinds: ['charge'], bills }, 1).steps as [Step]
    expect(step).toMatchObject({
      id: 'ListSubCustomerBillDetail|2026-10|c',
      given: { customerId: 'c', month: '2026-10' },
    })
  })
  it('adds the listings of customers once', () => {
    const plan = withCustomers(planFor(partner, 1), ['a', 'b'])
    expect(names(withCustomers(plan, ['b', 'a']))).toEqual(names(plan))
    expect(names(plan).slice(-4)).toEqual([
      'ListPayPerUseCustomerResources|a',
      'ListPayPerUseCustomerResources|b',
      'ListCustomerOnDemandResources|a',
      'ListCustomerOnDemandResources|b',
    ])
  })
  it('goes on with the listing that has begun, page by page', () => {
    let plan = planFor(partner, 1)
    plan = pageRead(plan, 'ListIssuedPartnerCoupons', page(100, 150), 2)
    expect(nextStep(plan)).toMatchObject({
      id: 'ListIssuedPartnerCoupons',
      listing: { offset: 100 },
    })
    plan = pageRead(plan, 'ListIssuedPartnerCoupons', page(50, 150), 3)
    const step = plan.steps.find(({ id }) => id === 'ListIssuedPartnerCoupons')
    expect(step).toMatchObject({ state: 'done', rows: 150, listing: { startedAt: 2 } })
    expect(step?.listing && isComplete(step.listing)).toBe(true)
    expect(nextStep(plan)?.id).toBe('ListSubCustomers')
  })
  it('leaves out operations with a request under way', () => {
    expect(nextStep(planFor(partner, 1), new Set(['ListSubCustomers']))?.id).toBe(
      'ListQuotaCoupons|0',
    )
  })
  it('closes an operation the account may not call, and asks again only when told to', () => {
    const refused = { name: 'AccessError', reason: 'caller' } as const
    const plan = failed(planFor(partner, 1), 'ListQuotaCoupons|0', refused)
    expect(plan.unavailable).toEqual(['ListQuotaCoupons'])
    expect(progressOf(plan).unavailable).toBe(2)
    const later = planFor(partner, 2, plan.unavailable)
    expect(progressOf(later).unavailable).toBe(2)
    expect(progressOf(askAgain(later)).unavailable).toBe(0)
  })
  it('gives up on one customer without the others', () => {
    let plan = withCustomers(planFor({ ...partner, kinds: ['resource'] }, 1), ['a', 'b'])
    const id = 'ListPayPerUseCustomerResources|a'
    plan = failed(plan, id, { name: 'AccessError', reason: 'customer' })
    expect(plan.steps.filter(({ state }) => state === 'failed').map((one) => one.id)).toEqual([id])
  })
  it('tries a step three times, the others first', () => {
    let plan = planFor(partner, 1)
    for (let n = 0; n < 3; n++) {
      plan = failed(plan, 'ListSubCustomers', { name: 'UnreachableError' })
      expect(nextStep(plan)?.id).not.toBe('ListSubCustomers')
    }
    expect(plan.steps.at(-1)).toMatchObject({ state: 'failed', why: 'UnreachableError', tries: 3 })
  })
  it.each(['key', 'clock', 'budget'] as const)(
    'stands still when the reason is the %s',
    (reason) => {
      const plan = planFor(partner, 1)
      expect(failed(plan, 'ListSubCustomers', { name: 'AccessError', reason })).toBe(plan)
    },
  )
  it('takes the parts of sums as one, when all pages are there', () => {
    const wish: Wish = { ...partner, kinds: ['consumption'], months: ['2026-10'] }
    const [first] = planFor(wish, 1).steps as [Step]
    expect(first.whole).toBe(true)
    const listing = { ...startListing(2), offset: 250, total: 250, done: true }
    const read = { listing, rows: 250, rejected: 1, requests: 3 }
    const plan = wholeRead(planFor(wish, 1), first.id, read)
    expect(plan.steps[0]).toMatchObject({ state: 'done', rows: 250, rejected: 1 })
    expect(plan.requests).toBe(3)
  })
  it('counts what is left and how long it takes at a share of the rate', () => {
    let plan = planFor({ ...partner, kinds: ['coupon'] }, 1)
    plan = pageRead(plan, 'ListIssuedPartnerCoupons', page(100, 3000), 2)
    expect(progressOf(plan, 0.5)).toMatchObject({ requestsLeft: 30, msLeft: 29 * 200, rows: 100 })
  })
  it('ends, skips nothing and reads no committed page again, however often the worker dies', () => {
    const totals = fc.array(fc.nat(350), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(totals, fc.array(fc.boolean()), (sizes, dies) => {
        let plan = planFor(partner, 1)
        const asked = new Set<string>()
        for (let turn = 0; ; turn++) {
          // What a worker that died finds is the text it had stored.
          if (dies[turn % (dies.length || 1)] === true)
            plan = JSON.parse(JSON.stringify(plan)) as Plan
          const step = nextStep(plan)
          if (step === undefined) break
          const offset = step.listing?.offset ?? 0
          expect(asked).not.toContain(`${step.id}@${offset}`)
          asked.add(`${step.id}@${offset}`)
          const total = sizes[plan.steps.findIndex(({ id }) => id === step.id)] ?? 0
          const rows = Array.from({ length: Math.min(100, total - offset) }, (_, n) => offset + n)
          plan = pageRead(plan, step.id, { rows, total }, turn)
        }
        expect(plan.steps.map(({ rows }) => rows)).toEqual(sizes)
      }),
    )
  })
})
