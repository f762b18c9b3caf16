import { describe, expect, it } from 'vitest'
import { freshDatabase, observed } from '../cache/tools'
import writeExcel from 'write-excel-file/node'
import { openDexie } from '@/utils/cache/dexie'
import { ImportJob } from '@/utils/imports/job'
import type { ImportOrder, ImportWord } from '@/utils/imports/types'

const world = freshDatabase()
const account = 'cn:alice'
const header = '代金券ID,客户ID,客户名称,面值(元),余额(元),生效时间,失效时间,状态'
const line = (index: number) =>
  `CP${index},cust${index % 3},示例${index % 3}科技有限公司,100.00,${index % 90}.50,2026-01-01 00:00:00,2026-12-31 23:59:59,可使用`
const csv = (rows: number, more: string[] = []) =>
  [header, ...Array.from({ length: rows }, (_, index) => line(index)), ...more].join('\r\n')
const fileOf = (content: BlobPart, name = '代金券.csv') => new File([content], name)

/** A job as the worker runs it; `ask` gives what it says, without its progress. */
function jobOf(running = false) {
  const words: ImportWord[] = []
  const job = new ImportJob({
    open: openDexie,
    say: (word) => words.push(word),
    isRunning: async () => running,
    claim() {},
  })
  const ask = async (order: ImportOrder) => {
    const from = words.length
    await job.take(order)
    return words.slice(from).find(({ say }) => say !== 'progress')
  }
  return {
    ask,
    words,
    job,
    read: (file: File, trusting = false) =>
      ask({ ask: 'read', file, batch: 'b1', account, trusting }),
    take: () => ask({ ask: 'import', account, observedAt: 5000, now: 9000 }),
  }
}

