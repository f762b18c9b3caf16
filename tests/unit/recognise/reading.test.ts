import { describe, expect, it } from 'vitest'
import { readingOf, recognise } from '@/utils/recognise'
import type { Table } from '@/utils/records'

const columns = ['代金券ID', '客户ID', '面值(元)', '余额(元)', '生效时间', '失效时间', '状态']
const row = (index: number) => [
  `CP${index}`,
  `cust${index % 7}`,
  '100.00',
  `${index % 100}.50`,
  '2026-01-01 00:00:00',
  `2026-12-${String(1 + (index % 28)).padStart(2, '0')} 23:59:59`,
  '可使用',
]
const table = (rows: unknown[][]): Table => ({
  columns,
  rows,
  context: { source: 'file', fileName: '代金券.csv' },
})
const all = Array.from({ length: 300 }, (_, index) => row(index))

describe('a long table is recognised by its first rows', () => {
  it('and its other rows are read the same way', () => {
    const whole = recognise(table(all))
    const reading = readingOf(table(all.slice(0, 50)))
    expect(reading?.kind).toBe('coupon')
    expect(reading?.mapping).toEqual(whole?.mapping)
    expect(all.map((cells) => reading?.read(cells))).toEqual(whole?.rows)
  })
  it('says of a row why it is no record', () => {
    const reading = readingOf(table(all.slice(0, 50)))
    expect(reading?.read(['合计', '', '100.00', '3.00'])).toBe('sum of other rows')
    expect(reading?.read(['', 'cust1', '100.00'])).toBe('missing couponId')
    // A note below the rows, also where it would do for an id.
    expect(reading?.read(['note-1', '', '', ''])).toBe('missing couponId')
    expect(reading?.read(['本页合计（2条）', '', '100.00', '3.00'])).toBe('sum of other rows')
  })
  it('gives nothing for what is nothing', () => {
    const prices = { ...table([['a', '1']]), columns: ['Flavour', 'Price'] }
    expect(readingOf(prices)).toBeUndefined()
  })
})
