import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import fc from 'fast-check'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { makeBackup, restoreBackup, headOf } from '@/utils/backup'
import { openCache } from '@/utils/cache'
import { openDexie } from '@/utils/cache/dexie'
import { first } from '@/utils/cache/live'
import type { Cache } from '@/utils/cache/types'
import { freshDatabase, observed } from '../cache/tools'

const { open } = freshDatabase()
const names = [
  'segments',
  'marks',
  'reminders',
  'accounts',
  'settings',
  'health',
  'glance',
] as const
/** Everything a backup is to bring back, as it is stored. */
async function stored(): Promise<Record<string, unknown[]>> {
  const database = await openDexie()
  const tables: Record<string, unknown[]> = {}
  for (const name of names) tables[name] = await database[name].toArray()
  const counted = await database.meta.toArray()
  // New with each commit, of no meaning.
  tables.counts = counted
    .filter(({ id }) => id.startsWith('rows|'))
    .map(({ id, value }) => [id, String(value).split('/').slice(0, 2)])
  database.close()
  return tables
}
function anotherComputer(): void {
  globalThis.indexedDB = new IDBFactory()
  Dexie.dependencies.indexedDB = globalThis.indexedDB
}
const now = Date.now()

async function fill(cache: Cache, account = 'cn:alice', balance = '10.00'): Promise<void> {
  await cache.noteAccount({
    key: account,
    site: 'cn',
    name: account,
    lastSeenAt: 900,
    label: '我的',
  })
  const coupons = Array.from({ length: 60 }, (_, n) => ({
    couponId: `C${n}`,
    customerId: `k${n % 40}`,
    customerName: `客户${n}`,
    balance,
    currency: 'CNY',
    status: 'usable',
    expiresAt: now + 1e9 + n,
    frozen: n % 2 === 0,
  }))
  await cache.ingest(observed('coupon', coupons, { account }))
  await cache.ingest(
    observed('coupon', coupons.slice(0, 40), { account, complete: {}, observedAt: 2000 }),
  )
  await cache.ingest(
    observed(
      'exportTask',
      [{ taskId: 'E1', page: 'customers', status: 'completed', requestedAt: 10 }],
      { account },
    ),
  )
  await cache.markExport(account, 'E1', { openedAt: 77 })
  await cache.changeReminders(() => ({
    put: [{ id: `E1|${account}`, account, taskKey: 'E1', hours: 6, dueAt: 50, state: 'planned' }],
    remove: [],
    result: undefined,
  }))
}
const noted = (cache: Cache) =>
  cache.noteHealth({
    id: 'h',
    place: 'https://x/',
    title: 't',
    source: 'page',
    lastSeenAt: 3,
    seen: 1,
    understood: 1,
    rejected: 0,
    reasons: {},
    unmapped: [],
  })

describe('REL-11 a backup', () => {
  it.each([undefined, '正确 horse'])(
    'brings everything back exactly, passphrase %s',
    async (passphrase) => {
      const cache = await open()
      await fill(cache)
      await fill(cache, 'intl:bob', '3.00')
      await noted(cache)
      await cache.saveSettings({ theme: 'dark', revealSeconds: 12 })
      const before = await stored()
      const more = passphrase === undefined ? {} : { passphrase }
      const file = await makeBackup({ ...more, now })
      cache.close()
      anotherComputer()
      const other = await open()
      await other.ingest(
        observed('coupon', [{ couponId: 'X', balance: '1' }], { account: 'cn:eve' }),
      )
      await restoreBackup(file, { how: 'replace', ...more, now })
      expect(await stored()).toEqual(before)
      expect(await other.read('coupon', 'cn:alice')).toHaveLength(60)
      expect((await other.settings()).theme).toBe('dark')
      expect(await first(other.lost())).toEqual([])
    },
  )

  it('brings any rows back', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\n', '\u0000array', '"'),
    )
    const record = fc.record(
      { name: text, spec: text, startedAt: fc.integer(), isMain: fc.boolean() },
      { requiredKeys: ['name'] },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(record, { maxLength: 12 }), async (records) => {
        anotherComputer()
        const cache = await openCache()
        const rows = records.map((each, n) => ({
          ...each,
          resourceId: `R${n}`,
          customerId: `c${n % 3}`,
        }))
        await cache.ingest(observed('resource', rows))
        const before = await cache.read('resource')
        const file = await makeBackup({ now })
        cache.close()
        anotherComputer()
        await restoreBackup(file, { how: 'replace', now })
        const other = await openCache()
        expect(await other.read('resource')).toEqual(before)
        other.close()
      }),
      { numRuns: 40 },
    )
  })

  it('of one account leaves the others and the settings alone', async () => {
    const cache = await open()
    await fill(cache)
    await fill(cache, 'intl:bob', '3.00')
    const file = await makeBackup({ account: 'cn:alice', now })
    expect((await headOf(file)).head.accounts).toEqual(['cn:alice'])
    await cache.saveSettings({ theme: 'light' })
    await cache.ingest(
      observed('coupon', [{ couponId: 'C1', balance: '0.01' }], { observedAt: 4000 }),
    )
    const bob = await cache.read('coupon', 'intl:bob')
    await restoreBackup(file, { how: 'replace', now })
    expect(await cache.read('coupon', 'intl:bob')).toEqual(bob)
    expect((await cache.settings()).theme).toBe('light')
    const alice = await cache.read('coupon', 'cn:alice')
    expect(alice.find((row) => row.couponId === 'C1')?.balance).toBe('10.00')
  })

  it('merged keeps what is here and newer, and adds what is missing', async () => {
    const cache = await open()
    await fill(cache)
    const file = await makeBackup({ now })
    await cache.ingest(
      observed('coupon', [{ couponId: 'C1', balance: '0.01', currency: 'CNY' }], {
        observedAt: 4000,
      }),
    )
    await cache.ingest(
      observed('coupon', [{ couponId: 'N', balance: '2.00', currency: 'CNY' }], {
        observedAt: 4000,
      }),
    )
    await cache.markExport('cn:alice', 'E1', { openedAt: 99 })
    await restoreBackup(file, { how: 'merge', now })
    const rows = new Map((await cache.read('coupon', 'cn:alice')).map((row) => [row.couponId, row]))
    expect(rows.size).toBe(61)
    expect(rows.get('C1')?.balance).toBe('0.01')
    expect((await cache.read('exportTask', 'cn:alice'))[0]?.openedAt).toBe(99)
    cache.close()
    anotherComputer()
    const other = await open()
    await restoreBackup(file, { how: 'merge', now })
    expect(await other.read('coupon', 'cn:alice')).toHaveLength(60)
    expect((await first(other.accounts()))[0]?.label).toBe('我的')
  })

  it('is all there or not at all when the restore fails', async () => {
    const cache = await open()
    await fill(cache)
    const file = await makeBackup({ now })
    await cache.ingest(
      observed('coupon', [{ couponId: 'N', balance: '2.00' }], { observedAt: 4000 }),
    )
    const before = await stored()
    for (const how of ['merge', 'replace'] as const) {
      const failing = async () => {
        const database = await openDexie('strict')
        const real = database.atomically.bind(database)
        database.atomically = (mode, tables, work) =>
          real(mode, tables, async (inside) => {
            await work(inside)
            throw new Error('no power')
          })
        return database
      }
      await expect(restoreBackup(file, { how, now }, failing)).rejects.toThrow('no power')
      expect(await stored()).toEqual(before)
    }
  })
})

