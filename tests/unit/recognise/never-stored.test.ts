import fc from 'fast-check'
import { expect, it } from 'vitest'
import { storable } from '@/utils/cache/merge'
import { kindNames, kindOf } from '@/utils/kinds'
import { isKnownSomewhere, questionOf, propose, recognise } from '@/utils/recognise'
import type { Table } from '@/utils/records'

const phone = fc
  .tuple(
    fc.constantFrom('', '+86 ', '86-'),
    fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }),
  )
  .map(([code, number]) => `${code}${number}`)
const email = fc
  .tuple(fc.stringMatching(/^[a-z]{6,12}$/), fc.constantFrom('example.com', 'mail.example.org'))
  .map(([name, host]) => `${name}@${host}`)
const person = fc.stringMatching(/^[赵钱孙李周吴郑王][一二三四五六七八九]{3}$/)
const secret = fc.oneof(phone, email, person)
const names = [
  '客户名称',
  '客户姓名',
  '手机号码',
  '邮箱',
  '账号名',
  'customerName',
  'telephone',
  'Email',
]
const strange = ['X1', '字段甲', 'linkA', '其他', 'extra_info', 'note', '说明文字']

/** A table of a kind as the console has it, with people in its personal columns and under headers nobody knows. */
const table = fc.constantFrom(...kindNames).chain((name) => {
  const fields = Object.values(kindOf(name).fields)
  const usual = fields.flatMap(({ zh, type, personal }) =>
    personal || type === 'items' ? [] : [{ head: zh[0] ?? '', type }],
  )
  return fc.record({
    kind: fc.constant(name),
    usual: fc.constant(usual),
    personal: fc.uniqueArray(fc.constantFrom(...names, ...strange), { minLength: 1, maxLength: 6 }),
    secrets: fc.array(fc.array(secret, { minLength: 6, maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    }),
  })
})
const valueOf: Record<string, unknown> = {
  id: 'ID-1',
  amount: '1.00',
  decimal: '2',
  rate: '5%',
  count: 3,
  time: '2026-09-01 10:00:00',
  'day-end': '2026-09-30',
  month: '2026-09',
  flag: '否',
  choice: '已完成',
  list: '甲,乙',
  currency: 'CNY',
  text: '文字',
}
const isPerson = (head: string) => names.slice(0, 2).includes(head) || head === 'customerName'

it('writes no phone, no address of mail and no name of a customer in full, whatever the column is called', () => {
  let recognised = 0
  fc.assert(
    fc.property(table, ({ kind, usual, personal, secrets }) => {
      const whole: Table = {
        columns: [...usual.map(({ head }) => head), ...personal],
        rows: secrets.map((row) => [
          ...usual.map(({ type }) => valueOf[type]),
          ...personal.map((_, at) => row[at]),
        ]),
        context: { source: 'page', url: 'https://account.huaweicloud.com/obmgr/#/x' },
      }
      const found = recognise(whole)
      if (found) recognised++
      const kept = found?.rows.map((row) => storable(kindOf(found.kind).fields, row)) ?? []
      const text = JSON.stringify([kept, questionOf(whole, found, () => propose(whole)), kind])
      isKnownSomewhere(whole)
      for (const row of secrets)
        personal.forEach((head, at) => {
          const value = row[at] ?? ''
          // A name under a header that does not say so cannot be told from any other word.
          if (/[\d@]/.test(value) || isPerson(head)) expect(text).not.toContain(value.trim())
        })
    }),
    { numRuns: 400 },
  )
  expect(recognised).toBeGreaterThan(20)
})

it('shortens numbers and addresses in texts that are about something else, and no number of an order', () => {
  const { fields } = kindOf('couponOperation')
  const row = {
    remark: '请联系 13812345678 或 zhang@example.com',
    operator: 'ops@example.com',
    quotaId: '13812345678',
  }
  expect(storable(fields, row)).toEqual({
    remark: '请联系 138****5678 或 z***@example.com',
    operator: 'o***@example.com',
    quotaId: '13812345678',
  })
})
