import { charge } from './charge'
import { consumption } from './consumption'
import { coupon } from './coupon'
import { couponOperation } from './coupon-operation'
import { couponQuota } from './coupon-quota'
import { customer } from './customer'
import type { Fields, Kind } from './define'
import { exportTask } from './export-task'
import { incentive } from './incentive'
import { incentiveBill } from './incentive-bill'
import { renewalTask } from './renewal-task'
import { resource } from './resource'
import { resourcePackage } from './resource-package'
import { salesTask } from './sales-task'

/** Every kind the product knows. A new kind is one new file and its line here. */
export const kinds = {
  coupon,
  couponQuota,
  couponOperation,
  resource,
  resourcePackage,
  customer,
  consumption,
  charge,
  incentive,
  incentiveBill,
  exportTask,
  salesTask,
  renewalTask,
} as const

export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as KindName[]

/** The declaration of a kind, widened for code that works on any kind. */
export function kindOf(name: KindName): Kind<Fields> {
  return kinds[name] as unknown as Kind<Fields>
}
