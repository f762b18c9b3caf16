import type { KindName } from '@/utils/kinds'
import { accountOf } from '../console/accounts.ts'
import type { Console } from '../console/server.ts'
import type { Lens } from './chromium.ts'
import { keptRows } from './probe.ts'

/** Which kind the rows of a sheet of the console are; a sheet that is not named here must leave nothing. */
export const kindOfSheet: Readonly<Record<string, KindName>> = {
  quota: 'couponQuota',
  issued: 'coupon',
  couponLog: 'couponOperation',
  customers: 'customer',
  cycleResources: 'resource',
  demandResources: 'resource',
  incentiveDetails: 'incentive',
  incentiveBills: 'incentiveBill',
  salesTasks: 'salesTask',
  renewals: 'renewalTask',
  summary: 'consumption',
  boardOverview: 'consumption',
  boardTrend: 'consumption',
  boardShare: 'consumption',
  details: 'charge',
  couponsUsable: 'coupon',
  couponsUsed: 'coupon',
  couponsLapsed: 'coupon',
  cashCoupons: 'coupon',
  resourcePackages: 'resourcePackage',
}

export interface Line {
  account: string
  kind: KindName
  served: number
  kept: number
  page: string
  age: string
}

/** Rows served against rows kept, a line a kind; waits for as long as the database still grows. */
export async function compare(lens: Lens, desk: Console, account: string): Promise<Line[]> {
  const own = await lens.open('options.html')
  const { domainId } = accountOf(account)
  const lines: Line[] = []
  for (const [kind, { ids, page }] of expected(desk, account)) {
    let rows = await keptRows(own, kind, `cn:${domainId}`)
    for (let still = 0; rows.length !== ids.size && still < 10; still++) {
      const before = rows.length
      await own.waitForTimeout(500)
      rows = await keptRows(own, kind, `cn:${domainId}`)
      if (rows.length !== before) still = 0
    }
    const newest = Math.max(...rows.map((row) => row.$.observedAt))
    const age = rows.length === 0 ? '—' : `${Math.round((Date.now() - newest) / 1000)} s`
    lines.push({ account, kind, served: ids.size, kept: rows.length, page, age })
  }
  await own.close()
  return lines
}

/** The kinds whose rows kept are not the rows served. */
export async function differences(lens: Lens, desk: Console, account: string): Promise<string[]> {
  const lines = await compare(lens, desk, account)
  if (lines.length === 0) throw new Error('nothing was served')
  return lines
    .filter(({ served, kept }) => served !== kept)
    .map(({ kind, served, kept }) => `${kind}: ${kept} of ${served}`)
}

function expected(
  desk: Console,
  account: string,
): Map<KindName, { ids: Set<string>; page: string }> {
  const found = new Map<KindName, { ids: Set<string>; page: string }>()
  for (const { sheet, ids, menu } of desk.served(account)) {
    const kind = sheet.startsWith('exports:') ? 'exportTask' : kindOfSheet[sheet]
    if (kind === undefined || ids.length === 0) continue
    const entry = found.get(kind) ?? { ids: new Set<string>(), page: menu.join(' > ') }
    for (const id of ids) entry.ids.add(`${kind === 'consumption' ? sheet : ''}${id}`)
    found.set(kind, entry)
  }
  return found
}
