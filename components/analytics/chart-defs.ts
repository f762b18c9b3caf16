import {
  monthOf,
  monthsOf,
  others,
  textAt,
  type ChartData,
  type Row,
} from '@/utils/analytics/chart-data'
import { oneGrain, partOf } from '@/utils/analytics/filter'
import { gridOf, ranked, running, type Split } from '@/utils/analytics/grid'
import { windowLabels, windowOf, yearsOf } from '@/utils/analytics/trends'
import type { AnalyticsKind, ViewName } from './api'
import type { Word } from './texts'

/** What a chart is made for. */
export interface Context {
  year: string
  currency: string
  /** Places a ranking names; absent for all. */
  top?: number
  now: number
}
/** How it is drawn: `years` and `lines` over months, `stack` of series, `rank` as bars that lie. */
export type Shape = 'bars' | 'lines' | 'stack' | 'rank'

export interface ChartDef {
  id: string
  view: Exclude<ViewName, 'start'>
  kind: AnalyticsKind
  title: Word
  shape: Shape
  /** The field whose values stand on the axis or in the series: says how they are called. */
  axis: string
  into?: string
  /** Money of one currency, or a count of rows of any. */
  money: boolean
  /** Rows it is made of, before they are split. */
  of?: (rows: readonly Row[], context: Context) => readonly Row[]
  split: (context: Context, rows: readonly Row[]) => Omit<Split, 'unit'>
  after?: (data: ChartData, context: Context) => ChartData
}

const month = 'month'
const at = (field: string) => (row: Row) => textAt(row, field)
const ofYear =
  (field: string) =>
  (rows: readonly Row[], { year }: Context) =>
    partOf(rows, `${field} ${year}`, (row) => textAt(row, field)?.startsWith(year) === true)
const top = (data: ChartData, context: Context) => ranked(data, context.top)
const said = (field: string) => (row: Row) => textAt(row, field) ?? ''
/** Who a row is about, as far as it says. */
const who = (row: Row) =>
  textAt(row, 'customerName') ?? textAt(row, 'accountName') ?? textAt(row, 'customerId') ?? ''
/** What a customer spent: what is due, else what a board calls the amount. */
const spent = (row: Row) =>
  textAt(row, 'amountDue') ?? textAt(row, 'amount') ?? textAt(row, 'amountPaid')
const usable = (rows: readonly Row[]) =>
  rows.filter((row) => !['expired', 'used', 'reclaimed'].includes(String(row.status)))
const moment = (row: Row, field: string) =>
  typeof row[field] === 'number' ? row[field] : undefined

const overlaid =
  (field: string, amount: Split['amount']): ChartDef['split'] =>
  (_context, rows) => ({
    by: (row) => textAt(row, field)?.slice(5, 7),
    into: (row) => textAt(row, field)?.slice(0, 4),
    ...(amount ? { amount } : {}),
    labels: monthsOf('0000').map((each) => each.slice(5)),
    series: yearsOf(rows, field),
  })
const monthsOfYear =
  (field: string, into: Split['into'], amount: Split['amount']): ChartDef['split'] =>
  ({ year }) => ({
    by: at(field),
    ...(into ? { into } : {}),
    ...(amount ? { amount } : {}),
    labels: monthsOf(year),
  })

