import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { glanceOf } from '@/utils/cache/glance'
import type { KindRecord, StoredRecord } from '@/utils/records'

const hour = 3_600_000
const now = Date.UTC(2030, 0, 1)
const settings = { retentionHours: { orders: 24 } }
const row = (key: string, fields: KindRecord, goneAt?: number) => {
  const $ = { account: 'cn:a', key, source: 'page', observedAt: 5, ...(goneAt ? { goneAt } : {}) }
  return { ...fields, $ } as StoredRecord
}
const coupon = (key: string, fields: KindRecord, goneAt?: number) => {
  const usual = { type: 'voucher', currency: 'CNY', status: 'usable', holder: 'issued' }
  return row(key, { ...usual, balance: '1', expiresAt: now + hour, ...fields }, goneAt)
}

const none = { coupons: [], quotas: [], tasks: [], bills: [] }

test('only what can still be used counts, by holder, type and currency', () => {
  const glance = glanceOf(
    'cn:a',
    {
      ...none,
      coupons: [
        coupon('a', {}),
        coupon('b', { currency: 'USD' }),
        coupon('c', { holder: 'own', type: 'cash', balance: '0.5' }),
        coupon('past', { expiresAt: now }),
        coupon('empty', { balance: '0.00' }),
        coupon('frozen', { frozen: true }),
        coupon('used', { status: 'used' }),
        coupon('gone', {}, 3),
        coupon('odd', { balance: 'n/a' }),
      ],
      quotas: [
        row('q', { type: 'voucher', currency: 'CNY', status: 'normal', balance: '100.001' }),
        row('r', { type: 'voucher', currency: 'CNY', holder: 'issued', balance: '7' }),
        row('s', { type: 'voucher', currency: 'CNY', status: 'frozen', balance: '7' }),
      ],
    },
    now,
    settings,
  )
  const expiry = { nearestExpiry: now + hour }
  const line = (holder: string, type: string, currency: string, balance: string) => {
    return { holder, type, currency, balance, count: 1 }
  }
  expect(glance.lines).toEqual([
    line('quota', 'voucher', 'CNY', '100.001'),
    { ...line('issued', 'voucher', 'CNY', '1.00'), ...expiry },
    { ...line('issued', 'voucher', 'USD', '1.00'), ...expiry },
    { ...line('own', 'cash', 'CNY', '0.50'), ...expiry },
  ])
  expect(glance.observedAt).toBe(5)
})

test('the three that expire next, nearest first', () => {
  const later = ['e', 'd', 'c', 'b', 'a'].map((key, index) =>
    coupon(key, { expiresAt: now + (5 - index) * hour }),
  )
  const { expiring } = glanceOf('cn:a', { ...none, coupons: later }, now, settings)
  expect(expiring.map(({ $ }) => $.key)).toEqual(['a', 'b', 'c'])
})

test('exports that wait, nearest lapse first, each by its page', () => {
  const task = (key: string, hoursAgo: number, more: KindRecord = {}) =>
    row(key, { status: 'completed', requestedAt: now - hoursAgo * hour, ...more })
  const tasks = [
    task('plain', 40),
    task('short', 20, { page: 'orders' }),
    task('lapsed', 30, { page: 'orders' }),
    task('fetched', 1, { downloadedAt: now }),
    task('running', 1, { status: 'running' }),
    task('told', 1, { expiresAt: now + hour }),
  ]
  const { exports } = glanceOf('cn:a', { ...none, tasks }, now, settings)
  expect(exports.map(({ $ }) => $.key)).toEqual(['told', 'short', 'plain'])
})

test('bills nobody confirmed, nearest deadline first', () => {
  const bill = (key: string, hours: number, more: KindRecord = {}, goneAt?: number) =>
    row(key, { amount: '1.00', confirmBy: now + hours * hour, ...more }, goneAt)
  const bills = [
    bill('later', 9, { status: 'pending' }),
    bill('past', -1, { status: 'pending' }),
    bill('paid', 2, { status: 'paid' }),
    bill('unsaid', 3),
    bill('gone', 1, {}, 3),
    row('timeless', { amount: '1.00', status: 'pending' }),
  ]
  const glance = glanceOf('cn:a', { ...none, bills }, now, settings)
  expect(glance.bills?.map(({ $ }) => $.key)).toEqual(['unsaid', 'later'])
})

test('sums are exact to the cent, whatever their size', () => {
  const cents = fc.bigInt({ min: 1n, max: 10n ** 20n })
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 50 }), (all) => {
      const written = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`
      const coupons = all.map((each, index) => coupon(`${index}`, { balance: written(each) }))
      const [line] = glanceOf('cn:a', { ...none, coupons }, now, settings).lines
      expect(line).toMatchObject({
        balance: written(all.reduce((sum, each) => sum + each, 0n)),
        count: all.length,
      })
    }),
  )
})
