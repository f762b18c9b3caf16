import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KeptRecord } from '@/utils/cache/columns'
import { formatValue } from '@/utils/i18n/format'
import { kinds } from '@/utils/kinds'
import type { Field } from '@/utils/kinds/define'
import type { Filter } from '@/utils/table/filter'
import type { Sort } from '@/utils/table/order'
import { Table } from '@/utils/table/table'
import { childBit, groupBit, numberBits, View, type Spec } from '@/utils/table/view'
import { anyRow, kept, segment } from './rows'

const now = Date.UTC(2029, 2, 10, 4)
const day = 86_400_000
const fields = kinds.resource.fields as Readonly<Record<string, Field>>

function viewOf(rows: KeptRecord[], kind: 'resource' | 'coupon' = 'resource') {
  const table = new Table(kind)
  for (let at = 0; at < rows.length; at += 5)
    table.apply([segment(`c${at}`, rows.slice(at, at + 5))])
  const view = new View(table)
  const keys = (spec: Partial<Spec>) =>
    [...view.lines({ language: 'zh', ...spec }, now).codes].map((code) => table.keyOf(code) ?? '')
  return { table, view, keys }
}
const unique = (rows: KeptRecord[]) => [...new Map(rows.map((row) => [row.$.key, row])).values()]
const anyRows = fc.array(anyRow(60), { maxLength: 40 }).map(unique)

/**
 * The plain way: every value of every row as text.
 * @param mixed where a field holds texts too, its numbers are found like them
 */
const textsOf = (row: KeptRecord, mixed = false): string =>
  Object.entries(row)
    .flatMap(([name, value]): string[] => {
      if (name === '$' || typeof value === 'boolean') return []
      const field = fields[name]
      if (typeof value === 'number') return name === 'spec' && mixed ? [String(value)] : []
      if (field?.values && typeof value === 'string')
        return [value, field.values[value]?.zh[0] ?? '', field.values[value]?.en[0] ?? '']
      return Array.isArray(value) ? value.map(String) : [String(value)]
    })
    .join('\n')
    .toLowerCase()

describe('searching', () => {
  it('finds what reading every value would find, all words of it', () => {
    const word = fc.constantFrom(
      'a',
      'al',
      '甲',
      'α',
      'ς',
      'x',
      'y',
      'i',
      '云',
      '使用中',
      'grace',
      'k1',
      '2',
      'zz',
    )
    fc.assert(
      fc.property(anyRows, fc.array(word, { maxLength: 2 }), (rows, words) => {
        const mixed = rows.some(({ spec }) => typeof spec === 'string')
        const expected = rows.filter((row) =>
          words.every((each) => textsOf(row, mixed).includes(each)),
        )
        const found = viewOf(rows).keys({ text: words.join(' '), gone: 'with' })
        expect(found.sort()).toEqual(expected.map(({ $ }) => $.key).sort())
      }),
      { numRuns: 200 },
    )
  })
  it('finds in thousands of long texts too, also after some were changed', () => {
    const rows = Array.from({ length: 9000 }, (_, n) => kept(`ID-${n}`, { name: `Ecs ${n} 云` }))
    const { table, keys } = viewOf(rows)
    expect(table.column('name')?.type).toBe('long')
    expect(keys({ text: 'ecs id-4321' })).toEqual(['ID-4321'])
    table.apply([segment('c4320', [kept('ID-4321', { name: 'neu' }), kept('ID-4322', {})])])
    expect(keys({ text: 'ecs id-4321' })).toEqual([])
    expect(keys({ text: 'neu' })).toEqual(['ID-4321'])
    // The other three of that segment went with the change.
    expect(keys({ text: 'id-432' })).toEqual(
      ['ID-4321', 'ID-4322', 'ID-4325', 'ID-4326', 'ID-4327', 'ID-4328', 'ID-4329', 'ID-432'].sort(
        (a, b) => table.slotOf(a) - table.slotOf(b),
      ),
    )
  })
  it('knows choices by their words in both languages and times by day and month', () => {
    const at = Date.UTC(2029, 2, 1, 15, 59)
    const { keys } = viewOf([kept('a', { status: 'frozen', expiresAt: at }), kept('b')])
    for (const text of ['已冻结', 'FROZEN', '2029-03-01', '2029-03'])
      expect(keys({ text })).toEqual(['a'])
    expect(keys({ text: '2029-03-02' })).toEqual([])
  })
})

