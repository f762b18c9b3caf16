import { describe, expect, it } from 'vitest'
import { gapsOf, ledgerOf } from '@/utils/exports/ledger'
import type { KindRecord, StoredRecord } from '@/utils/records'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 22, 2)
let made = 0
const task = (more: KindRecord, $: object = {}): StoredRecord =>
  ({
    page: 'consumption-details',
    status: 'completed',
    requestedAt: now - 10 * hour,
    ...more,
    $: { account: 'cn:a', key: `T${(made += 1)}`, source: 'page', observedAt: now, ...$ },
  }) as unknown as StoredRecord
const ledger = (...tasks: StoredRecord[]) =>
  ledgerOf(tasks, { retentionHours: {} }, ({ page }) => `Page ${String(page)}`, now)

describe('the ledger', () => {
  it.each([
    [task({}), 'ready'],
    [task({ status: 'running' }), 'running'],
    [task({ status: 'failed' }), 'failed'],
    [task({ status: 'expired' }), 'lapsed'],
    [task({ requestedAt: now - 72 * hour }), 'lapsed'],
    [task({ expiresAt: now - 1 }), 'lapsed'],
    [task({}, { goneAt: now }), 'lapsed'],
    [task({ downloadedAt: now, requestedAt: now - 99 * hour }), 'downloaded'],
    [task({ importedAt: now, downloadedAt: now }), 'imported'],
    [task({ status: 'running', requestedAt: now - 99 * hour }), 'lapsed'],
  ])('tells what became of an export: %#', (each, state) => {
    expect(ledger(each)[0]?.state).toBe(state)
  })
  it('is newest first, tells sure from assumed and is searched by page, names and number', () => {
    const [newer, older] = ledger(
      task({ requestedAt: now - 5 * hour, name: 'Old', expiresAt: now + hour }),
      task({ requestedAt: now - hour, fileName: 'New.XLSX' }),
    )
    expect([newer?.assumed, older?.assumed]).toEqual([true, false])
    expect(newer?.lapsesAt).toBe(now + 71 * hour)
    expect(newer?.text).toContain('new.xlsx')
    expect(older?.text).toContain('page consumption-details')
  })
})

describe('gaps', () => {
  const lapsed = { requestedAt: Date.UTC(2026, 9, 5) }
  it('name page and month of what lapsed unseen', () => {
    expect(gapsOf(ledger(task(lapsed), task({ requestedAt: Date.UTC(2026, 9, 9) })))).toEqual([
      { page: 'consumption-details', month: '2026-10', count: 2, lapsedAt: Date.UTC(2026, 9, 12) },
    ])
  })
  it('are none where only the word of the console was seen, never a file', () => {
    expect(gapsOf(ledger(task({ ...lapsed, status: 'running' })))).toEqual([])
    expect(gapsOf(ledger(task({ ...lapsed, status: 'running', taskId: 'T' })))).toHaveLength(1)
  })
  it('take the month the export is named by', () => {
    expect(gapsOf(ledger(task({ ...lapsed, name: '消费明细_202603' })))[0]?.month).toBe('2026-03')
  })
  it('are none where another export of the same page and month is there', () => {
    expect(gapsOf(ledger(task(lapsed), task({ ...lapsed, downloadedAt: 1 })))).toEqual([])
    expect(gapsOf(ledger(task(lapsed), task({ ...lapsed, status: 'failed' })))).toHaveLength(1)
    expect(
      gapsOf(ledger(task(lapsed), task({ ...lapsed, page: 'orders', downloadedAt: 1 }))),
    ).toHaveLength(1)
  })
})
