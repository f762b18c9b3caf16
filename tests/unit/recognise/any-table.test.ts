import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kindNames, kindOf } from '@/utils/kinds'
import { isKnownSomewhere, propose, readingOf, recognise } from '@/utils/recognise'
import type { Table } from '@/utils/records'
import { tablesOfAnswer } from '@/utils/sources/answers'

const names = kindNames.flatMap((name) =>
  Object.values(kindOf(name).fields).flatMap(({ zh, en, wire = [] }) => [...zh, ...en, ...wire]),
)
const header = fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 40 }))
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '--',
    '合计',
    '2026-09-18',
    '¥1,000.00',
    '可使用',
    'A ~ B',
    '5%',
    '2026-13-41',
    '',
  ),
  fc.integer(),
  fc.double(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
)
const table: fc.Arbitrary<Table> = fc
  .array(header, { minLength: 1, maxLength: 12 })
  .chain((columns) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), {
        maxLength: 20,
      }),
      context: fc.record({
        source: fc.constantFrom('capture' as const, 'page' as const, 'file' as const),
        url: fc.constantFrom('https://account.huaweicloud.com/obmgr/#/coupon', 'no address', ''),
        title: fc.string({ maxLength: 30 }),
        tab: fc.constantFrom('已发放代金券', '导出记录', ''),
      }),
    }),
  )

it('answers any table without throwing, and accounts for each of its rows', () => {
  fc.assert(
    fc.property(table, (each) => {
      const found = recognise(each)
      propose(each)
      if (!found || found.kind === 'resourcePackage') return
      expect(found.rows.length + found.rejected.length).toBe(each.rows.length)
      for (const row of found.rows) {
        const { fields } = kindOf(found.kind)
        for (const [field, value] of Object.entries(row)) {
          expect(Object.hasOwn(fields, field)).toBe(true)
          expect(value).not.toBe('')
        }
      }
    }),
  )
})

it('answers any JSON without throwing', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), fc.nat(40), (text, cut) => {
      const url = 'https://account.huaweicloud.com/obmgr/rest/list'
      for (const body of [text, text.slice(0, -cut)])
        for (const each of tablesOfAnswer(body, { source: 'capture', url }).tables) recognise(each)
    }),
  )
})

it('IMP-03 takes a megabyte of anything as the name of a column in its stride', () => {
  for (const unit of ['（', '(', '[', '【', 'A', '\t', '：', ' and', ' to ', '/']) {
    const table: Table = {
      columns: ['couponId', 'balance', unit.repeat(1_000_000 / unit.length)],
      rows: [['CP1', '1.00', 'x']],
      context: { source: 'capture', url: 'https://account.huaweicloud.com/obmgr/' },
    }
    const started = performance.now()
    recognise(table)
    readingOf(table)
    propose(table)
    isKnownSomewhere(table)
    expect(performance.now() - started).toBeLessThan(1000)
  }
})

it('IMP-03 takes a megabyte of anything in a cell in its stride', () => {
  for (const unit of ['1', '-', '2026-', ',', ' ', '/', '1,', '~', '(', 'a@']) {
    const long = unit.repeat(1_000_000 / unit.length)
    const started = performance.now()
    recognise({
      columns: [...names.slice(0, 200), long.slice(0, 10_000)],
      rows: [Array.from({ length: 201 }, () => long)],
      context: { source: 'page', url: 'https://account.huaweicloud.com/obmgr/', title: long },
    })
    expect(performance.now() - started).toBeLessThan(5_000)
  }
})
