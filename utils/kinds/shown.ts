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

/** Kinds that the console shows: pages, answers and files are read as these and no other. */
export const shown = {
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

export type ShownKind = keyof typeof shown
export const shownKinds = Object.keys(shown) as ShownKind[]

/** The declaration of a kind the console shows, without those of the open API alone. */
export const shownKindOf = (name: ShownKind): Kind<Fields> => shown[name] as unknown as Kind<Fields>