const incentive = (
  id: string,
  title: Word,
  field: string,
  by: Split['by'] = said(field),
): ChartDef => ({
  id,
  view: 'incentives',
  kind: 'incentive',
  title,
  shape: 'rank',
  axis: field,
  money: true,
  of: ofYear('cycle'),
  split: () => ({ by, amount: at('amount') }),
  after: top,
})
const spending = (
  id: string,
  title: Word,
  field: string,
  dimension: string,
  by: Split['by'] = said(field),
): ChartDef => ({
  id,
  view: 'consumption',
  kind: 'consumption',
  title,
  shape: 'rank',
  axis: field,
  money: true,
  of: (rows, context) => oneGrain(ofYear(month)(rows, context), dimension),
  split: () => ({ by, amount: spent }),
  after: top,
})
const counted = (
  id: string,
  view: ChartDef['view'],
  kind: AnalyticsKind,
  title: Word,
  field: string,
): ChartDef => ({
  id,
  view,
  kind,
  title,
  shape: 'rank',
  axis: field,
  money: false,
  split: () => ({ by: said(field) }),
  after: top,
})
const ending = (
  id: string,
  view: ChartDef['view'],
  kind: AnalyticsKind,
  title: Word,
): ChartDef => ({
  id,
  view,
  kind,
  title,
  shape: 'bars',
  axis: 'window',
  money: false,
  split: ({ now }) => ({
    by: (row) => {
      const end = moment(row, 'expiresAt')
      return end === undefined ? undefined : windowOf(end, now)
    },
    labels: windowLabels,
  }),
})

export const chartDefs: readonly ChartDef[] = [
  {
    id: 'incentive-trend',
    view: 'incentives',
    kind: 'incentive',
    title: 'chart.incentiveTrend',
    shape: 'bars',
    axis: 'month',
    into: 'year',
    money: true,
    split: overlaid('cycle', at('amount')),
  },
  {
    id: 'incentive-status',
    view: 'incentives',
    kind: 'incentive',
    title: 'chart.incentiveStatus',
    shape: 'stack',
    axis: 'month',
    into: 'status',
    money: true,
    split: (context, rows) => ({
      ...monthsOfYear('cycle', at('status'), at('amount'))(context, rows),
      series: ['paid', 'paying', 'pending', 'estimated', ''],
    }),
  },
  {
    id: 'incentive-cumulative',
    view: 'incentives',
    kind: 'incentive',
    title: 'chart.cumulative',
    shape: 'lines',
    axis: 'month',
    into: 'year',
    money: true,
    split: overlaid('cycle', at('amount')),
    after: running,
  },
  incentive('incentive-customers', 'chart.incentiveCustomers', 'customerName', who),
  incentive('incentive-products', 'chart.incentiveProducts', 'productType'),
  incentive('incentive-associations', 'chart.incentiveAssociations', 'association'),
  incentive('incentive-plans', 'chart.incentivePlans', 'planName'),
  incentive('incentive-resellers', 'chart.incentiveResellers', 'resellerName'),
  incentive('incentive-reps', 'chart.incentiveReps', 'salesRep'),
  {
    id: 'bills',
    view: 'incentives',
    kind: 'incentiveBill',
    title: 'chart.bills',
    shape: 'bars',
    axis: 'window',
    money: true,
    of: (rows) => rows.filter(({ status }) => status === 'pending'),
    split: ({ now }) => ({
      by: (row) => {
        const end = moment(row, 'confirmBy')
        return end === undefined ? undefined : windowOf(end, now)
      },
      amount: at('amount'),
      labels: windowLabels,
    }),
  },
  {
    id: 'spend-trend',
    view: 'consumption',
    kind: 'consumption',
    title: 'chart.spendTrend',
    shape: 'bars',
    axis: 'month',
    into: 'year',
    money: true,
    of: (rows) => oneGrain(rows),
    split: overlaid(month, spent),
  },
  {
    id: 'spend-services',
    view: 'consumption',
    kind: 'consumption',
    title: 'chart.spendServices',
    shape: 'stack',
    axis: 'month',
    into: 'serviceName',
    money: true,
    of: (rows) => oneGrain(rows, 'service'),
    split: monthsOfYear(month, said('serviceName'), spent),
  },
  {
    id: 'spend-modes',
    view: 'consumption',
    kind: 'consumption',
    title: 'chart.spendModes',
    shape: 'stack',
    axis: 'month',
    into: 'chargeMode',
    money: true,
    of: (rows) => oneGrain(rows, 'chargeMode'),
    split: monthsOfYear(month, said('chargeMode'), spent),
  },
  spending('distribution', 'chart.distribution', 'serviceName', 'service'),
  spending('spend-customers', 'chart.spendCustomers', 'customerName', 'customer', who),
  spending('spend-associations', 'chart.spendAssociations', 'association', 'association'),
  spending('spend-managers', 'chart.spendManagers', 'manager', 'manager'),
  {
    id: 'coupon-months',
    view: 'coupons',
    kind: 'coupon',
    title: 'chart.couponMonths',
    shape: 'bars',
    axis: 'month',
    into: 'holder',
    money: true,
    of: usable,
    split: () => ({
      by: (row) => {
        const end = moment(row, 'expiresAt')
        return end === undefined ? undefined : monthOf(end)
      },
      into: at('holder'),
      amount: at('balance'),
    }),
  },
  {
    id: 'coupon-types',
    view: 'coupons',
    kind: 'coupon',
    title: 'chart.couponTypes',
    shape: 'rank',
    axis: 'type',
    money: true,
    of: usable,
    split: () => ({ by: said('type'), amount: at('balance') }),
    after: top,
  },
  {
    id: 'coupon-risk',
    view: 'coupons',
    kind: 'coupon',
    title: 'chart.couponRisk',
    shape: 'rank',
    axis: 'customerName',
    money: true,
    of: (rows, { now }) =>
      usable(rows).filter((row) => {
        const end = moment(row, 'expiresAt')
        return end !== undefined && !['later', 'over'].includes(windowOf(end, now))
      }),
    split: () => ({ by: who, amount: at('balance') }),
    after: top,
  },
  {
    id: 'coupon-status',
    view: 'coupons',
    kind: 'coupon',
    title: 'chart.conversions',
    shape: 'rank',
    axis: 'status',
    money: true,
    split: () => ({ by: said('status'), amount: at('faceValue') }),
    after: top,
  },
  ending('resource-expiry', 'resources', 'resource', 'chart.resourceExpiry'),
  counted('resource-services', 'resources', 'resource', 'chart.resourceServices', 'serviceName'),
  counted('resource-regions', 'resources', 'resource', 'chart.resourceRegions', 'region'),
  counted('resource-status', 'resources', 'resource', 'chart.resourceStatus', 'status'),
  ending('packages', 'resources', 'resourcePackage', 'chart.packages'),
  counted('exports', 'work', 'exportTask', 'chart.exports', 'status'),
  counted('sales-tasks', 'work', 'salesTask', 'chart.salesTasks', 'status'),
  counted('renewal-tasks', 'work', 'renewalTask', 'chart.renewalTasks', 'status'),
]

