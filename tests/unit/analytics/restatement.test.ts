import { expect, it } from 'vitest'
import { columnsOf } from '@/utils/analytics/columns'
import { restatementWork } from '@/utils/analytics/restatement'
import { atOnce } from '@/utils/analytics/slices'

const line = (amount: string, status: string, more = {}) => ({
  cycle: '2026-09',
  amount,
  status,
  ...more,
})

it('a period is shown as first seen, confirmed and paid, and its rows explain the difference', () => {
  const moved = line('8.00', 'paid', { firstAmount: '10.00', confirmedAmount: '9.50' })
  const grown = line('0.30', 'pending', { firstAmount: '0.10' })
  const rows = [
    line('1.00', 'paid'),
    line('2.00', 'paying'),
    moved,
    grown,
    { ...line('7.00', 'paid'), cycle: '2025-09' },
    { ...line('4.00', 'estimated'), cycle: '2026-10' },
  ]
  const { cycles, rows: changed } = atOnce(restatementWork(columnsOf(rows), '2026'))
  expect(cycles).toEqual([
    { cycle: '2026-09', first: '13.10', confirmed: '12.50', paid: '9.00', change: '-1.80' },
    { cycle: '2026-10', first: '4.00', change: '0.00' },
  ])
  expect(changed.map(({ row, change }) => [row, change])).toEqual([
    [moved, '-2.00'],
    [grown, '0.20'],
  ])
})
