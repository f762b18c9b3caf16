import { lapsesAt } from '@/utils/expiry/lapse'
import type { StoredRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'
import type { Glance, GlanceLine } from './types'

/** All rows of an account that the popup sums up. */
export interface Glanced {
  coupons: readonly StoredRecord[]
  quotas: readonly StoredRecord[]
  /** With the user's marks merged in. */
  tasks: readonly StoredRecord[]
  bills: readonly StoredRecord[]
}

/**
 * What the popup shows of one account: sums by holder, type and currency, what expires next, exports to fetch, bills
 * that are about to confirm themselves.
 * @param now epoch ms: what is past its expiry is not counted
 */
export function glanceOf(
  account: string,
  { coupons, quotas, tasks, bills }: Glanced,
  now: number,
  settings: Pick<Settings, 'retentionHours'>,
): Glance {
  const usable = coupons.filter((each) => isUsable(each, now))
  const lapse = (task: StoredRecord) => lapsesAt(task, settings) ?? Infinity
  const waiting = tasks.filter((each) => isWaiting(each) && lapse(each) > now)
  const sums = new Map<string, Sum>()
  for (const each of quotas)
    if (each.holder !== 'issued' && isNormal(each, now)) add(sums, 'quota', each)
  for (const each of usable) add(sums, each.holder === 'own' ? 'own' : 'issued', each)
  const open = bills.filter((each) => isOpen(each) && confirmation(each) > now)
  const ages = [...coupons, ...quotas, ...tasks, ...bills].map((each) => each.$.observedAt)
  const observedAt = ages.reduce((newest, each) => Math.max(newest, each), 0)
  return {
    account,
    lines: [...sums.values()].map(line),
    expiring: nearest(usable, expiry).slice(0, 3),
    exports: nearest(waiting, lapse).slice(0, 20),
    bills: nearest(open, confirmation).slice(0, 5),
    ...(observedAt > 0 ? { observedAt } : {}),
  }
}

/** Completed, not fetched, still in the console's list. */
export const isWaiting = (task: StoredRecord): boolean =>
  task.status === 'completed' && !isFetched(task) && task.$.goneAt === undefined

/** The user has the file; a download that was only pressed (`openedAt`) is none that is known to have ended. */
export const isFetched = (task: StoredRecord): boolean =>
  task.downloadedAt !== undefined || task.importedAt !== undefined

/** Nobody has confirmed it yet; it says when it will be taken as confirmed. */
const isOpen = (bill: StoredRecord): boolean =>
  (bill.status ?? 'pending') === 'pending' &&
  bill.$.goneAt === undefined &&
  bill.confirmBy !== undefined
const confirmation = (bill: StoredRecord) =>
  typeof bill.confirmBy === 'number' ? bill.confirmBy : Infinity

const expiry = (record: StoredRecord) =>
  typeof record.expiresAt === 'number' ? record.expiresAt : Infinity
const cents = (record: StoredRecord) => scaled(String(record.balance ?? ''))

function isUsable(coupon: StoredRecord, now: number): boolean {
  const status = coupon.status ?? 'usable'
  const there = coupon.$.goneAt === undefined && coupon.frozen !== true && status === 'usable'
  return there && expiry(coupon) > now && (cents(coupon)?.value ?? 0n) > 0n
}
function isNormal(quota: StoredRecord, now: number): boolean {
  const status = quota.status ?? 'normal'
  return quota.$.goneAt === undefined && status === 'normal' && expiry(quota) > now
}

function nearest(records: readonly StoredRecord[], when: (record: StoredRecord) => number) {
  return [...records].sort((a, b) => compare(when(a), when(b)) || compare(a.$.key, b.$.key))
}
const compare = <T>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0)

interface Sum extends Decimal {
  holder: GlanceLine['holder']
  type: string
  currency: string
  count: number
  nearestExpiry: number
}
function add(sums: Map<string, Sum>, holder: GlanceLine['holder'], record: StoredRecord): void {
  const money = cents(record)
  if (!money) return
  const type = String(record.type ?? '')
  const currency = String(record.currency ?? '')
  const id = `${holder}|${type}|${currency}`
  const sum = sums.get(id) ?? {
    holder,
    type,
    currency,
    count: 0,
    nearestExpiry: Infinity,
    value: 0n,
    places: 2,
  }
  const places = Math.max(sum.places, money.places)
  sum.value = widen(sum, places) + widen(money, places)
  sum.places = places
  sum.count += 1
  sum.nearestExpiry = Math.min(sum.nearestExpiry, expiry(record))
  sums.set(id, sum)
}
const line = ({ holder, type, currency, count, nearestExpiry, ...sum }: Sum): GlanceLine => ({
  holder,
  type,
  currency,
  balance: written(sum),
  count,
  ...(Number.isFinite(nearestExpiry) ? { nearestExpiry } : {}),
})

/** An exact decimal: `value / 10 ** places`. */
interface Decimal {
  value: bigint
  places: number
}
function scaled(text: string): Decimal | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', part = ''] = match
  return { value: BigInt(`${sign}${whole}${part}`), places: part.length }
}
const widen = ({ value, places }: Decimal, to: number) => value * 10n ** BigInt(to - places)

function written({ value, places }: Decimal): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0')
  const text = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits
  return value < 0n ? `-${text}` : text
}