describe('the query language', () => {
  const rows = [
    kept('soon', {
      expiresAt: now + 5 * day,
      balance: '1000.10',
      planName: '甲',
      status: 'usable',
    }),
    kept('late', { expiresAt: now + 60 * day, balance: '999.99', planName: '乙', frozen: true }),
    kept('past', { expiresAt: now - day, balance: '5000', customerName: '云**司' }),
    kept('none', { accountName: 'yun_acc' }),
  ]
  const found = (text: string) => viewOf(rows, 'coupon').keys({ text })
  it.each([
    ['expires<30d', ['soon']],
    ['expires>30d', ['late']],
    ['expires<0d', ['past']],
    ['expires<2029-03-16', ['soon', 'past']],
    ['expires<=2029-03-15', ['soon', 'past']],
    ['到期<1m', ['soon']],
    ['balance>1000', ['soon', 'past']],
    ['balance<1,000', ['late']],
    ['余额>=1000.10', ['soon', 'past']],
    ['kind:coupon 甲', ['soon']],
    ['kind:优惠券 status:可使用', ['soon']],
    ['kind:resource', []],
    ['kind:unheard', []],
    ['customer:云', ['past']],
    ['customer:yun', ['none']],
    ['frozen:yes', ['late']],
    ['region:cn', []],
    ['balance>much', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected))
  it('takes a sign that belongs to no field as part of a word', () => {
    expect(viewOf([kept('a', { name: 'http://x' }), kept('b')]).keys({ text: 'http://x' })).toEqual(
      ['a'],
    )
  })
  it('tells the age of what was seen', () => {
    const rows = [
      kept('a', {}, { observedAt: now - 3_600_000 }),
      kept('b', {}, { observedAt: now - 3 * day }),
    ]
    expect(viewOf(rows).keys({ text: 'seen<1d' })).toEqual(['a'])
    expect(viewOf(rows).keys({ text: 'seen>2d' })).toEqual(['b'])
  })
})

describe('filters', () => {
  const filter: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({
      field: fc.constantFrom('status', 'name', 'spec'),
      is: fc.uniqueArray(fc.constantFrom('active', 'grace', '甲', 'beta', '2')),
    }),
    fc.record({
      field: fc.constantFrom('isMain'),
      is: fc.uniqueArray(fc.constantFrom('true', 'false')),
    }),
    fc.record({
      field: fc.constant('expiresAt'),
      op: fc.constantFrom('<', '<=', '>', '>='),
      than: fc.integer({ min: 0, max: 9 }),
    }),
    fc.record({
      field: fc.constantFrom('status', 'name', 'spec', 'expiresAt', 'isMain', 'unheard'),
      missing: fc.boolean(),
    }),
    fc.constant<Filter>({
      any: [
        { field: 'status', is: ['grace'] },
        { field: 'name', is: ['甲'] },
      ],
    }),
    fc.record({ fields: fc.constant(['name', 'status']), has: fc.constantFrom('a', '甲', '冻') }),
  )
  const plainly = (row: KeptRecord, each: Filter): boolean => {
    if ('has' in each) {
      const only = Object.fromEntries(
        Object.entries(row).filter(([name]) => each.fields.includes(name)),
      )
      return textsOf(only as KeptRecord).includes(each.has)
    }
    if ('any' in each) return each.any.some((one) => plainly(row, one))
    const value = row[each.field]
    if ('missing' in each) return (value === undefined) === each.missing
    if ('is' in each) return value !== undefined && each.is.includes(String(value))
    if (typeof value !== 'number') return false
    const than = Number(each.than)
    return { '<': value < than, '<=': value <= than, '>': value > than, '>=': value >= than }[
      each.op
    ]
  }
  it('keep what a plain look at each row keeps', () => {
    fc.assert(
      fc.property(anyRows, fc.array(filter, { maxLength: 3 }), (rows, filters) => {
        const expected = rows.filter((row) => filters.every((each) => plainly(row, each)))
        expect(viewOf(rows).keys({ filters, gone: 'with' }).sort()).toEqual(
          expected.map(({ $ }) => $.key).sort(),
        )
      }),
      { numRuns: 200 },
    )
  })
  it('leave out what the console no longer lists, unless it is asked for', () => {
    const { keys } = viewOf([kept('a'), kept('b', {}, { goneAt: 9 })])
    expect(keys({})).toEqual(['a'])
    expect(keys({ gone: 'only' })).toEqual(['b'])
    expect(keys({ gone: 'with' })).toEqual(['a', 'b'])
    expect(viewOf([kept('a')]).keys({ gone: 'only' })).toEqual([])
  })
  it('compares decimals exactly', () => {
    const rows = [kept('a', { balance: '9007199254740993.01' }), kept('b', { balance: '-3' })]
    const than = '9007199254740993'
    expect(viewOf(rows, 'coupon').keys({ filters: [{ field: 'balance', op: '>', than }] })).toEqual(
      ['a'],
    )
  })
})

