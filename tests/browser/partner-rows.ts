import { openCache } from '@/utils/cache'
import type { KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'

/* Runs inside one of our own pages: a generated partner is read in through the cache's own front door. */

/** How large a partner is. */
export interface Size {
  customers: number
  resources: number
  coupons: number
  months: number
}
const account = 'cn:large'
const day = 86_400_000
const services = ['弹性云服务器', '云硬盘', '对象存储服务', '弹性公网IP', '云数据库', '云容器引擎']
const regions = ['cn-north-4', 'cn-east-3', 'cn-south-1', 'ap-southeast-3']
const states = ['active', 'active', 'active', 'grace', 'frozen', 'closed']
const managers = ['李**', '王**', '赵**', '陈**', '周**']

/** A fixed scramble: values repeat as in life, and always the same. */
const mixed = (index: number) => (index * 2_654_435_761) % 4_294_967_296
const customerOf = (index: number): KindRecord => ({
  customerId: `c${index}`,
  customerName: `示例${index}科技有限公司`,
  accountName: `demo_user_${index}`,
})
const month = (index: number) =>
  `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

function rowsOf({ customers, resources, coupons, months }: Size, now: number) {
  const many = (count: number, make: (index: number) => KindRecord) =>
    Array.from({ length: count }, (_, index) => make(index))
  return {
    customer: many(customers, (index) => ({
      customerId: `c${index}`,
      name: `示例${index}科技有限公司`,
      accountName: `demo_user_${index}`,
      manager: managers[index % managers.length],
      associatedAt: now - (mixed(index) % 900) * day,
      association: index % 3 === 0 ? 'resale' : 'referral',
    })),
    resource: many(resources, (index) => ({
      ...customerOf(index % customers),
      resourceId: `${mixed(index).toString(16).padStart(8, '0')}-${index}`,
      name: `ecs-${index % customers}-${mixed(index) % 1000}`,
      billing: mixed(index) % 3 === 0 ? 'on-demand' : 'subscription',
      serviceName: services[mixed(index) % services.length],
      region: regions[mixed(index) % regions.length],
      spec: `s${mixed(index) % 7}.large.${1 + (mixed(index) % 4)}`,
      status: states[mixed(index) % states.length],
      startedAt: now - (mixed(index) % 700) * day,
      expiresAt: now + ((mixed(index) % 500) - 20) * day,
      ...(index % 5 === 1
        ? {
            mainResourceId: `${mixed(index - 1)
              .toString(16)
              .padStart(8, '0')}-${index - 1}`,
          }
        : {}),
    })),
    coupon: many(coupons, (index) => ({
      ...customerOf(index % customers),
      couponId: `CP${100_000 + index}`,
      type: index % 4 === 0 ? 'cash' : 'voucher',
      status: index % 7 === 0 ? 'used' : 'usable',
      faceValue: '1000.00',
      balance: `${mixed(index) % 1000}.${10 + (index % 90)}`,
      currency: 'CNY',
      planName: `伙伴扶持券 ${index % 12}`,
      holder: index % 10 === 0 ? 'own' : 'issued',
      expiresAt: now + ((mixed(index) % 400) - 10) * day,
    })),
    consumption: many(Math.min(customers, 300) * months, (index) => ({
      ...customerOf(index % Math.min(customers, 300)),
      month: month(Math.floor(index / Math.min(customers, 300))),
      amount: `${mixed(index) % 9000}.50`,
      currency: 'CNY',
      grain: 'customer-month',
    })),
    incentive: many(200 * months, (index) => ({
      ...customerOf(index % Math.min(customers, 200)),
      incentiveId: `IN${index}`,
      cycle: month(Math.floor(index / 200)),
      amount: `${mixed(index) % 500}.25`,
      currency: 'CNY',
      status: 'paid',
    })),
  } satisfies Partial<Record<KindName, KindRecord[]>>
}

/** @returns how many rows were kept */
export async function fill(size: Size, now: number): Promise<number> {
  const cache = await openCache()
  await cache.noteAccount({ key: account, site: 'cn', name: 'large', lastSeenAt: now })
  let kept = 0
  for (const [kind, rows] of Object.entries(rowsOf(size, now)))
    for (let at = 0; at < rows.length; at += 5000) {
      const done = await cache.ingest({
        id: `${kind}${at}`,
        account,
        kind: kind as KindName,
        records: rows.slice(at, at + 5000),
        source: 'api',
        observedAt: now - 3_600_000,
        place: 'generated',
      })
      kept += done.kept
    }
  cache.close()
  return kept
}

/** One row becomes another, as when the console shows it anew. */
export async function change(record: KindRecord, kind: KindName, now: number): Promise<void> {
  const cache = await openCache()
  const about = { source: 'api', observedAt: now, place: 'generated' } as const
  await cache.ingest({ id: `one ${now}`, account, kind, records: [record], ...about })
  cache.close()
}

const perBatch = 100
const shared = 20
/** Rows of one batch: new ones of a customer, and some of many customers that every batch shows anew. */
const batchRows = (batch: number): KindRecord[] => [
  ...Array.from({ length: perBatch }, (_, index) => ({
    ...customerOf(batch % 7),
    resourceId: `b${batch}-${index}`,
    name: `v${batch}`,
  })),
  ...Array.from({ length: shared }, (_, index) => ({
    ...customerOf(1000 + index),
    resourceId: `shared-${index}`,
    name: `v${batch}`,
  })),
]

/** Writes batch after batch until the browser ends; `acknowledged` of the page hears of each that is committed. */
export function writeOn(from: number, now: number): void {
  const page = globalThis as { acknowledged?: (batch: number) => void }
  const write = async () => {
    const cache = await openCache()
    for (let batch = from; ; batch++) {
      await cache.ingest({
        id: `batch ${batch}`,
        account,
        kind: 'resource',
        records: batchRows(batch),
        source: 'api',
        observedAt: now + batch,
        place: 'generated',
      })
      page.acknowledged?.(batch)
    }
  }
  void write()
}
