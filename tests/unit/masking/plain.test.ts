import { describe, expect, it } from 'vitest'
import { coveredCells, looksLikeAmount, looksPersonal, natureOf } from '@/utils/masking/plain'
import { personalOf } from '@/utils/masking/personal'

describe('a column by its name', () => {
  it.each([
    ['客户名称/账号名', 'company'],
    ['客户名称', 'company'],
    ['Customer Name/Account Name', 'company'],
    ['Customer', 'company'],
    ['云经销商名称', 'company'],
    ['企业名称', 'company'],
    ['手机号码', 'phone'],
    ['移动电话', 'phone'],
    ['Mobile Number', 'phone'],
    ['邮箱', 'email'],
    ['Email', 'email'],
    ['客户经理', 'person'],
    ['Account Manager', 'person'],
    ['联系人', 'person'],
    ['账号名', 'account'],
    ['Account Name', 'account'],
  ])('%s holds what is personal: %s', (name, personal) => {
    expect(personalOf(name)).toBe(personal)
    expect(natureOf(name)).toBe('personal')
  })
  it.each([
    '客户ID',
    'Customer ID',
    '关联类型',
    'Customer Type',
    '创建时间',
    '订单号编号',
    '状态',
    '产品类型',
    '操作',
    'Status',
    'Created On',
  ])('%s holds nothing personal', (name) => {
    expect(natureOf(name)).toBe('plain')
  })
  it.each(['余额（元）', '本月消费（元）', 'Amount', 'Face Value Balance', '应付金额'])(
    '%s holds amounts',
    (name) => expect(natureOf(name)).toBe('amount'),
  )
  it.each(['备注', '说明', 'Remarks', ''])('of “%s” nobody knows', (name) =>
    expect(natureOf(name)).toBe('unknown'),
  )
})

describe('a text by its form', () => {
  it.each([
    '13812345678',
    '+86 138 1234 5678'.replaceAll(' ', '-'),
    '021-12345678',
    'li.wei@sub.example.com',
    '110101199001011234',
    '深圳市云帆科技有限公司',
    'Bright Cloud Pte. Ltd.',
    '王先生',
    '客户名称：云帆',
    'Account Manager: Li Wei',
  ])('is personal: %s', (text) => expect(looksPersonal(text)).toBe(true))
  it.each([
    '2026-11-22 18:05:00',
    '138****5678',
    '深圳**有限公司',
    'c6.large.2',
    'CBC_12345678901234567890',
    '1,234.56',
    '客户名称：深圳**公司',
    '待跟进',
    '客户经理',
  ])('is not: %s', (text) => expect(looksPersonal(text)).toBe(false))
  it.each(['¥1,234.50', '12.00', '3 元', 'USD 5 USD'])('is an amount: %s', (text) =>
    expect(looksLikeAmount(text)).toBe(true),
  )
  it.each(['2026-11-22', '12', 'v1.2.3', '18:05'])('is none: %s', (text) =>
    expect(looksLikeAmount(text)).toBe(false),
  )
})

describe('the cells of a table', () => {
  const row = ['张三', '云帆', '100.00', '待跟进', '也许']
  const columns = ['联系人', '客户名称', '金额', '状态', '备注']
  it('are covered where personal, and where unknown beside what is', () => {
    expect(coveredCells(columns, [row], { amounts: false })).toEqual([
      [true, true, false, false, true],
    ])
  })
  it('are read where nothing personal stands in the table', () => {
    expect(coveredCells(['状态', '备注'], [['好', '也许']], { amounts: false })).toEqual([
      [false, false],
    ])
  })
  it('are covered where unknown beside a masked value', () => {
    const rows = [['138****0001', '也许']]
    expect(coveredCells(['号码', '备注'], rows, { amounts: false })).toEqual([[false, true]])
  })
  it('are covered by value in a column that sounds harmless', () => {
    const rows = [['13812345678'], ['中']]
    expect(coveredCells(['状态'], rows, { amounts: false })).toEqual([[true], [false]])
  })
  it('lose their amounts where asked', () => {
    expect(coveredCells(columns, [row], { amounts: true })[0]?.[2]).toBe(true)
  })
})