describe('customers named by something else than their rows', () => {
  const rows = [
    kept('a', { customerId: 'c1', name: 'x', region: 'r1' }),
    kept('b', { customerId: 'c1', name: 'y', region: 'r2' }),
    kept('c', { customerId: 'c2', name: 'cloud', region: 'r1' }),
    kept('d', { customerId: 'c3', name: 'z', region: 'r1' }),
  ]
  it('are found beside what the words find, within the same conditions', () => {
    const { keys } = viewOf(rows)
    const named = ['c1']
    expect(keys({ text: 'cloud', named })).toEqual(['a', 'b', 'c'])
    expect(keys({ text: 'cloud region:r1', named })).toEqual(['a', 'c'])
    expect(keys({ text: 'cloud', named: [] })).toEqual(['c'])
    expect(keys({ text: '', named })).toEqual(['a', 'b', 'c', 'd'])
  })
})

describe('sorting', () => {
  it('puts what lies ahead first, the nearest before others, then the past, the latest first', () => {
    const times: Record<string, number | undefined> = {
      tomorrow: now + day,
      never: undefined,
      yesterday: now - day,
      'next month': now + 30 * day,
      'last year': now - 365 * day,
      'this moment': now,
    }
    const { keys } = viewOf(
      Object.entries(times).map(([key, expiresAt]) =>
        kept(key, expiresAt === undefined ? {} : { expiresAt }),
      ),
    )
    expect(keys({ sort: [{ field: 'expiresAt', coming: true }] })).toEqual([
      'this moment',
      'tomorrow',
      'next month',
      'yesterday',
      'last year',
      'never',
    ])
  })
  const compare = new Intl.Collator('zh-CN', { numeric: true }).compare
  const plainly = (rows: KeptRecord[], sorts: Sort[]): string[] =>
    rows
      .map((row) => row)
      .sort((a, b) => {
        for (const { field, down } of sorts) {
          const [left, right] = [a[field], b[field]]
          if (left === undefined || right === undefined) {
            if (left !== right) return left === undefined ? 1 : -1
            continue
          }
          const text = (value: unknown) =>
            formatValue(fields[field] as Field, value as string, a, 'zh')
          const difference =
            typeof left === 'string'
              ? compare(text(left), text(right))
              : Number(left) - Number(right)
          if (difference !== 0) return down ? -difference : difference
        }
        return 0
      })
      .map(({ $ }) => $.key)
  it('orders as a stable sort of the rows would, absent values last both ways', () => {
    const sort = fc.record({
      field: fc.constantFrom('status', 'name', 'expiresAt', 'isMain', 'resourceId'),
      down: fc.boolean(),
    })
    const plain = anyRows.map((rows) =>
      rows.filter((row) => row.spec === undefined || typeof row.spec === 'string'),
    )
    fc.assert(
      fc.property(plain, fc.array(sort, { maxLength: 3 }), (rows, sorts) => {
        expect(viewOf(rows).keys({ sort: sorts, gone: 'with' })).toEqual(plainly(rows, sorts))
      }),
      { numRuns: 200 },
    )
  })
  it('orders any numbers', () => {
    const numbers = fc.uniqueArray(
      fc.double({ noNaN: true }).filter((n) => !Object.is(n, -0)),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(numbers, (values) => {
        const rows = values.map((value, n) => kept(`k${n}`, { startedAt: value }))
        const { table, view } = viewOf(rows)
        const { codes } = view.lines({ sort: [{ field: 'startedAt' }], language: 'en' }, now)
        const found = [...codes].map((code) => table.row(code)?.startedAt)
        expect(found).toEqual(values.toSorted((a, b) => a - b))
      }),
    )
  })
  it('orders moments, told in days, seconds or ms, near each other and far apart', () => {
    const step = fc.constantFrom(86_400_000, 60_000, 1000, 1)
    const moment = fc.oneof(fc.integer({ min: -900, max: 900 }), fc.maxSafeInteger())
    const moments = fc.tuple(step, fc.array(moment, { minLength: 1, maxLength: 30 }))
    fc.assert(
      fc.property(moments, fc.boolean(), ([each, counts], down) => {
        const rows = counts.map((count, n) =>
          kept(`k${n}`, Math.abs(count) <= 900 ? { startedAt: now + count * each } : {}),
        )
        const far = counts.map((count, n) => kept(`k${n}`, { startedAt: count }))
        for (const some of [rows, far])
          expect(viewOf(some).keys({ sort: [{ field: 'startedAt', down }] })).toEqual(
            plainly(some, [{ field: 'startedAt', down }]),
          )
      }),
    )
  })
  it('orders numbers whose bits look like those of nothing', () => {
    // The lower half of the second is all ones.
    const rows = [2 ** 53 - 2 ** 32, 2 ** 53 - 1].map((at, n) => kept(`k${n}`, { startedAt: at }))
    expect(viewOf(rows).keys({ sort: [{ field: 'startedAt' }] })).toEqual(['k0', 'k1'])
    expect(viewOf(rows).keys({ sort: [{ field: 'startedAt', down: true }] })).toEqual(['k1', 'k0'])
  })
  it('orders amounts exactly and Chinese by sound', () => {
    const amounts = [
      '10',
      '9.99',
      '-1',
      '10.000000000000000001',
      '9007199254740993',
      '9007199254740992',
    ]
    const rows = amounts.map((balance) => kept(balance, { balance }))
    const sorted = [
      '-1',
      '9.99',
      '10',
      '10.000000000000000001',
      '9007199254740992',
      '9007199254740993',
    ]
    expect(viewOf(rows, 'coupon').keys({ sort: [{ field: 'balance' }] })).toEqual(sorted)
    const names = ['重庆', '北京', '上海', '安徽'].map((name) => kept(name, { name }))
    expect(viewOf(names).keys({ sort: [{ field: 'name' }] })).toEqual([
      '安徽',
      '北京',
      '重庆',
      '上海',
    ])
  })
})

