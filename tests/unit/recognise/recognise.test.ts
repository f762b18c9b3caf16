import { describe, expect, it } from 'vitest'
import { isKnownSomewhere, propose, recognise } from '@/utils/recognise'
import type { Table, TableContext } from '@/utils/records'

const here = 'https://account.huaweicloud.com/obmgr/#/coupon'
function coupons(context: Partial<TableContext> = {}, balance: unknown = '¥1.00'): Table {
  return {
    columns: ['代金券ID', '面值', '余额', '失效日期', '状态'],
    rows: [['C1', '2.00', balance, '2026-09-30', '可使用']],
    context: { source: 'page', url: here, ...context },
  }
}
const first = (table: Table, options = {}) => recognise(table, options)?.rows[0]

describe('where a table may come from', () => {
  it.each([
    ['https://account-intl.huaweicloud.com/obmgr/', true],
    ['https://account.eu.huaweicloud.com/usercenter/', true],
    ['https://console.huaweicloud.com/x', true],
    ['https://bss.myhuaweicloud.eu/v2', true],
    ['https://support.huaweicloud.com/usermanual', false],
    ['https://www.huaweicloud.com/', false],
    ['https://account.huaweicloud.com.example.net/', false],
    ['nonsense', false],
  ])('%s: %s', (url, may) => {
    expect(first(coupons({ url })) !== undefined).toBe(may)
  })
  it('counts an origin that the user switched on', () => {
    const url = 'https://partner.example.com/obmgr/'
    expect(first(coupons({ url }), { origins: ['https://partner.example.com'] })).toBeDefined()
  })
})

describe('an address that is worth looking at again', () => {
  const known = (...columns: string[]) =>
    isKnownSomewhere({ columns, rows: [], context: { source: 'capture', url: here } })
  it('shows a column that only a kind of ours has', () => {
    expect(known('switchKey', 'couponId')).toBe(true)
    expect(known('名字', '代金券余额')).toBe(true)
  })
  it('is none where all columns are what anything has: a switch, a text about it', () =>
    expect(known('featureKey', 'name', 'enabled', 'isEnabled', 'description', 'status')).toBe(
      false,
    ))
})

describe('money and time', () => {
  it('takes the currency of the cell before that of the site', () => {
    const url = 'https://account-intl.huaweicloud.com/obmgr/'
    expect(first(coupons({ url }, '1.00'))?.currency).toBe('USD')
    expect(first(coupons({ url }, '€1.00'))?.currency).toBe('EUR')
  })
  it('ends a bare day of expiry with its last second in Beijing, or in the zone of the account', () => {
    expect(first(coupons())?.expiresAt).toBe(Date.parse('2026-09-30T23:59:59+08:00'))
    const away = { url: 'https://account-intl.huaweicloud.com/obmgr/', zone: 'UTC' }
    expect(first(coupons(away))?.expiresAt).toBe(Date.parse('2026-09-30T23:59:59Z'))
  })
})

describe('what is said or left open', () => {
  it('rejects a row without its key, and one that only adds up', () => {
    const table = coupons()
    table.rows.push(['', '1.00', '1.00', '', '已使用'], ['合计', '3.00', '2.00', '', ''])
    const found = recognise(table)
    expect(found?.rows).toHaveLength(1)
    expect(found?.rejected.map(({ row }) => row)).toEqual([1, 2])
  })
  it('leaves a code empty that means different things in settings nobody named', () => {
    const rows = [['r1', 'n', 'ECS', '3', '2026-09-30 00:00:00']]
    const columns = ['resourceId', 'resourceName', 'serviceTypeName', 'status', 'expireTime']
    const table = (tab: string): Table => ({
      columns,
      rows,
      context: { source: 'capture', url: here, tab },
    })
    expect(first(table(''))).not.toHaveProperty('status')
    expect(first(table('按需资源'))?.status).toBe('frozen')
    expect(first(table('包年/包月资源'))?.status).toBe('closed')
  })
  it('proposes kinds for a table that is nothing yet', () => {
    const table: Table = { ...coupons(), columns: ['X', '面值', '余额', '失效日期', '状态'] }
    expect(recognise(table)).toBeUndefined()
    expect(propose(table)[0]).toMatchObject({ kind: { name: 'coupon' }, lacks: 'no-key' })
  })
})

describe('what a row goes by', () => {
  const uses = (ids: readonly string[]): Table => ({
    ...coupons(),
    rows: ids.map((id) => [id, '2.00', '1.00', '2026-09-30', '可使用']),
  })
  it('is shared by no other: a list that names one coupon again and again is no list of coupons', () => {
    expect(recognise(uses(['C1', 'C2', 'C3', 'C4']))?.rows).toHaveLength(4)
    expect(recognise(uses(['C1', 'C1', 'C2', 'C2']))).toBeUndefined()
  })
})

describe('columns under a word of somebody’s own', () => {
  const columns = ['代金券ID', '面值', '余额', '失效日期']
  const told = (name: string, value: string) =>
    first({
      ...coupons(),
      columns: [...columns, name],
      rows: [['C1', '2', '1', '2026-09-30', value]],
    })
  it('are the state where every value is a word for one, of nothing else', () => {
    expect(told('业务状态', '已过期')?.status).toBe('expired')
    expect(told('业务状态', '三号')?.status).toBeUndefined()
    expect(told('同步状态', '可使用')?.status).toBeUndefined()
  })
  it('are the currency where every value is one', () => {
    expect(told('结算单位', 'EUR')?.currency).toBe('EUR')
    expect(told('结算单位', '个')?.currency).toBe('CNY')
  })
})
