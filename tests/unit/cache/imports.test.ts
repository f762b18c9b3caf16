import { coupons, freshDatabase, observed } from './tools'
import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { encode, type KeptRecord } from '@/utils/cache/columns'
import type { Database } from '@/utils/cache/database'
import { openDexie } from '@/utils/cache/dexie'
import { Pile } from '@/utils/cache/imports/pile'
import { Staging, sweep } from '@/utils/cache/imports/staging'
import { takeOver, type Order, type Watch } from '@/utils/cache/imports/take-over'
import { undo } from '@/utils/cache/imports/undo'
import { secretOf } from '@/utils/cache/own'
import type { KindName } from '@/utils/kinds'
import type { KindRecord, StoredRecord } from '@/utils/records'

const world = freshDatabase()
const idle: Watch = { progress() {}, check() {} }
const order = (id: string, more: Partial<Order> = {}): Order => ({
  id,
  account: 'cn:alice',
  fileName: 'coupons.csv',
  observedAt: 5000,
  rejected: 0,
  now: 9000,
  ...more,
})

async function stagedOf(
  database: Database,
  kind: KindName,
  records: KindRecord[],
  batch = 'b1',
): Promise<Staging> {
  const staging = new Staging(database, batch)
  const pile = new Pile(kind, await secretOf(database), 'cn:alice', (piece) => staging.add(piece))
  await pile.add(records)
  pile.end()
  await staging.settle()
  return staging
}
async function imported(kind: KindName, records: KindRecord[], more: Partial<Order> = {}) {
  const database = await openDexie()
  const id = more.id ?? 'b1'
  const staging = await stagedOf(database, kind, records, id)
  const line = await takeOver(database, staging, order(id, more), idle)
  database.close()
  return line
}
async function undone(id = 'b1') {
  const database = await openDexie()
  const done = await undo(database, id, 9000, idle)
  database.close()
  return done
}
const plain = (rows: readonly StoredRecord[]) =>
  rows.toSorted((a, b) => (a.$.key < b.$.key ? -1 : 1))