describe('groups and trees', () => {
  const rows = [
    kept('1', { customerName: '乙', name: 'b' }),
    kept('2', { customerName: '甲', name: 'a' }),
    kept('3', { name: 'c' }),
    kept('4', { customerName: '甲', name: 'b' }),
  ]
  const shown = (spec: Partial<Spec>) => {
    const { table, view } = viewOf(rows)
    const {
      codes,
      groups,
      rows: count,
    } = view.lines({ language: 'zh', sort: [{ field: 'name', down: true }], ...spec }, now)
    const lines = [...codes].map((code) => {
      if ((code & groupBit) === 0) return table.keyOf(code)
      const group = groups[code & numberBits]
      return `${group?.value ?? '-'}:${group?.rows}`
    })
    return { lines, count }
  }
  it('stands rows under a line for each value, sorted within', () => {
    expect(shown({ group: { field: 'customerName' } })).toEqual({
      lines: ['甲:2', '4', '2', '乙:1', '1', '-:1', '3'],
      count: 4,
    })
  })
  it('groups by a field whose values hardly repeat', () => {
    const many = Array.from({ length: 9000 }, (_, n) => kept(`k${n}`, { name: `n${n >> 1}` }))
    const { table, view } = viewOf(many)
    expect(table.column('name')?.type).toBe('long')
    const { groups } = view.lines({ language: 'zh', group: { field: 'name' }, text: 'n44' }, now)
    expect(groups[0]).toMatchObject({ value: 'n44', rows: 2 })
  })
  it('folds groups, some or all but some', () => {
    const lines = (group: Spec['group']) => shown(group ? { group } : {}).lines
    expect(lines({ field: 'customerName', closed: ['甲'] })).toEqual([
      '甲:2',
      '乙:1',
      '1',
      '-:1',
      '3',
    ])
    expect(lines({ field: 'customerName', closed: ['甲'], allClosed: true })).toEqual([
      '甲:2',
      '4',
      '2',
      '乙:1',
      '-:1',
    ])
  })
  it('stands sub-resources under their main resource while that is shown', () => {
    const family = [
      kept('disk', { mainResourceId: 'ecs', name: 'd' }),
      kept('ecs', { name: 'e', status: 'active' }),
      kept('lost', { mainResourceId: 'unseen', name: 'l' }),
      kept('self', { mainResourceId: 'self', name: 's' }),
      kept('x', { mainResourceId: 'y' }),
      kept('y', { mainResourceId: 'x' }),
    ]
    const { table, view } = viewOf(family)
    const lines = (spec: Partial<Spec>) =>
      [...view.lines({ language: 'zh', tree: 'mainResourceId', ...spec }, now).codes].map(
        (code) => `${(code & childBit) === 0 ? '' : '+'}${table.keyOf(code & numberBits)}`,
      )
    expect(lines({})).toEqual(['ecs', '+disk', 'lost', 'self', 'x', 'y'])
    expect(lines({ filters: [{ field: 'status', missing: true }] })[0]).toBe('disk')
  })
  it('counts the values among the rows that fit', () => {
    const { view } = viewOf(rows)
    expect(view.values('customerName', { language: 'zh' }, now)).toEqual([
      { value: '甲', rows: 2 },
      { value: '乙', rows: 1 },
    ])
    expect(view.values('customerName', { language: 'zh', text: 'name:a' }, now)).toEqual([
      { value: '甲', rows: 1 },
    ])
  })
  it('sees what changed', () => {
    const { table, keys } = viewOf([kept('a', { name: 'x' })])
    expect(keys({ text: 'x', sort: [{ field: 'name' }] })).toEqual(['a'])
    table.apply([segment('c0', [kept('b', { name: 'x2' }), kept('a', { name: 'y' })])])
    expect(keys({ text: 'x', sort: [{ field: 'name' }] })).toEqual(['b'])
  })
})
