import { describe, expect, it } from 'vitest'
import { accountOf, tablesOfAnswer } from '@/utils/sources/answers'

const context = { source: 'capture' as const }
const read = (value: unknown) => tablesOfAnswer(JSON.stringify(value), context)

describe('lists of an answer', () => {
  it('knows a total that stands one step deeper beside the list', () => {
    const body = { meta: { page: { totalRecords: 40 } }, list: [{ a: 1, b: 2, c: 3 }] }
    expect(read(body).tables[0]?.context.total).toBe(40)
  })

  it('finds a list under any name, the longest first, with what stands beside it', () => {
    const rows = [{ a: 1, b: { c: 2 } }, { a: 2 }, { a: 3 }]
    const { tables } = read({
      few: [{ z: 1 }],
      data: { anything: rows, total: '12', currency: 'USD' },
    })
    const [table] = tables
    expect(table?.context).toMatchObject({ path: 'data.anything', total: 12 })
    expect(table?.columns).toEqual(['a', 'b.c', 'currency'])
    expect(table?.rows[0]).toEqual([1, 2, 'USD'])
    expect(tables[1]?.context.path).toBe('few')
  })

  it('reads objects inside the objects of a row as columns, a few keys of each and never too many', () => {
    const type = { code: 'vm', name: '云服务器', more: { x: 1 } }
    const { tables } = read({ list: [{ instance: { id: 'i1', type }, own: 1 }] })
    expect(tables[0]?.columns).toEqual([
      'instance.id',
      'instance.type.code',
      'instance.type.name',
      'instance.type.more',
      'own',
    ])
    expect(tables[0]?.rows[0]?.slice(0, 3)).toEqual(['i1', 'vm', '云服务器'])
    const keyed = (make: (at: number) => unknown) =>
      Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`k${at}`, make(at)]))
    const wide = read({ list: [keyed(() => keyed(() => keyed(String)))] })
    expect(wide.tables.every(({ columns }) => columns.length <= 200)).toBe(true)
  })

  it('keeps the key of an object keyed by ids', () => {
    const row = { faceValue: 1, balance: 1, status: 2 }
    expect(read({ one: row, two: row }).tables[0]?.columns[0]).toBe('id')
  })

  it('keeps a list inside a row with its row', () => {
    const { tables } = read({ list: [{ id: 'p', items: [{ x: 1 }, { x: 2 }] }] })
    expect(tables).toHaveLength(1)
    expect(tables[0]?.rows[0]?.[1]).toHaveLength(2)
  })

  it('says of rows whose group they are in, not what the group sums up', () => {
    const rows = [
      { service: 'a', due: '1.00' },
      { service: 'b', due: '2.00' },
    ]
    const group = (customerId: string) => ({ customerId, billMonth: 202607, sum: '3.00', rows })
    const { tables } = read({ list: [group('c1'), group('c2')] })
    const joined = tables.find(({ context }) => context.path === 'list.rows')
    expect(joined?.columns).toEqual(['customerId', 'billMonth', 'service', 'due'])
    expect(joined?.rows.map(([id]) => id)).toEqual(['c1', 'c1', 'c2', 'c2'])
  })

  it('joins the lists of groups that say little themselves, with whose they are', () => {
    const { tables } = read({
      customers: [
        { customerId: 'k1', name: 'A', coupons: [{ couponId: 'c1', left: 1, name: 'x' }] },
        { customerId: 'k2', name: 'B', coupons: [] },
        { customerId: 'k3', name: 'C', coupons: [{ couponId: 'c2', left: 2, name: 'y' }] },
      ],
    })
    const joined = tables.find(({ context: { path } }) => path === 'customers.coupons')
    expect(joined).toMatchObject({
      columns: ['customerId', 'couponId', 'left', 'name'],
      rows: [
        ['k1', 'c1', 1, 'x'],
        ['k3', 'c2', 2, 'y'],
      ],
    })
    // Who says more than that is a record of its own.
    const order = { orderId: 'o', amount: 1, paidAt: 2, lines: [{ x: 1 }] }
    expect(read({ list: [order] }).tables).toHaveLength(1)
  })

  it('joins lists that are keyed by a year or a day, not those that have names', () => {
    const row = { a: 1, b: 2 }
    expect(read({ data: { '2029': [row, row], '2030': [row] } }).tables[0]?.rows).toHaveLength(3)
    expect(read({ data: { used: [row, row], free: [row] } }).tables).toHaveLength(2)
  })

  it('reads names once and values below', () => {
    const { tables } = read({
      header: ['a', 'b'],
      body: [
        [1, 2],
        [3, 4],
      ],
    })
    expect(tables[0]).toMatchObject({
      columns: ['a', 'b'],
      rows: [
        [1, 2],
        [3, 4],
      ],
    })
  })
})

describe('an answer that names its columns apart', () => {
  it('is read by the titles, where its keys are mere numbers', () => {
    const rows = [
      { c0: 'r1', c1: 'a' },
      { c0: 'r2', c1: 'b' },
    ]
    const titles = [
      { key: 'c0', title: '资源ID' },
      { key: 'c1', title: '资源名称' },
    ]
    expect(read({ fields: titles, rows }).tables[0]).toMatchObject({
      columns: ['资源ID', '资源名称'],
      rows: [
        ['r1', 'a'],
        ['r2', 'b'],
      ],
    })
    const named = { fields: [{ key: 'id' }, { key: 'name' }], rows: [{ id: 1, name: 2 }] }
    expect(read(named).tables.some(({ columns }) => columns.includes('id'))).toBe(true)
  })
})

describe('what is no answer to read', () => {
  it('says why', () => {
    expect(tablesOfAnswer('<html>', context).problem).toBe('not-json')
    expect(tablesOfAnswer('data: {"a":1}\n\n', context).problem).toBe('not-json')
    expect(tablesOfAnswer('{"a":[{"b":1', context).problem).toBe('cut-off')
    expect(tablesOfAnswer('['.repeat(10_000), context).problem).toBe('too-deep')
    expect(tablesOfAnswer(new Uint8Array([0x1f, 0x8b, 8, 0]), context).problem).toBe('not-json')
    expect(tablesOfAnswer('{"a":1}\n{"a":2}', context).tables).toEqual([])
  })

  it('leaves prototypes alone', () => {
    const body = '{"list":[{"__proto__":{"polluted":1},"constructor":"x","id":"1"}]}'
    const [table] = tablesOfAnswer(body, context).tables
    expect(table?.columns).toContain('constructor')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('the current account', () => {
  it('is told by one small answer about oneself', () => {
    const body = JSON.stringify({ data: { domainId: 'd1', domainName: 'acc', userName: 'li_op' } })
    expect(accountOf(body)).toEqual({ name: 'acc', id: 'd1' })
  })
  it('is not told by lists or by customers', () => {
    expect(accountOf('{"users":[{"domainId":"d","userName":"u"}]}')).toBeUndefined()
    expect(accountOf('{"customer_id":"c1","account_name":"a"}')).toBeUndefined()
  })
})