describe('an import', () => {
  it('keeps the rows that ingest would keep, masked, in few segments', async () => {
    const cache = await world.open()
    const rows = coupons(2500, { customerName: '示例一科技有限公司', customerId: 'c1', note: 'x' })
    const line = await imported('coupon', rows)
    expect(line.kinds).toMatchObject([{ kind: 'coupon', kept: 2500, changed: 2500 }])
    const file = await cache.read('coupon', 'cn:alice')
    await cache.ingest(
      observed('coupon', rows, { account: 'cn:bob', source: 'file', observedAt: 5000 }),
    )
    const same = await cache.read('coupon', 'cn:bob')
    const blank = (each: StoredRecord) =>
      ({ ...each, $: { ...each.$, account: '' } }) as StoredRecord
    expect(plain(file.map(blank))).toEqual(plain(same.map(blank)))
    expect(JSON.stringify(file)).not.toContain('示例一科技')
    expect((await cache.usage()).find(({ account }) => account === 'cn:alice')?.rows).toBe(2500)
  })

  it('merges rows that are there by age, and puts them back when it is undone', async () => {
    const cache = await world.open()
    await cache.ingest(observed('coupon', coupons(1200, { status: 'usable' })))
    await cache.ingest(
      observed('coupon', coupons(10, { balance: '7.00' }), { observedAt: 8000, source: 'api' }),
    )
    const before = await cache.read('coupon')
    const line = await imported('coupon', coupons(3000, { status: 'used' }))
    expect(line.kinds[0]).toMatchObject({ kept: 3000 })
    const after = new Map((await cache.read('coupon')).map((row) => [row.couponId, row]))
    expect(after.size).toBe(3000)
    expect(after.get('C5')).toMatchObject({ balance: '7.00', status: 'usable' })
    expect(after.get('C50')).toMatchObject({ balance: '10.00', status: 'used' })
    expect(await undone()).toBe(true)
    expect(plain(await cache.read('coupon'))).toEqual(plain(before))
    expect(await undone()).toBe(false)
  })

  it('is undone around what was seen since', async () => {
    const cache = await world.open()
    await cache.ingest(observed('coupon', coupons(100, { status: 'usable' })))
    await imported('coupon', coupons(300, { status: 'used' }))
    await cache.ingest(
      observed('coupon', [{ couponId: 'C250', balance: '1.00' }], { observedAt: 20_000 }),
    )
    await cache.ingest(
      observed('coupon', [{ couponId: 'C50', balance: '2.00' }], { observedAt: 20_000 }),
    )
    expect(await undone()).toBe(true)
    const rows = new Map((await cache.read('coupon')).map((row) => [row.couponId, row]))
    expect(rows.size).toBe(101)
    expect(rows.get('C250')).toMatchObject({ balance: '1.00' })
    expect(rows.get('C50')).toMatchObject({ balance: '2.00' })
    expect(rows.get('C51')).toMatchObject({ balance: '10.00', status: 'usable' })
  })

  it('gives a row back the name it had before the file showed its number', async () => {
    const cache = await world.open()
    const masked = { accountName: 'de***01', name: '示例**' }
    await cache.ingest(observed('customer', [masked]))
    const before = await cache.read('customer')
    await imported('customer', [{ ...masked, customerId: 'c9' }])
    expect((await cache.read('customer')).map((row) => row.$.key)).toEqual(['c9'])
    await cache.ingest(observed('customer', [{ customerId: 'c77', accountName: 'x***y' }]))
    await undone()
    const rows = await cache.read('customer')
    expect(rows.filter(({ $ }) => $.key !== 'c77')).toEqual(before)
    expect(rows).toHaveLength(2)
  })

  it('does not replace what we hold by a form the console itself masked', async () => {
    const cache = await world.open()
    await cache.ingest(observed('coupon', coupons(1, { customerName: '示例一二三科技有限公司' })))
    const [before] = await cache.read('coupon')
    await imported('coupon', coupons(1, { customerName: '示*****', balance: '3.00' }))
    const [after] = await cache.read('coupon')
    expect(after).toMatchObject({ customerName: before?.customerName, balance: '3.00' })
  })

  it('is told from another one of the same moment', async () => {
    const cache = await world.open()
    await imported('coupon', coupons(10), { id: 'b1', account: 'cn:alice' })
    await imported('coupon', coupons(10), { id: 'b2', account: 'cn:bob' })
    const lines = await (await openDexie()).imports.toArray()
    expect(new Set(lines.map(({ observedAt }) => observedAt)).size).toBe(2)
    expect(await cache.read('coupon')).toHaveLength(20)
  })

  it('of the same kind again ends the undoing of the one before', async () => {
    await world.open()
    await imported('coupon', coupons(10), { id: 'b1' })
    await imported('coupon', coupons(20), { id: 'b2' })
    expect(await undone('b1')).toBe(false)
    expect(await undone('b2')).toBe(true)
  })

  it('marks its export as fetched and read, and takes only that back', async () => {
    const cache = await world.open()
    const task = { taskId: 'T1', requestedAt: 1000, status: 'completed', name: '券' }
    await cache.ingest(observed('exportTask', [task]))
    await cache.markExport('cn:alice', 'T1', { openedAt: 2000 })
    await imported('coupon', coupons(2), { task: 'T1' })
    const [read] = await cache.read('exportTask')
    expect(read).toMatchObject({ openedAt: 2000, downloadedAt: 9000, importedAt: 9000 })
    await undone()
    const [back] = await cache.read('exportTask')
    expect(back?.openedAt).toBe(2000)
    expect(back?.importedAt).toBeUndefined()
    expect(back?.downloadedAt).toBeUndefined()
  })

  it('that is ended half way leaves nothing', async () => {
    const cache = await world.open()
    await cache.ingest(observed('coupon', coupons(1500)))
    const before = plain(await cache.read('coupon'))
    const database = await openDexie()
    const staging = await stagedOf(database, 'coupon', coupons(9000, { status: 'used' }))
    let left = 5
    const watch: Watch = {
      progress() {},
      check() {
        if (left-- === 0) throw new Error('stop')
      },
    }
    await expect(takeOver(database, staging, order('b1'), watch)).rejects.toThrow('stop')
    expect(plain(await cache.read('coupon'))).toEqual(before)
    expect(await database.imports.toArray()).toEqual([])
    expect(await database.before.toArray()).toEqual([])
    database.close()
  })

  it('sweeps up behind one that nobody works on any more', async () => {
    await world.open()
    const database = await openDexie()
    const staging = new Staging(database, 'dead')
    const pile = new Pile('coupon', 's', 'cn:alice', (piece) => staging.add(piece))
    for (let at = 0; at < 300; at++)
      await pile.add(coupons(1000).map((row) => ({ ...row, couponId: `${at}-${row.couponId}` })))
    pile.end()
    await staging.settle()
    expect(await database.staged.toArray()).not.toEqual([])
    await sweep(database, async () => true)
    expect(await database.staged.toArray()).not.toEqual([])
    await sweep(database, async () => false)
    expect(await database.staged.toArray()).toEqual([])
    database.close()
  })

  it('finds a database of the version before with all its rows', async () => {
    const older = new Dexie('partner-lens')
    older.version(1).stores({
      segments: '[account+kind+scope+part], account, kind, [account+kind]',
      marks: '[account+key], account',
      reminders: 'id, account',
      accounts: 'key',
      settings: 'id',
      health: 'id',
      glance: 'account',
      meta: 'id',
    })
    const $ = { account: 'cn:alice', key: 'C1', source: 'page', observedAt: 1 }
    const columns = encode([{ couponId: 'C1', $ } as unknown as KeptRecord])
    const segment = { account: 'cn:alice', kind: 'coupon', scope: '', part: 0, rows: 1, newest: 1 }
    await older.table('segments').add({ ...segment, columns })
    older.close()
    const cache = await world.open()
    expect(await cache.read('coupon')).toMatchObject([{ couponId: 'C1' }])
    await imported('coupon', coupons(3))
    expect(await cache.read('coupon')).toHaveLength(3)
  })

  it('cannot be undone once its account became another', async () => {
    const cache = await world.open()
    await imported('coupon', coupons(5), { account: 'cn:?' })
    await cache.adoptUnknown('cn:?', 'cn:alice')
    expect(await undone()).toBe(false)
    expect(await cache.read('coupon', 'cn:alice')).toHaveLength(5)
  })
})
