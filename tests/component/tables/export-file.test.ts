import { expect, it } from 'vitest'
import { jsonFile, tableFile } from '@/components/tables/export-file'
import { separatedFile } from '@/utils/files/separated'
import { language } from '@/utils/i18n/texts'
import { recognise } from '@/utils/recognise'
import { tablesOfFile } from '@/utils/sources/file'
import { noon } from '../page'
import { coupon } from '../rows'

const rows = [
  coupon({
    couponId: 'C-1',
    type: 'voucher',
    faceValue: '200.00',
    balance: '150.00',
    expiresAt: noon,
    currency: 'CNY',
  }),
  coupon({
    couponId: 'C-2',
    type: 'voucher',
    faceValue: '-7.50',
    balance: '0',
    expiresAt: noon,
    currency: 'CNY',
  }),
]
const facts = {
  freshness: { observedAt: noon - 60_000, source: 'capture' as const, old: false },
  coverage: undefined,
  filter: '可使用',
}

it.each(['zh', 'en'] as const)(
  'an exported table is read back as what it was: %s',
  async (which) => {
    language.value = which
    const table = tableFile('coupon', rows, facts, noon, which)
    const text = separatedFile(table)
    expect(text).toContain('可使用')
    const [back] = await tablesOfFile(new TextEncoder().encode(text), 'x.csv')
    expect(recognise(back!)?.rows).toMatchObject(
      rows.map(({ couponId, type, faceValue, balance, currency, expiresAt }) => ({
        couponId,
        type,
        faceValue,
        balance,
        currency,
        expiresAt,
      })),
    )
  },
)

it('JSON keeps the words of the vocabulary and says where the rows are from', () => {
  const read = JSON.parse(jsonFile('coupon', rows, tableFile('coupon', rows, facts, noon, 'zh')))
  expect(read.rows[0]).toMatchObject({ couponId: 'C-1', type: 'voucher', source: 'capture' })
})
