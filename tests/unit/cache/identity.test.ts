import { expect, test } from 'vitest'
import { customerRefOf, identify } from '@/utils/cache/identity'
import type { KindRecord } from '@/utils/records'

test('a key is the key fields, joined', async () => {
  expect(await identify('coupon', { couponId: 'A' }, 'cn:a')).toEqual({ key: 'A' })
  const sum = { month: '2030-01', customerId: 'k', serviceType: 's', chargeMode: 'on-demand' }
  expect(await identify('consumption', { ...sum, grain: 'g', billType: 'charge' }, 'cn:a')).toEqual(
    { key: '2030-01|k|s|on-demand|g|charge' },
  )
})

test('without key and fallback there is a reason', async () => {
  expect(await identify('coupon', { balance: '1' }, 'cn:a')).toEqual({ reason: 'no-key' })
  expect(await identify('customer', { phone: '1' }, 'cn:a')).toEqual({ reason: 'no-key' })
})

test('an export without number is told by account, page, time and name', async () => {
  const task = { page: 'orders', requestedAt: 5, name: 'n' }
  const a = await identify('exportTask', task, 'cn:a')
  expect(a).toEqual({ key: expect.stringMatching(/^derived:[0-9a-f]{64}$/) })
  expect(await identify('exportTask', { ...task, status: 'completed' }, 'cn:a')).toEqual(a)
  expect(await identify('exportTask', task, 'cn:b')).not.toEqual(a)
})

test('a row is the same one where its amount is written longer and its time shorter', async () => {
  const line = { operation: 'issue', quotaId: 'Q', couponId: 'C' } as const
  const keys = await Promise.all(
    [
      { ...line, operatedAt: 1_700_000_000_123, amount: '500' },
      { ...line, operatedAt: 1_700_000_000_000, amount: '500.00' },
      { ...line, operatedAt: 1_700_000_000_000, amount: '500.50' },
      { ...line, operatedAt: 1_700_000_000_000, amount: '500.5' },
      { ...line, operatedAt: 1_700_000_000_000, amount: '5' },
    ].map((row) => identify('couponOperation', row, 'cn:a')),
  )
  expect(keys[0]).toEqual(keys[1])
  expect(keys[2]).toEqual(keys[3])
  expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(3)
})

test('sums split by service are not one row where only the service has a name', async () => {
  const sum = { month: '2030-01', customerName: '北京**公司', grain: 'customer+service' }
  const keys = await Promise.all(
    ['ECS', 'OBS'].map((serviceName) => identify('consumption', { ...sum, serviceName }, 'cn:a')),
  )
  expect(keys[0]).not.toEqual(keys[1])
})

test('PRIV-01 a full name enters a key only as a hash under the secret of the installation', async () => {
  const row = { accountName: 'demo_user_01' }
  const [one, same, other] = await Promise.all(
    ['s', 's', 't'].map((secret) => identify('customer', row, 'cn:a', secret)),
  )
  expect(JSON.stringify(one)).not.toContain('demo')
  expect(one).toEqual(same)
  expect(one).not.toEqual(other)
})

test('a record with its key also says under which key others show it', async () => {
  const task = { page: 'orders', requestedAt: 5, name: 'n' }
  const shown = await identify('exportTask', task, 'cn:a')
  const whole = await identify('exportTask', { ...task, taskId: 'T' }, 'cn:a')
  expect(whole).toEqual({ key: 'T', alias: 'key' in shown && shown.key })
})

test('PRIV-01 a row without customer id belongs to the customer of the same full account name', async () => {
  const ref = (kind: 'customer' | 'incentive', record: KindRecord, secret = 's') =>
    customerRefOf(kind, record, secret)
  const accountName = 'demo_user_01'
  const customer = await ref('customer', { customerId: 'k', accountName })
  expect(customer).toMatch(/^[0-9a-f]{32}$/)
  expect(await ref('incentive', { accountName })).toBe(customer)
  expect(await ref('incentive', { accountName }, 't')).not.toBe(customer)
  expect(await ref('incentive', { accountName, customerId: 'k' })).toBeUndefined()
  expect(await ref('incentive', { accountName: 'de***01' })).toBeUndefined()
})