describe('REL-11 a file that is refused changes nothing and says why', () => {
  const refused = async (file: Blob, passphrase?: string) => {
    const before = await stored()
    const options = {
      how: 'replace',
      now,
      ...(passphrase === undefined ? {} : { passphrase }),
    } as const
    const error = await restoreBackup(file, options).then(
      () => undefined,
      (reason: { reason?: string }) => reason.reason,
    )
    expect(await stored()).toEqual(before)
    return error
  }
  const changed = async (file: Blob, change: (head: Record<string, unknown>) => void) => {
    const { head } = await headOf(file)
    const text = await file.text()
    const length = new TextEncoder().encode(text.slice(0, text.indexOf('\n'))).length
    const next = { ...head } as unknown as Record<string, unknown>
    change(next)
    return new Blob([JSON.stringify(next), file.slice(length)])
  }

  it('when it is no backup, cut off, edited or of a newer version', async () => {
    const cache = await open()
    await fill(cache)
    const file = await makeBackup({ now })
    expect(await refused(new Blob(['a,b\n1,2\n']))).toBe('not-a-backup')
    expect(await refused(new Blob([]))).toBe('not-a-backup')
    expect(await refused(new Blob(['null\n']))).toBe('not-a-backup')
    expect(await refused(await changed(file, (head) => (head.version = 2)))).toBe('newer')
    expect(await refused(await changed(file, (head) => (head.schema = 99)))).toBe('newer')
    for (const part of [0.3, 0.6, 0.99])
      expect(await refused(file.slice(0, Math.floor(file.size * part)))).toBe('damaged')
    const bytes = new Uint8Array(await file.arrayBuffer())
    bytes[bytes.length - 40]! ^= 1
    expect(await refused(new Blob([bytes]))).toBe('damaged')
  })
  it('when its rows do not hold together, although its sum is right', async () => {
    const { backupFile } = await import('@/utils/backup/file')
    const segment = { account: 'a', kind: 'coupon', scope: '', part: 0, rows: 2, newest: 1 }
    const columns = { account: 'a', length: 2, keys: ['x'], source: {}, observedAt: [], fields: [] }
    const bad = [
      { table: 'segments', row: { ...segment, columns } },
      { table: 'nothing', row: {} },
      { table: 'marks', row: { account: 'a' } },
    ]
    for (const row of bad)
      expect(await refused(await backupFile([row as never], now))).toBe('damaged')
  })
  it('when the passphrase is missing or wrong, or the rounds were lowered', async () => {
    const cache = await open()
    await fill(cache)
    const file = await makeBackup({ passphrase: 'right', now })
    expect(await refused(file)).toBe('needs-passphrase')
    expect(await refused(file, 'wrong')).toBe('wrong-passphrase')
    const lower = await changed(
      file,
      (head) => (head.sealed = { ...Object(head.sealed), rounds: 1000 }),
    )
    expect(await refused(lower, 'right')).toBe('damaged')
    expect(await refused(await changed(file, (head) => (head.madeAt = 1)), 'right')).toBe(
      'wrong-passphrase',
    )
    expect(await file.text()).not.toContain('alice')
  })
})
