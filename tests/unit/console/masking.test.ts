import { describe, expect, it } from 'vitest'
import { mask } from '../../console/masking.ts'
import { sheets } from '../../console/pages/index.ts'
import { maskedKeys, maskedRow, pageOfRows, rowsFor } from '../../console/rows.ts'
import { createWorld } from '../../console/world.ts'

const world = createWorld({ now: Date.parse('2026-11-03T10:22:31+08:00') })
const viewer = { account: world.account, locale: 'zh-cn', currency: 'CNY' } as const
const query = { page: 1, size: 20, where: {} }
const masked = sheets.filter((sheet) => maskedKeys(sheet).length > 0)

describe('the masks of the console', () => {
  it.each([
    ['北京云舟科技有限公司', 'company', '北京**有限公司'],
    ['13800000001', 'phone', '138****0001'],
    ['z.wang@corp.example.com', 'email', 'z***@example.com'],
    ['dev_team0001', 'account', 'de***01'],
    ['王磊', 'person', '王**'],
    ['anything', 'all', '***'],
    ['', 'all', ''],
  ] as const)('writes %s as %s like %s', (value, as, written) => {
    expect(mask(value, as)).toBe(written)
  })

  it.each(masked)('lets no full value of $id leave the server unasked', (sheet) => {
    for (const row of pageOfRows(rowsFor(world, viewer, sheet, query), query)) {
      const answer = JSON.stringify(maskedRow(sheet, row))
      for (const { key } of maskedKeys(sheet)) expect(answer).not.toContain(`"${String(row[key])}"`)
    }
  })

  it.each(masked)('opens only the column of $id whose eye was pressed', (sheet) => {
    const [first] = maskedKeys(sheet)
    if (first === undefined) return
    const [row] = pageOfRows(rowsFor(world, viewer, sheet, query), query)
    if (row === undefined) throw new Error('no row')
    const shown = maskedRow(sheet, row, first.eye)
    for (const { key, eye, forEver } of maskedKeys(sheet)) {
      expect(shown[key] === row[key]).toBe(eye === first.eye && !forEver)
    }
  })
})
