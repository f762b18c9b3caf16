import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { merge, storable } from '@/utils/cache/merge'
import { kindOf } from '@/utils/kinds'
import type { KindRecord, Source, StoredRecord } from '@/utils/records'

const stored = (fields: KindRecord, observedAt: number, source: Source = 'page', goneAt?: number) =>
  ({
    ...fields,
    $: { account: 'cn:a', key: 'k', source, observedAt, ...(goneAt ? { goneAt } : {}) },
  }) as StoredRecord

describe('merge', () => {
  test('newer wins by field, what it does not show stays', () => {
    const merged = merge(stored({ a: '1', b: '1' }, 1), stored({ b: '2', c: '2' }, 2))
    expect(merged).toEqual(stored({ a: '1', b: '2', c: '2' }, 2))
  })
  test('older only fills what is missing', () => {
    const merged = merge(stored({ a: '1' }, 2), stored({ a: '0', c: '0' }, 1, 'api'))
    expect(merged).toEqual(stored({ a: '1', c: '0' }, 2))
  })
  test.each<[Source, Source]>([
    ['api', 'file'],
    ['file', 'capture'],
    ['capture', 'page'],
  ])('at equal age %s is believed before %s', (better, worse) => {
    const [a, b] = [stored({ x: 'better' }, 1, better), stored({ x: 'worse' }, 1, worse)]
    expect(merge(a, b)).toEqual(a)
    expect(merge(b, a)).toEqual(a)
  })
  test('what is seen again is not gone, unless the sight is older than the loss', () => {
    const gone = stored({ a: '1' }, 1, 'page', 5)
    expect(merge(gone, stored({ a: '1' }, 6)).$.goneAt).toBeUndefined()
    expect(merge(gone, stored({ a: '1' }, 4)).$).toMatchObject({ goneAt: 5, observedAt: 4 })
  })
  test('rows inside are laid together by their id', () => {
    const a = stored({ items: [{ itemId: '1', total: '5' }, { itemId: '2' }] }, 1)
    const b = stored({ items: [{ itemId: '1', remaining: '3' }] }, 2)
    expect(merge(a, b).items).toEqual([
      { itemId: '1', total: '5', remaining: '3' },
      { itemId: '2' },
    ])
  })
  test('the very same record is given back when nothing changed', () => {
    const a = stored({ a: '1', tags: ['x'] }, 1)
    expect(merge(a, stored({ tags: ['x'] }, 1))).toBe(a)
  })

  const record = fc
    .record({
      fields: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '张**')),
      at: fc.integer({ min: 1, max: 4 }),
      source: fc.constantFrom<Source>('api', 'file', 'capture', 'page'),
      foreign: fc.subarray(['a', 'b', 'c']),
    })
    .map(({ fields, at, source, foreign }) => ({
      row: stored(fields, at, source),
      foreign: new Set(foreign),
    }))
  test('REL-01 merging the same again changes nothing, and no field is ever lost', () => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1 }), (arrivals) => {
        let row = stored({}, 1)
        for (const { row: next, foreign } of arrivals) {
          const before = row
          row = merge(row, next, foreign)
          expect(Object.keys(row)).toEqual(expect.arrayContaining(Object.keys(before)))
          expect(row.$.observedAt).toBe(Math.max(before.$.observedAt, next.$.observedAt))
          expect(merge(row, next, foreign)).toBe(row)
        }
      }),
    )
  })
})

describe('PRIV-01 storable', () => {
  test('keeps what the kind declares, at every depth', () => {
    const { fields } = kindOf('resourcePackage')
    const item = { itemId: 'i', total: '5', secret: 'x' }
    expect(storable(fields, { packageId: 'p', other: 'x', name: '', items: [item] })).toEqual({
      packageId: 'p',
      items: [{ itemId: 'i', total: '5' }],
    })
  })
  test('whatever comes in, only declared names go on', () => {
    const { fields } = kindOf('customer')
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (record) => {
        for (const name of Object.keys(storable(fields, record)))
          expect(Object.hasOwn(fields, name)).toBe(true)
      }),
    )
  })
})
