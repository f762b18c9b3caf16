import { expect, test } from 'vitest'
import { recognise } from '@/utils/recognise'

const url = 'https://account.huaweicloud.com/obmgr/exportRecord'
const columns = ['taskId', 'fileName', 'applyTime', 'exportStatus']
const row = ['EXP1', 'bill.csv', '2026-11-20 10:00:00', '已完成']
const read = (name: string, value: unknown) =>
  recognise({
    columns: [...columns, name],
    rows: [[...row, value]],
    context: { source: 'capture', url, title: '导出记录' },
  })?.rows[0]

test('the end of a signed link is not the end of the file', () => {
  const inFiveMinutes = Date.UTC(2026, 10, 20, 2, 5)
  expect(read('expires', inFiveMinutes)).toMatchObject({ taskId: 'EXP1' })
  expect(read('expires', inFiveMinutes)).not.toHaveProperty('expiresAt')
  expect(read('文件失效时间', '2026-11-25 10:00:00')).toHaveProperty('expiresAt')
})
