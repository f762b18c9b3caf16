import { expect, it } from 'vitest'
import type { StoredRecord } from '@/utils/records'
import type { Wish } from '@/utils/sources/api/steps'
import type { Order } from '@/utils/sync/session'
import { accountOf } from '../console/accounts.ts'
import { keysOf } from '../console/api/keys.ts'
import { each } from '../console/data/book.ts'
import { couponOperations, coupons, quotas } from '../console/data/coupons.ts'
import { customers } from '../console/data/customers.ts'
import { ownCoupons } from '../console/data/packages.ts'
import { cycleResources, demandResources } from '../console/data/resources.ts'
import { createWorld } from '../console/world.ts'
import { buildExtension } from '../tools/build.mjs'
import { orderSync, syncHeadIn } from '../tools/sync-worker.ts'
import { rowsInBrowser } from './cache-rows.ts'
import { eventually, startWorld } from './world.ts'

const desk = { scale: 3160, customers: 200, resourcesEach: 100 }
const { access, secret } = keysOf('partner-a')
const keys = { site: 'cn', ak: access, sk: secret } as const
const wish: Wish = {
  site: 'cn',
  caller: 'partner',
  kinds: ['coupon', 'couponQuota', 'couponOperation', 'customer', 'resource'],
}

it('ends with exactly what there is: 5 % of requests fail, the gateway throttles, the page is closed 20 times', async () => {
  await using world = await startWorld({
    desk,
    granted: { hosts: ['https://bss.myhuaweicloud.com/*'] },
  })
  const { desk: standIn, lens } = world
  standIn.api.setFaults([
    { kind: 'throttle', share: 0.02 },
    { kind: 'error503', share: 0.02 },
    { kind: 'cut', share: 0.01 },
  ])
  const built = buildExtension()
  const start: Order = { do: 'start', account: 'cn:alice', keys, share: 1 }

  const own = await lens.open('options.html')
  await orderSync(own, built, { ...start, wish })
  const done = new Map<number, number>()
  for (let life = 0; life < 20; life++) {
    // Closed while requests are under way and records are being kept.
    const before = standIn.api.calls().length
    await eventually(
      async () => standIn.api.calls().length,
      (calls) => calls >= before + 8 + (life % 5),
      30_000,
    )
    done.set(life, (await syncHeadIn(own))?.progress.done ?? 0)
    await own.reload()
    await orderSync(own, built, { ...start, auto: true })
  }
  const head = await eventually(
    () => syncHeadIn(own),
    (one) => one?.state !== 'running' && one !== undefined,
    240_000,
  )
  expect(head).toMatchObject({ state: 'done', progress: { failed: 0, unavailable: 0 } })
  expect(done.get(19)).toBeGreaterThan(0)
  expect(standIn.api.misfits()).toEqual([])
  // Ten a second. Over three of them: on the way through two busy processes requests catch up with each other, and how
  // they are sent is proved where sending can be watched.
  for (const [operation, calls] of Map.groupBy(standIn.api.calls(), (call) => call.operation))
    for (const { at: from } of calls) {
      const close = calls.filter(({ at }) => at >= from && at < from + 3000)
      expect([operation, close.length <= 30]).toEqual([operation, true])
    }

  const book = createWorld(desk).bookOf(accountOf('partner-a'))
  const people = [...each(customers(book))]
  const rows = (kind: string): Promise<StoredRecord[]> => rowsInBrowser(own, kind)
  const ids = (found: StoredRecord[], ...fields: string[]): string[] =>
    found.map((row) => fields.map((field) => String(row[field])).join(' ')).toSorted()

  expect(ids(await rows('customer'), 'customerId')).toEqual(people.map(({ id }) => id).toSorted())
  const resources = await rows('resource')
  const truth = people.flatMap((one) => [
    ...each(cycleResources(book, one)),
    ...each(demandResources(book, one)),
  ])
  expect(truth).toHaveLength(20_000)
  expect(ids(resources, 'resourceId', 'customerId')).toEqual(
    truth.map(({ id, customer }) => `${id} ${customer.id}`).toSorted(),
  )
  const issued = [...each(coupons(book))].filter(({ customer }) => customer.association === 2)
  const coins = await rows('coupon')
  const cents = (row: StoredRecord): number => Math.round(Number(row['balance']) * 100)
  expect(coins.length).toBeGreaterThan(2900)
  expect(coins.map((row) => `${String(row['couponId'])} ${cents(row)}`).toSorted()).toEqual(
    [...issued, ...each(ownCoupons(book))]
      .map(({ id, leftCents }) => `${id} ${leftCents}`)
      .toSorted(),
  )
  expect(ids(await rows('couponQuota'), 'quotaId')).toEqual(
    [...each(quotas(book))].map(({ id }) => id).toSorted(),
  )
  expect(ids(await rows('couponOperation'), 'operationId')).toEqual(
    [...each(couponOperations(book))].map(({ id }) => id).toSorted(),
  )
  for (const row of [...resources, ...coins]) expect(row.$.goneAt).toBeUndefined()
  console.log(
    `sync: ${standIn.api.calls().length} requests, worst rate ${standIn.api.worstRate()} a second`,
  )
}, 480_000)
