import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Client, type ClientOptions, createClient } from '@/utils/sources/api/client'
import { hosts } from '@/utils/sources/api/hosts'
import { operations } from '@/utils/sources/api/operations'
import type { Params } from '@/utils/sources/api/request'
import { keysOf } from '../../console/api/keys.ts'
import { misfits } from '../../console/api/fits.ts'
import { contract } from '../../console/api/contract.ts'
import { type Loopback, startOpenApi } from './loopback'

let world: Loopback
beforeAll(async () => {
  world = await startOpenApi({ scale: 60 })
})
afterAll(() => world.stop())
beforeEach(() => {
  world.api.reset()
  world.hosts.length = 0
})

const clientOf = (account: string, options: Partial<ClientOptions> = {}): Client => {
  const { access, secret } = keysOf(account)
  return createClient({
    site: 'cn',
    key: { access, secret },
    fetch: world.fetch,
    now: Date.now,
    // Chance outside its range makes every back-off a hundredth of what it is.
    random: () => -0.98,
    ...options,
  })
}
const failure = (promise: Promise<unknown>): Promise<Error & { reason?: string }> =>
  promise.then(
    () => expect.fail('should have failed'),
    (error: Error) => error,
  )

/** What each operation needs to be asked at all. */
const needed: Record<string, Params> = {
  ListSubcustomerMonthlyBills: { cycle: '2026-10', charge_mode: '1' },
  ListSubCustomerBillDetail: { bill_cycle: '2026-10', customer_id: 'c' },
  ListConsumeSubCustomers: { bill_cycle: '2026-10' },
  ListPartnerAccountChangeRecords: { balance_type: 'BALANCE_TYPE_DEBIT' },
  ListCustomersBalancesDetail: { customer_infos: [{ customer_id: 'c' }] },
  ListIncentiveDiscountPolicies: { time: '2026-10' },
  ShowCustomerMonthlySum: { bill_cycle: '2026-10' },
  ListCustomerselfResourceRecords: { cycle: '2026-10' },
  ListCustomerOnDemandResources: { customer_id: 'c' },
  ListFreeResourceUsages: { free_resource_ids: ['f'] },
  ListCustomerCouponChangeRecords: { balance_type: 'BALANCE_TYPE_COUPON' },
}

describe('the stand-in', () => {
  it.each(Object.keys(operations) as (keyof typeof operations)[])(
    'answers %s as the contract says',
    async (name) => {
      const { caller } = contract.find((one) => one.operationId === name) ?? {}
      const client = clientOf(caller?.partner === true ? 'partner-b' : 'customer')
      const params = needed[name] ?? {}
      await expect(client.call(name, params)).resolves.toMatchObject({ rows: expect.any(Array) })
      expect(world.api.misfits()).toEqual([])
    },
  )
  it('tells an answer that does not fit the contract', () => {
    const shape = contract.find((one) => one.operationId === 'ListSubCustomers')?.response
    const body = { count: '1', customer_infos: [{ customer_id: 'c', is_frozen: 7, odd: 1 }] }
    expect(shape && misfits(shape, body, 'cn')).toEqual([
      '$.customer_infos[0].odd is not in the contract',
      '$.customer_infos[0].account_name lacks',
      '$.customer_infos[0].is_frozen has the code 7',
      '$.count is no integer',
    ])
  })
  it('holds out against a wrong secret, a wrong site and an altered address', async () => {
    const { access } = keysOf('partner-a')
    const wrong = clientOf('partner-a', { key: { access, secret: 'x' } })
    expect((await failure(wrong.call('ListSubCustomers', {}))).reason).toBe('key')
    const abroad = clientOf('partner-a', { site: 'intl' })
    expect((await failure(abroad.call('ListSubCustomers', {}))).reason).toBe('key')
    const altered = clientOf('partner-a', {
      fetch: (input, init) => world.fetch(`${String(input)}&limit=5`, init),
    })
    const error = await failure(altered.call('ListSubCustomerCoupons', { offset: 0 }))
    expect(error.reason).toBe('key')
    expect(world.api.refused()).toBe(3)
  })
  it('takes a token', async () => {
    const client = clientOf('partner-intl', {
      site: 'intl',
      key: { token: keysOf('partner-intl').token },
    })
    expect((await client.call('ListSubCustomers', {})).total).toBeGreaterThan(0)
    expect(world.hosts).toEqual([hosts.intl])
  })
  it('lets nobody call what is not theirs', async () => {
    const reason = async (account: string, name: keyof typeof operations) =>
      (await failure(clientOf(account).call(name, {}))).reason
    expect(await reason('customer', 'ListSubCustomers')).toBe('caller')
    expect(await reason('partner-a', 'ListFreeResourceInfos')).toBe('caller')
    expect(await reason('partner-a', 'ListIssuedCouponQuotas')).toBe('caller')
  })
  it('answers 429 as the gateway does above ten a second, which the client never gets', async () => {
    const { access, secret } = keysOf('partner-a')
    const hasty = createClient({
      site: 'cn',
      key: { access, secret },
      fetch: world.fetch,
      now: Date.now,
      wait: async () => undefined,
      attempts: 1,
    })
    const many = Array.from({ length: 14 }, () => hasty.call('ListSubCustomers', {}))
    const answers = await Promise.allSettled(many)
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    world.api.reset()
    const client = clientOf('partner-a')
    await Promise.all(Array.from({ length: 25 }, () => client.call('ListSubCustomers', {})))
    expect(world.worstRate()).toBeLessThanOrEqual(10)
    expect(world.api.calls().every(({ status }) => status === 200)).toBe(true)
  })
})

describe('keys on their way', () => {
  it('never follow a redirect', async () => {
    world.api.setFaults([{ kind: 'redirect', to: 'https://evil.example/v2' }])
    const error = await failure(clientOf('partner-a', { attempts: 2 }).call('ListSubCustomers', {}))
    expect(error.name).toBe('UnreachableError')
    expect(new Set(world.hosts)).toEqual(new Set([hosts.cn]))
  })
  it('are not sent to a host that a tampered configuration names', async () => {
    const client = clientOf('partner-a', { site: 'evil' as 'cn' })
    await failure(client.call('ListSubCustomers', {}))
    expect(world.hosts).toEqual([])
  })
  it.each([4, -4, 6, -6, 14, -14])('a server %i minutes off is understood', async (minutes) => {
    world.api.setAhead(minutes * 60_000)
    await expect(clientOf('partner-a').call('ListSubCustomers', {})).resolves.toBeDefined()
  })
  it.each([16, -16, 1440, -1440])(
    'a server %i minutes off gets nothing signed',
    async (minutes) => {
      world.api.setAhead(minutes * 60_000)
      const error = await failure(clientOf('partner-a').call('ListSubCustomers', {}))
      expect(error.reason).toBe('clock')
      expect(world.api.calls()).toEqual([])
      expect(world.api.refused()).toBe(0)
    },
  )
})
