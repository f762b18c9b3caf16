import { describe, expect, it } from 'vitest'
import { billsFile, movesFile, restatementFile } from '@/components/analytics/card-files'
import { calendarDays } from '@/components/analytics/charts/calendar-days'
import { say, type Word } from '@/components/analytics/texts'

const t = (word: Word) => say('en', word)
const shown = { t, mask: {} }
const masked = { t, mask: { names: true, amounts: true } }
const line = { customerName: '云帆科技', productType: 'ECS' }

describe('a card as a file', () => {
  it('has each customer that moved, with the rule of its list', () => {
    const lists = [
      { title: 'moved', rule: 'moved.rule', found: [{ name: 'A', before: '9.00', now: '1.00' }] },
      { title: 'moved.left', rule: 'moved.leftRule', found: [{ name: 'B', before: '3.00' }] },
    ] as const
    const file = movesFile(lists, 'CNY', shown)
    expect(file.rows).toEqual([
      [t('moved'), 'A', { number: '9.00' }, { number: '1.00' }, 'CNY'],
      [t('moved.left'), 'B', { number: '3.00' }, undefined, 'CNY'],
    ])
    expect(file.facts.map(([, rule]) => rule)).toEqual([t('moved.rule'), t('moved.leftRule')])
    expect(JSON.stringify(movesFile(lists, 'CNY', masked))).not.toContain('9.00')
  })
  it('has periods and rows that were restated; hidden ones leave hidden', () => {
    const restated = {
      cycles: [{ cycle: '2026-01', first: '1.00', paid: '2.00', change: '1.00' }],
      rows: [{ row: line, cycle: '2026-01', first: '1.00', now: '2.00', change: '1.00' }],
    }
    const file = restatementFile(restated, 'CNY', shown)
    expect(file.rows.map((row) => row.length)).toEqual([8, 8])
    expect(file.rows[1]).toEqual([
      '2026-01',
      '云帆科技',
      'ECS',
      { number: '1.00' },
      undefined,
      undefined,
      { number: '2.00' },
      { number: '1.00' },
    ])
    const hidden = JSON.stringify(restatementFile(restated, 'CNY', masked))
    expect(hidden).toContain('云**')
    expect(hidden).not.toMatch(/云帆科技|\d\.00/)
  })
  it('has bills with their deadline and what was found of them', () => {
    const bill = { cycle: '2026-01', planName: 'P', amount: '9.00', currency: 'CNY' }
    const bills = [
      { bill, billId: 'B1', confirmBy: 5, lines: 1, sum: '8.00', gap: '1.00', wrong: [] },
    ]
    const file = billsFile(bills, { B1: { mark: 'questioned', note: '?' } }, shown)
    expect(file.rows).toEqual([
      [
        'B1',
        '2026-01',
        'P',
        { at: 5 },
        { number: '9.00' },
        { number: '8.00' },
        { number: '1.00' },
        'CNY',
        { number: '0' },
        t('bills.questioned'),
        '?',
      ],
    ])
    expect(file.columns).toHaveLength(11)
  })
})

it('lays days out in weeks from Monday, shaded by their share of the largest', () => {
  const days = calendarDays({
    labels: ['2026-11-29', '2026-11-30', '2026-12-01'],
    series: [{ id: '', values: ['8.00', undefined, '1.00'], total: '9.00' }],
    unit: { currency: 'CNY' },
  })
  expect(days.map(({ day, weekday, week, level }) => [day, weekday, week, level])).toEqual([
    ['11/29', 6, 0, 4],
    ['30', 0, 1, 0],
    ['12/1', 1, 1, 1],
  ])
})
