import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredRecord, Value } from '@/utils/records'
import { column, decode, encode, keysOf } from '@/utils/cache/columns'
import { patch } from '@/utils/cache/patch'

const plain = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.array(fc.string()))
const nested = fc.array(fc.dictionary(fc.constantFrom('itemId', 'total', 'unit'), fc.string()))
const value: fc.Arbitrary<Value> = fc.oneof(plain, nested)
const row = fc
  .record({
    $: fc.record(
      {
        account: fc.constant('cn:alice'),
        key: fc.string(),
        source: fc.constantFrom('api', 'file', 'capture', 'page'),
        observedAt: fc.integer({ min: 0 }),
        goneAt: fc.integer({ min: 0 }),
        alias: fc.string({ minLength: 1 }),
        customerRef: fc.string({ minLength: 1 }),
      },
      { requiredKeys: ['account', 'key', 'source', 'observedAt'] },
    ),
    fields: fc.dictionary(fc.constantFrom('couponId', 'balance', 'count', 'frozen', 'tags'), value),
    double: fc.option(fc.double({ noNaN: true }), { nil: undefined }),
  })
  .map(({ $, fields, double }) => {
    const record = { ...fields, $ } as unknown as StoredRecord
    if (double !== undefined) record.double = double
    return record
  })

test('columns give back exactly the rows that went in', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const columns = structuredClone(encode(rows))
      expect(decode(columns)).toEqual(rows.map((each) => ({ ...each })))
      expect(keysOf(columns)).toEqual(rows.map((each) => each.$.key))
    }),
  )
})

test('codes are as narrow as the dictionary allows', () => {
  const rows = Array.from({ length: 70_000 }, (_, index) => ({
    few: `v${index % 3}`,
    some: `v${index % 300}`,
    many: `v${index}`,
    $: { account: 'cn:a', key: `v${index}`, source: 'page', observedAt: 1 },
  })) as unknown as StoredRecord[]
  const columns = encode(rows)
  expect(columns.keys).toBe('many')
  const widths = columns.fields.map((field) => 'codes' in field && field.codes.BYTES_PER_ELEMENT)
  expect(widths).toEqual([1, 2, 4])
  expect(decode(columns)[69_999]).toEqual(rows[69_999])
})

test('columns written over in place hold the new rows, or say that they cannot', () => {
  const keyed = fc.array(row, { minLength: 1, maxLength: 12 }).map((rows) => numbered(rows))
  let fitted = 0
  fc.assert(
    fc.property(keyed, fc.array(row, { maxLength: 12 }), (rows, others) => {
      const fresh = numbered(others).slice(0, rows.length)
      const columns = encode(rows)
      if (!patch(columns, fresh, (key) => rows.find((each) => each.$.key === key))) return
      fitted += 1
      expect(decode(columns)).toEqual(rows.map((old, index) => fresh[index] ?? old))
    }),
  )
  expect(fitted).toBeGreaterThan(0)
})
const numbered = (rows: StoredRecord[]) =>
  rows.map((each, index) => ({ ...each, $: { ...each.$, key: `k${index}` } }) as StoredRecord)

test('values that hardly ever repeat are not looked up, those that come round in steps are kept once', () => {
  const wordsOf = (value: (row: number) => string) => {
    const kept = column(Array.from({ length: 1000 }, (_, row) => value(row)))
    return 'dictionary' in kept ? kept.dictionary.length : undefined
  }
  // Two rows have the same: whoever had looked would have found it.
  expect(wordsOf((row) => `id-${row === 0 ? 1 : row}`)).toBe(1000)
  for (const steps of [2, 8, 31, 64, 100, 250])
    expect(wordsOf((row) => `${row % steps}`)).toBe(steps)
})
