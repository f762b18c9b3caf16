import type { ChartDef } from './chart-def'
import { couponCharts } from './defs/coupons'
import { incentiveCharts } from './defs/incentives'
import { resourceCharts } from './defs/resources'
import { spendingCharts } from './defs/spending'
import { workCharts } from './defs/work'

/** Every chart there is, in the order in which a view shows them. */
export const chartDefs: readonly ChartDef[] = [
  ...incentiveCharts,
  ...spendingCharts,
  ...couponCharts,
  ...resourceCharts,
  ...workCharts,
]
