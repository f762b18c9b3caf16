import type { AnalyticsKind, ViewName } from './api'
import type { ChartDef, Context } from './chart-def'

export const viewNames: readonly ViewName[] = [
  'start',
  'incentives',
  'consumption',
  'coupons',
  'resources',
  'work',
]
/** Kinds a view needs; filters narrow the first. */
export const kindsOf: Readonly<Record<ViewName, readonly AnalyticsKind[]>> = {
  start: ['incentive', 'incentiveBill', 'consumption', 'coupon', 'resource', 'exportTask'],
  incentives: ['incentive', 'incentiveBill'],
  consumption: ['consumption'],
  coupons: ['coupon', 'couponQuota', 'couponOperation'],
  resources: ['resource', 'resourcePackage'],
  work: ['exportTask', 'salesTask', 'renewalTask'],
}
/** The field that says the month, where a view goes by years. */
export const monthField: Readonly<Partial<Record<ViewName, string>>> = {
  incentives: 'cycle',
  consumption: 'month',
}
/** Fields a kind is filtered by. */
export const filterFields: Readonly<Partial<Record<AnalyticsKind, readonly string[]>>> = {
  incentive: ['manager', 'association', 'productType', 'planName', 'status'],
  consumption: ['manager', 'association', 'serviceName', 'chargeMode', 'billType'],
  coupon: ['holder', 'type', 'status', 'planName'],
  resource: ['billing', 'serviceName', 'region', 'status'],
}

/** What a chart covers, for its facts; '' where its axis says it. */
export function periodOf(def: ChartDef, { year, lastMonth = '' }: Context): string {
  if (monthField[def.view] === undefined || def.kind !== kindsOf[def.view][0]) return ''
  if (def.into === 'year') return ''
  return def.id === 'spend-compare' ? lastMonth : year
}
