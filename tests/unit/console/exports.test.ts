import { describe, expect, it } from 'vitest'
import { createClock } from '../../console/clock.ts'
import { createExports } from '../../console/exports.ts'
import { csvFile } from '../../console/files.ts'
import { rowsFor } from '../../console/rows.ts'
import { sheetOf } from '../../console/pages/index.ts'
import { readingOf } from '../../console/reading.ts'
import { createWorld } from '../../console/world.ts'
import { controlOf } from '../../console/control.ts'

const now = Date.parse('2026-11-03T10:22:31+08:00')
const DAY_MS = 86_400_000
const query = { page: 1, size: 10, where: {} }
const asked = {
  type: 'CUSTOMER_LIST',
  as: 'csv',
  account: 'a',
  applicant: 'b',
  rows: 9,
  query,
  locale: 'zh-cn',
  currency: 'CNY',
} as const

function started() {
  const clock = createClock(now, () => 0)
  const exports = createExports(clock, 3000)
  return { clock, exports, task: exports.create(asked) }
}

describe('an export task', () => {
  it('runs, is done, lapses after three days and leaves the list a day later', () => {
    const { clock, exports, task } = started()
    expect(exports.stateOf(task)).toBe(1)
    clock.advance(3000)
    expect(exports.stateOf(task)).toBe(2)
    clock.set(now + 3 * DAY_MS)
    expect(exports.stateOf(task)).toBe(4)
    expect(exports.of('CUSTOMER_LIST', 'a')).toHaveLength(1)
    clock.set(now + 4 * DAY_MS)
    expect(exports.of('CUSTOMER_LIST', 'a')).toEqual([])
  })

  it('is seen by its own account only', () => {
    const { exports } = started()
    expect(exports.of('CUSTOMER_LIST', 'somebody else')).toEqual([])
  })

  it('can be made back-dated, running and failed', () => {
    const control = controlOf(createWorld({ now }))
    const made = (ageMs: number, outcome: 'completed' | 'running' | 'failed') =>
      control.makeExport({ type: 'ISSUED_COUPON', ageMs, outcome })
    expect(made(2.9 * DAY_MS, 'completed').state).toBe(2)
    expect(made(3.1 * DAY_MS, 'completed').state).toBe(4)
    expect(made(0, 'failed').state).toBe(3)
    const running = made(0, 'running')
    control.advanceClock(3_600_000)
    expect(control.tasks().find(({ id }) => id === running.id)?.state).toBe(1)
    expect(control.endExport(running.id, 'completed').state).toBe(2)
  })

  it('anonymises in its file what the screen can reveal', async () => {
    const world = createWorld({ now })
    const viewer = { account: world.account, locale: 'zh-cn', currency: 'CNY' } as const
    const sheet = sheetOf('customers')
    const rows = rowsFor(world, viewer, sheet, query)
    const lines = await csvFile(sheet, rows, readingOf(world, viewer)).toArray()
    const text = lines.join('')
    for (let index = 0; index < rows.size; index++) {
      const row = rows.at(index)
      for (const key of ['customerName', 'loginName', 'mobile', 'email']) {
        expect(text).not.toContain(row[key])
      }
      expect(text).toContain(row['customerId'])
    }
  })
})
