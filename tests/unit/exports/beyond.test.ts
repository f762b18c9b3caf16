import { describe, expect, it } from 'vitest'
import { periodAsked, withBeyond } from '@/utils/exports/beyond'
import { recognise } from '@/utils/recognise'
import type { Table } from '@/utils/records'

const list = (columns: string[], rows: unknown[][]): Table => ({
  columns,
  rows,
  context: {
    source: 'page',
    url: 'https://account.huaweicloud.com/partner/#/obmgr/exportRecord/ISSUED_COUPON',
    title: '代金券导出记录',
  },
})
function beyondOf(table: Table) {
  const found = recognise(table)
  expect(found?.kind).toBe('exportTask')
  return found ? withBeyond(table, found) : []
}
const columns = ['任务ID', '文件名称', '申请导出时间', '导出状态', '申请人', '筛选条件']
const row = (id: string, who: string, conditions: string) => [
  id,
  `${id}.xlsx`,
  '2026-11-02 10:00:00',
  '已完成',
  who,
  conditions,
]

describe('what a list of exports says beyond its kind', () => {
  it('is who asked, and the period of the conditions', () => {
    const found = beyondOf(
      list(columns, [
        row('EXP1', '王磊', '对账期次：2026-09；客户名称：北京云舟科技有限公司'),
        row('EXP2', '--', '2026-09-01 ~ 2026年10月31日'),
      ]),
    )
    expect(found.map(({ requestedBy, period }) => [requestedBy, period])).toEqual([
      ['王磊', '2026-09'],
      [undefined, '2026-09-01 ~ 2026-10-31'],
    ])
    // Nothing of the conditions that could name somebody.
    expect(JSON.stringify(found)).not.toContain('云舟')
  })
  it('stays with its own row where another one was rejected', () => {
    const rows = [row('EXP1', 'a', ''), ['', '', '', '', 'b', ''], row('EXP3', 'c', '')]
    const found = beyondOf(list(columns, rows))
    expect(found.map(({ taskId, requestedBy }) => [taskId, requestedBy])).toEqual([
      ['EXP1', 'a'],
      ['EXP3', 'c'],
    ])
  })
  it('is no field that recognition gives', () => {
    const found = recognise(list(columns, [row('EXP1', '王磊', '2026-09')]))
    expect(found?.unmapped).toEqual(['申请人', '筛选条件'])
    expect(found?.rows[0]).not.toHaveProperty('requestedBy')
  })
  it('is nothing where no column says it', () => {
    const plain = list(columns.slice(0, 4), [row('EXP1', '', '').slice(0, 4)])
    expect(beyondOf(plain)[0]).not.toHaveProperty('requestedBy')
  })
})

it('an export asked for under a filter is of its period', () => {
  expect(periodAsked({ source: 'page', filters: '2026-09' })).toBe('2026-09')
  expect(periodAsked({ source: 'page', filters: '2026' })).toBe('2026')
  expect(periodAsked({ source: 'page', url: 'https://a.invalid/#/x?month=202609' })).toBe('2026-09')
  expect(periodAsked({ source: 'page' })).toBeUndefined()
})
