import type { KindName } from '@/utils/kinds'
import type { KindRecord, StoredRecord } from '@/utils/records'
import { hour, noon } from './page'

let made = 0
/** A record as the cache hands it out; say only what matters. */
export const row = (record: KindRecord, more: Partial<StoredRecord['$']> = {}): StoredRecord =>
  ({
    ...record,
    $: {
      key: `row-${(made += 1)}`,
      account: 'cn:alice',
      source: 'capture',
      observedAt: noon - 5 * 60_000,
      ...more,
    },
  }) as StoredRecord

export const coupon = (more: KindRecord = {}, about: Partial<StoredRecord['$']> = {}) =>
  row(
    {
      couponId: 'CP1',
      type: 'voucher',
      status: 'usable',
      balance: '1200.50',
      currency: 'CNY',
      customerName: '云**司',
      expiresAt: noon + 72 * hour,
      planName: '伙伴扶持券',
      ...more,
    },
    about,
  )
export const exportTask = (more: KindRecord = {}, about: Partial<StoredRecord['$']> = {}) =>
  row(
    {
      taskId: 'EX1',
      name: '客户列表',
      page: 'customers',
      status: 'completed',
      requestedAt: noon - 60 * hour,
      ...more,
    },
    about,
  )
export const alice = { key: 'cn:alice', site: 'cn', name: 'alice', lastSeenAt: noon } as const
export const bob = { key: 'intl:bob', site: 'intl', name: 'bob', lastSeenAt: noon - hour } as const
export const unknown = { key: 'cn:?', site: 'cn', lastSeenAt: noon - 2 * hour } as const
export const rowsOf = (kind: KindName, ...rows: StoredRecord[]) => ({ rows: { [kind]: rows } })
