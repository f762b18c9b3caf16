import type { KindRecord } from '@/utils/records'

const services = ['弹性云服务器', '云硬盘', '对象存储服务', '弹性公网IP', '云数据库', '云容器引擎']
const regions = ['cn-north-4', 'cn-east-3', 'cn-south-1', 'ap-southeast-3']
const states = ['active', 'active', 'active', 'grace', 'frozen', 'closed']
const year = 365 * 86_400_000
const start = Date.UTC(2029, 0, 1)

/** Resources as a partner's console shows them, always the same: number `index` of `customers` customers' rows. */
export function resourceOf(index: number, customers: number): KindRecord {
  const customer = index % customers
  // A fixed scramble: values must repeat as in life, not in step with the index.
  const mixed = (index * 2_654_435_761) % 4_294_967_296
  return {
    resourceId: `${mixed.toString(16).padStart(8, '0')}-${index}`,
    name: `ecs-${customer}-${mixed % 1000}`,
    billing: mixed % 3 === 0 ? 'on-demand' : 'subscription',
    serviceName: services[mixed % services.length],
    region: regions[mixed % regions.length],
    spec: `s${mixed % 7}.large.${1 + (mixed % 4)}`,
    status: states[mixed % states.length],
    startedAt: start + (mixed % year),
    expiresAt: start + year + (mixed % year),
    customerId: `c${customer}`,
    customerName: `示例${customer}科技有限公司`,
    accountName: `demo_user_${customer}`,
    project: `p${mixed % 20}`,
  }
}

export const resources = (count: number, customers: number): KindRecord[] =>
  Array.from({ length: count }, (_, index) => resourceOf(index, customers))
