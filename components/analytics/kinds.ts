import { consumption } from '@/utils/kinds/consumption'
import { coupon } from '@/utils/kinds/coupon'
import { couponOperation } from '@/utils/kinds/coupon-operation'
import { couponQuota } from '@/utils/kinds/coupon-quota'
import type { Fields, Kind } from '@/utils/kinds/define'
import { exportTask } from '@/utils/kinds/export-task'
import { incentive } from '@/utils/kinds/incentive'
import { incentiveBill } from '@/utils/kinds/incentive-bill'
import { renewalTask } from '@/utils/kinds/renewal-task'
import { resource } from '@/utils/kinds/resource'
import { resourcePackage } from '@/utils/kinds/resource-package'
import { salesTask } from '@/utils/kinds/sales-task'
import type { AnalyticsKind } from './api'

/** Kinds there are charts of, and no others: they go with the built module. */
const kinds = {
  consumption,
  coupon,
  couponOperation,
  couponQuota,
  exportTask,
  incentive,
  incentiveBill,
  renewalTask,
  resource,
  resourcePackage,
  salesTask,
} satisfies Record<AnalyticsKind, unknown>

/** The declaration of a kind: what its fields and their values are called. */
export const kindOf = (name: AnalyticsKind): Kind<Fields> => kinds[name] as unknown as Kind<Fields>
