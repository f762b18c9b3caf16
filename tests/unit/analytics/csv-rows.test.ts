import { describe, expect, it } from 'vitest'
import { csvRows } from '@/components/analytics/csv-rows'
import { tableFile } from '@/components/tables/export-file'
import { separatedFile } from '@/utils/files/separated'
import { kindOf } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'

describe('a CSV file as a source', () => {
  it('is read with facts above, by Chinese, English and own names, each value by its kind', () => {
    const text = [
      'Made,2026-11-22 10:00',
      '对账期次,Incentive amount,rate,状态,customerName,currency,nobody',
      '2026-10,"1,234.50",12.5%,待确认,\'=云,CNY,x',
      'soon,much,0.05,nonsense,"a,b",CNY,x',
    ].join('\r\n')
    expect(csvRows(kindOf('incentive').fields, `\ufeff${text}`)).toEqual([
      {
        cycle: '2026-10',
        amount: '1234.50',
        rate: '0.125',
        status: 'pending',
        customerName: '=云',
        currency: 'CNY',
      },
      { rate: '0.05', customerName: 'a,b', currency: 'CNY' },
    ])
  })
  it('gives back what the product exported', () => {
    const row = {
      couponId: 'C1',
      type: 'voucher',
      balance: '12.30',
      currency: 'CNY',
      expiresAt: Date.UTC(2026, 11, 31, 15, 59, 59),
      $: { account: 'cn:a', key: 'C1', source: 'file', observedAt: 0 },
    } as unknown as StoredRecord
    const facts = { freshness: undefined, coverage: undefined, filter: '' }
    for (const language of ['zh', 'en'] as const) {
      const file = separatedFile(tableFile('coupon', [row], facts, 0, language))
      const [read] = csvRows(kindOf('coupon').fields, file)
      const { $: _, ...fields } = row
      expect(read).toMatchObject(fields)
    }
  })
  it('refuses what names no columns', () => {
    expect(() => csvRows(kindOf('incentive').fields, 'a,b\n1,2')).toThrow(SyntaxError)
  })
})