/** The data of a chart; undefined where no row has what it needs. */
export function dataOf(
  def: ChartDef,
  rows: readonly Row[],
  context: Context,
): ChartData | undefined {
  const { own, split } = prepared(def, rows, context)
  const data = gridOf(own, { ...split, unit: def.money ? { currency: context.currency } : 'count' })
  const seen = data.series.some(({ values }) => values.some((value) => value !== undefined))
  if (!seen || onlyUnsaid(def, data)) return undefined
  return def.after ? def.after(data, context) : data
}
/** A ranking by what no row says tells nothing. */
const onlyUnsaid = (def: ChartDef, data: ChartData) =>
  def.shape === 'rank' && data.labels.length === 1 && data.labels[0] === ''

function prepared(def: ChartDef, rows: readonly Row[], context: Context) {
  const inCurrency = def.money
    ? partOf(
        rows,
        `currency ${context.currency}`,
        (row) => (textAt(row, 'currency') ?? '') === context.currency,
      )
    : rows
  const own = def.of ? def.of(inCurrency, context) : inCurrency
  return { own, split: def.split(context, own) }
}

/** The rows a bar or a point stands for. */
export function rowsBehind(
  def: ChartDef,
  rows: readonly Row[],
  context: Context,
  data: ChartData,
  place: { label: string; series: string },
): readonly Row[] {
  const { own, split } = prepared(def, rows, context)
  const named = new Set(data.labels)
  return own.filter((row) => {
    const label = split.by(row)
    if (label === undefined) return false
    const here = place.label === others ? !named.has(label) : label === place.label
    return here && (!split.into || (split.into(row) ?? '') === place.series)
  })
}
