import { isFetched, isWaiting } from '@/utils/cache/glance'
import { lapsesAt } from '@/utils/expiry/lapse'
import type { KindName } from '@/utils/kinds'
import type { KindRecord, StoredRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'
import type { Rule, Topic } from '@/utils/settings/rule'

const day = 24
/** Hours of `lapse` stand in `exportReminderHours`. */
export const usualRules: Readonly<Record<Topic, Rule>> = {
  ready: { on: true, hours: [] },
  lapse: { on: true, hours: [] },
  coupon: { on: true, hours: [30 * day, 7 * day, day], over: '0' },
  quota: { on: true, hours: [30 * day, 7 * day, day], over: '0' },
  subscription: { on: true, hours: [30 * day, 15 * day, 7 * day] },
  bill: { on: true, hours: [3 * day, day] },
  package: { on: true, hours: [], below: 20 },
}
export const ruleOf = (
  topic: Topic,
  settings: Pick<Settings, 'reminderRules' | 'exportReminderHours'>,
): Rule => {
  const rule = { ...usualRules[topic], ...settings.reminderRules[topic] }
  return topic === 'lapse' ? { ...rule, hours: settings.exportReminderHours } : rule
}

/** What a topic is about: rows of which kind, until when, and which of them. */
interface About {
  kind: KindName
  deadline(record: StoredRecord, settings: Pick<Settings, 'retentionHours'>): number | undefined
  applies(record: StoredRecord, rule: Rule): boolean
}
const time = (value: unknown) => (typeof value === 'number' ? value : undefined)
const there = (record: StoredRecord) => record.$.goneAt === undefined
const among = (value: unknown, ...known: string[]) =>
  value === undefined || known.includes(String(value))

export const about: Readonly<Record<Topic, About>> = {
  ready: {
    kind: 'exportTask',
    deadline: lapsesAt,
    applies: (task) =>
      there(task) && !isFetched(task) && among(task.status, 'running', 'completed'),
  },
  lapse: { kind: 'exportTask', deadline: lapsesAt, applies: isWaiting },
  coupon: {
    kind: 'coupon',
    deadline: ({ expiresAt }) => time(expiresAt),
    applies: (coupon, rule) =>
      there(coupon) &&
      coupon.frozen !== true &&
      among(coupon.status, 'usable') &&
      isOver(coupon.balance, rule),
  },
  quota: {
    kind: 'couponQuota',
    deadline: ({ expiresAt }) => time(expiresAt),
    applies: (quota, rule) =>
      there(quota) &&
      quota.holder !== 'issued' &&
      among(quota.status, 'normal') &&
      isOver(quota.balance, rule),
  },
  subscription: {
    kind: 'resource',
    deadline: ({ expiresAt }) => time(expiresAt),
    applies: (resource) =>
      there(resource) &&
      resource.billing === 'subscription' &&
      resource.isMain !== false &&
      among(resource.status, 'active'),
  },
  bill: {
    kind: 'incentiveBill',
    deadline: ({ confirmBy }) => time(confirmBy),
    applies: (bill) => there(bill) && among(bill.status, 'pending'),
  },
  package: {
    kind: 'resourcePackage',
    deadline: ({ expiresAt }) => time(expiresAt),
    applies: (pack, rule) =>
      there(pack) && among(pack.status, 'active') && isLow(pack.items, rule.below ?? 0),
  },
}

/** Amounts are decimal strings; for a threshold a float is exact enough. */
const isOver = (balance: unknown, { over = '0' }: Rule): boolean => Number(balance) > Number(over)

function isLow(items: unknown, below: number): boolean {
  if (!Array.isArray(items)) return false
  return (items as KindRecord[]).some(({ remaining, total }) => {
    const all = Number(total)
    return all > 0 && remaining !== undefined && (Number(remaining) / all) * 100 < below
  })
}
