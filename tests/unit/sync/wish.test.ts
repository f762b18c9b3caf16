import { describe, expect, it } from 'vitest'
import { stepsFor, type Wish } from '@/utils/sources/api/steps'
import { kindsFor, lastMonths, onlyNew } from '@/utils/sync/wish'

const wish: Wish = {
  site: 'cn',
  caller: 'partner',
  kinds: ['couponOperation', 'consumption', 'customer'],
  months: ['2026-11', '2026-10', '2026-09'],
}

describe('what a sync asks for', () => {
  it('are kinds that the API of the site tells the caller', () => {
    expect(kindsFor('cn', 'partner')).toEqual([
      'coupon',
      'couponQuota',
      'couponOperation',
      'resource',
      'customer',
      'consumption',
      'balance',
      'statement',
      'adjustment',
      'reseller',
      'incentivePolicy',
    ])
    expect(kindsFor('cn', 'customer')).toContain('resourcePackage')
    expect(kindsFor('intl', 'partner')).not.toContain('couponQuota')
  })

  it('are months of Beijing, over the turn of the year', () => {
    // 31 January 17:00 in London is February in Beijing.
    expect(lastMonths(3, Date.UTC(2027, 0, 31, 17))).toEqual(['2027-02', '2027-01', '2026-12'])
  })

  it('leaves out months that were settled when they were read, and old log entries', () => {
    const day = 86_400_000
    const since = Date.UTC(2026, 10, 20)
    const fresh = onlyNew(wish, {
      consumption: {
        at: since,
        since,
        rows: 1,
        complete: true,
        months: {
          '2026-11': since,
          // On the third the figures of October were still being made.
          '2026-10': Date.UTC(2026, 10, 3),
          '2026-09': since,
        },
      },
      couponOperation: { at: since, since, rows: 1, complete: true },
    })
    expect(fresh.months).toEqual(['2026-11', '2026-10'])
    expect(fresh.since).toEqual({ couponOperation: since - day })
    const log = stepsFor(fresh).find(({ name }) => name === 'ListPartnerCouponsRecord')
    expect(log?.params).toEqual({ operation_time_begin: '2026-11-19T00:00:00Z' })
  })

  it('asks for all where nothing was read to its end', () => {
    const half = { at: 1, since: 1, rows: 0, complete: false }
    expect(onlyNew(wish, { couponOperation: half })).toEqual(wish)
  })
})