describe('an import', () => {
  it('shows what it would do, masked, before anything is written; then does it and takes it back', async () => {
    const cache = await world.open()
    const { read, take, ask } = jobOf()
    const seen = await read(
      fileOf(csv(2500, ['合计,,,250000.00', ',cust1,缺编号,1', line(9) + ',多'])),
    )
    expect(seen).toMatchObject({
      say: 'preview',
      preview: {
        rows: 2500,
        rejected: 3,
        firstRejected: [
          { at: 2502, reason: 'sum of other rows' },
          { at: 2503, reason: 'missing couponId' },
          { at: 2504, reason: 'more cells than columns' },
        ],
        tables: [{ kind: 'coupon', rows: 2500, unmapped: [] }],
      },
    })
    expect(JSON.stringify(seen)).not.toContain('示例1科技')
    expect(await cache.read('coupon')).toEqual([])
    expect(await take()).toMatchObject({ say: 'done', line: { kinds: [{ kept: 2500 }] } })
    const rows = await cache.read('coupon')
    expect(rows).toHaveLength(2500)
    expect(JSON.stringify(rows)).not.toContain('示例1科技')
    expect(await ask({ ask: 'undo', id: 'b1', now: 9500 })).toEqual({ say: 'undone', done: true })
    expect(await cache.read('coupon')).toEqual([])
  })

  it('lists every row that is left out as a file in which nothing runs', async () => {
    await world.open()
    const { read, ask } = jobOf()
    await read(fileOf(csv(3, [',cust1,缺编号,1'])))
    const columns: [string, string, string] = ['=Sheet', 'Row', 'Reason']
    const reasons = { 'missing couponId': '=cmd()' }
    const word = await ask({ ask: 'rejected', header: { columns, reasons } })
    expect(word).toEqual({ say: 'rejected', csv: "\ufeff'=Sheet,Row,Reason\r\n,5,'=cmd()\r\n" })
  })

  it('takes every sheet of a workbook it knows, and says which it does not', async () => {
    const cache = await world.open()
    const cells = (text: string) => text.split(',').map((value) => ({ value }))
    const made = writeExcel([
      { data: [header, line(1), line(2)].map(cells), sheet: '代金券' },
      { data: [cells('Flavour,Price'), cells('Vanilla,3')], sheet: '价格' },
    ] as never) as unknown as { toBuffer(): Promise<Buffer> }
    const { read, take } = jobOf()
    const bytes = new Uint8Array(await made.toBuffer())
    expect(await read(fileOf(bytes, 'a.xlsx'))).toMatchObject({
      preview: {
        rows: 2,
        tables: [{ sheet: '代金券' }],
        unknown: [{ sheet: '价格', columns: ['Flavour', 'Price'] }],
      },
    })
    await take()
    expect(await cache.read('coupon')).toHaveLength(2)
  })

  it.each([
    ['unknown-table', 'Flavour,Price\nVanilla,3\nLemon,4'],
    ['no-header', '1\n2\n3'],
    ['no-rows', `${header}\n,c1,甲公司,1.00,1.00,2026-01-01 00:00:00,2026-12-31 23:59:59,可使用`],
    [
      'export-list',
      '任务ID,导出内容,申请导出时间,导出状态\nE1,消费明细,2026-09-01 10:00:00,已完成',
    ],
    ['login-page', '<!doctype html><form><input type=password>'],
  ])('refuses %s and leaves everything as it was', async (refusal, content) => {
    const cache = await world.open()
    await cache.ingest(observed('coupon', [{ couponId: 'C1', balance: '1.00' }]))
    const before = await cache.read('coupon')
    const { read, take } = jobOf()
    expect(await read(fileOf(content))).toMatchObject({ say: 'refused', refusal })
    if (refusal === 'login-page') expect(await take()).toMatchObject({ say: 'failed' })
    expect(await cache.read('coupon')).toEqual(before)
  })

  it('says which columns are missing, and what the others were taken for', async () => {
    await world.open()
    const { read } = jobOf()
    const word = await read(fileOf(csv(5).replaceAll(/^[^,]*,/gm, '')))
    expect(word).toMatchObject({
      refusal: 'unknown-table',
      unknown: [{ near: { kind: 'coupon', lacks: expect.any(String) as string } }],
    })
  })

  it('that is cancelled while it reads leaves nothing, and can be begun again', async () => {
    const cache = await world.open()
    const { job, words, read, take } = jobOf()
    const reading = job.take({
      ask: 'read',
      file: fileOf(csv(60_000)),
      batch: 'b1',
      account,
      trusting: false,
    })
    await job.take({ ask: 'cancel' })
    await reading
    expect(words.at(-1)).toEqual({ say: 'cancelled' })
    expect(await take()).toMatchObject({ say: 'failed' })
    expect(await read(fileOf(csv(3)))).toMatchObject({ say: 'preview' })
    await take()
    expect(await cache.read('coupon')).toHaveLength(3)
  })

  it('reads the columns as the user taught them', async () => {
    const cache = await world.open()
    const columns = ['编码', '余下的钱', '备注一', '备注二']
    const learned = {
      columns: [...columns].sort().join('|'),
      kind: 'coupon' as const,
      fields: { 编码: 'couponId', 余下的钱: 'balance', 备注一: '', 备注二: '' },
    }
    await cache.saveSettings({ learned: [learned] })
    const { read } = jobOf()
    expect(await read(fileOf(`${columns.join(',')}\nX1,3.00,a,b`))).toMatchObject({
      preview: { rows: 1, tables: [{ kind: 'coupon', unmapped: ['备注一', '备注二'] }] },
    })
  })

  it('keeps hostile headers as texts', async () => {
    await world.open()
    const { read } = jobOf()
    const hostile = csv(3)
      .replace('状态', '状态,__proto__,constructor,prototype')
      .replaceAll('可使用', '可使用,x,y,z')
    expect(await read(fileOf(hostile))).toMatchObject({
      preview: { rows: 3, tables: [{ unmapped: ['__proto__', 'constructor', 'prototype'] }] },
    })
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
