import { expect, test } from 'vitest'
import { asOf } from '@/utils/expiry/over'
import type { StoredRecord } from '@/utils/records'

const row = (status: string, expiresAt?: number) =>
  ({ status, ...(expiresAt === undefined ? {} : { expiresAt }), $: {} }) as unknown as StoredRecord

test.each([
  ['coupon', 'usable', 'expired'],
  ['coupon', 'inactive', 'expired'],
  ['coupon', 'used', 'used'],
  ['coupon', 'reclaimed', 'reclaimed'],
  ['couponQuota', 'normal', 'invalid'],
  ['couponQuota', 'frozen', 'frozen'],
  ['resourcePackage', 'active', 'expired'],
  ['resourcePackage', 'used-up', 'used-up'],
  // A resource has its own life after its time: grace, then retention; only the console knows.
  ['resource', 'active', 'active'],
] as const)('a %s that was %s is %s after its time', (kind, status, then) => {
  expect(asOf(kind, row(status, 1000), 1001).status).toBe(then)
  expect(asOf(kind, row(status, 1000), 999).status).toBe(status)
  expect(asOf(kind, row(status), 1001).status).toBe(status)
})
