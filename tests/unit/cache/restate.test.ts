import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { KindRecord } from '@/utils/records'
import { freshDatabase, observed } from './tools'

const { open } = freshDatabase()

it('an incentive keeps what it was first seen and confirmed as, whenever that is learned', async () => {
  const cache = await open()
  const see = (observedAt: number, more: KindRecord) =>
    cache.ingest({
      ...observed('incentive', [{ incentiveId: 'I1', cycle: '2026-10', ...more }]),
      id: `o${observedAt}`,
      observedAt,
    })
  const row = async () => (await cache.read('incentive'))[0]
  await see(2, { amount: '10.0', status: 'pending' })
  await see(3, { amount: '10.00', status: 'pending' })
  expect(await row()).not.toHaveProperty('firstAmount')
  await see(4, { amount: '12.00', status: 'paying' })
  await see(5, { amount: '11.00', status: 'paid' })
  const kept = { firstAmount: '10.00', confirmedAmount: '12.00', amount: '11.00' }
  expect(await row()).toMatchObject(kept)
  await see(6, { amount: '11.00', status: 'paid' })
  expect(await row()).toMatchObject(kept)
  await see(1, { amount: '9.00', status: 'estimated' })
  expect(await row()).toMatchObject({ ...kept, firstAmount: '9.00' })
})

it('a coupon keeps when it was first seen used, where it was seen before its use', async () => {
  const cache = await open()
  const see = (observedAt: number, couponId: string, status: string) =>
    cache.ingest({
      ...observed('coupon', [{ couponId, status }]),
      id: `${couponId}${observedAt}`,
      observedAt,
    })
  await see(2, 'seen', 'usable')
  await see(4, 'seen', 'used')
  await see(6, 'seen', 'used')
  await see(3, 'seen', 'usable')
  await see(5, 'late', 'used')
  await see(7, 'late', 'used')
  const rows = await cache.read('coupon')
  const of = (id: string) => rows.find(({ couponId }) => couponId === id)
  expect(of('seen')).toMatchObject({ status: 'used', usedAt: 4 })
  expect(of('late')).not.toHaveProperty('usedAt')
})
