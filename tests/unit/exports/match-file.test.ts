import { describe, expect, it } from 'vitest'
import { exportOf } from '@/utils/exports/match-file'
import type { KindName } from '@/utils/kinds'
import type { KindRecord, StoredRecord } from '@/utils/records'

const asked = Date.UTC(2026, 10, 20, 2)
const hour = 3_600_000
const task = (key: string, more: KindRecord): StoredRecord =>
  ({
    status: 'completed',
    page: 'consumption-details',
    requestedAt: asked,
    ...more,
    $: { account: 'cn:a', key, source: 'page', observedAt: asked },
  }) as unknown as StoredRecord
const file = (name: string, lastModified = asked + hour, kinds: KindName[] = ['charge']) => ({
  name,
  lastModified,
  kinds,
})
const key = (found: ReturnType<typeof exportOf>) => found?.task.$.key

describe('the export a file is of', () => {
  it('is the one of its name, whatever a browser added to it', () => {
    const tasks = [
      task('a', { fileName: '消费明细_1.csv' }),
      task('b', { fileName: '消费明细_2.csv' }),
    ]
    expect(key(exportOf(file('消费明细_2 (1).CSV'), tasks))).toBe('b')
    expect(exportOf(file('消费明细_2.csv', 0), tasks)?.sure).toBe(true)
  })
  it('is the newest of several with the same name', () => {
    const tasks = [
      task('a', { name: 'bills' }),
      task('b', { name: 'bills', requestedAt: asked + hour }),
    ]
    expect(key(exportOf(file('bills.csv'), tasks))).toBe('b')
  })
  it('is, without a name, the only one of its kind and time', () => {
    const tasks = [
      task('a', {}),
      task('b', { page: 'coupons' }),
      task('c', { requestedAt: asked - 90 * hour }),
    ]
    expect(exportOf(file('download.csv'), tasks)).toMatchObject({ sure: false })
    expect(key(exportOf(file('download.csv'), tasks))).toBe('a')
    expect(exportOf(file('download.csv'), [...tasks, task('d', {})])).toBeUndefined()
    expect(exportOf(file('download.csv', asked - hour), tasks)).toBeUndefined()
  })
  it('is none that holds another kind, even of the same name', () => {
    expect(
      exportOf(file('x.csv', asked, ['coupon']), [task('a', { fileName: 'x.csv' })]),
    ).toBeUndefined()
  })
})
