import { expect, test } from 'vitest'
import { placesToWatch } from '@/utils/exports/watch'
import type { Health } from '@/utils/cache/types'
import type { KindRecord, StoredRecord } from '@/utils/records'

const hour = 3_600_000
const now = Date.UTC(2030, 0, 10)
const task = (page: string, ageHours: number, more: KindRecord = {}, gone = false) =>
  ({
    page,
    status: 'running',
    requestedAt: now - ageHours * hour,
    ...more,
    $: {
      account: 'cn:a',
      key: page,
      source: 'page',
      observedAt: 1,
      ...(gone ? { goneAt: 1 } : {}),
    },
  }) as unknown as StoredRecord
const place = (slug: string) => `https://account.huaweicloud.com/obmgr/#/${slug}`
const health = ['orders', 'coupons', 'customers', 'bills'].map(
  (slug) => ({ kind: 'exportTask', slug, place: place(slug), lastSeenAt: 1 }) as Health,
)
const watched = (...tasks: StoredRecord[]) =>
  placesToWatch(tasks, health, { retentionHours: {} }, now)

test('pages of what runs are read again, longest first, each once, three at most', () => {
  expect(watched(task('orders', 1), task('coupons', 3), task('orders', 2))).toEqual([
    place('coupons'),
    place('orders'),
  ])
  const all = ['orders', 'coupons', 'customers', 'bills'].map((page) => task(page, 1))
  expect(watched(...all)).toHaveLength(3)
})
test('what is ready, gone or over is not', () => {
  expect(
    watched(
      task('orders', 1, { status: 'completed' }),
      task('coupons', 73),
      task('bills', 1, {}, true),
    ),
  ).toEqual([])
})
