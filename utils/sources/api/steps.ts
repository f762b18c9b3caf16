import { type KindName } from '@/utils/kinds'
import type { Site } from '@/utils/kinds/define'
import type { KindRecord } from '@/utils/records'
import type { Caller, Operation } from './operation'
import { operations } from './operations'
import type { Params } from './request'
import { type ReadableName, type Reading, readings } from './readings'
import type { Listing } from './pages'

/** What a sync is to fetch. */
export interface Wish {
  site: Site
  caller: Caller
  /** General distributors (总经销商) may ask for quotas they passed on. */
  distributor?: boolean
  kinds: readonly KindName[]
  /** `YYYY-MM`, of consumption and, for a customer's own keys, of bills. */
  months?: readonly string[]
  /** A partner's bills: one listing a customer and month, so only for those named. */
  bills?: readonly { customerId: string; month: string }[]
  /** Of these logs only what happened from then on, epoch ms. */
  since?: Partial<Record<KindName, number>>
  /** The customer whose keys these are, where known: rows of some operations do not say it. */
  customerId?: string
}

/** One listing to read: an operation, for a customer or month where it takes one. */
export interface Step {
  id: string
  name: ReadableName
  kind: KindName
  params: Params
  /** What its rows do not say again: see `readRows`. */
  given: KindRecord
  /** What a complete listing is complete of, where that is less than the kind. */
  scope?: string
  /** Its rows are parts of sums: they can be kept only when the listing has been read in one go. */
  whole?: true
  state: 'waiting' | 'done' | 'failed' | 'unavailable'
  listing?: Listing
  /** Read so far; rows of a page that is read again count again. */
  rows: number
  rejected: number
  /** How often it failed. */
  tries: number
  /** Error name or reason, never a text of the server's. */
  why?: string
}

/** Operations in the order a person would want them: small and urgent first. */
const order: readonly ReadableName[] = [
  'ListSubCustomers',
  'ListPartnerBalances',
  'ListQuotaCoupons',
  'ListSubCustomerCoupons',
  'ListIssuedPartnerCoupons',
  'ListPartnerCouponsRecord',
  'ListIssuedCouponQuotas',
  'ListCouponQuotasRecords',
  'ListPartnerAccountChangeRecords',
  'ListCustomerCouponChangeRecords',
  'ListPartnerAdjustRecords',
  'ListIndirectPartners',
  'ListIncentiveDiscountPolicies',
  'ListFreeResourceInfos',
  'ListCustomersBalancesDetail',
  'ListPayPerUseCustomerResources',
  'ListCustomerOnDemandResources',
  'ListSubcustomerMonthlyBills',
  'ShowCustomerMonthlySum',
  'ListSubCustomerBillDetail',
  'ListCustomerselfResourceRecords',
]

/** Operations that list one customer's rows a call when a partner asks. */
const oneByOne = [
  'ListPayPerUseCustomerResources',
  'ListCustomerOnDemandResources',
] as const satisfies readonly ReadableName[]

/** Operations that are asked about customers, and so only when these are known. */
export const byCustomer = [
  ...oneByOne,
  'ListCustomersBalancesDetail',
] as const satisfies readonly ReadableName[]

/** How many customers one listing of such an operation is asked about. */
export const customersAtOnce = (name: (typeof byCustomer)[number]): number =>
  name === 'ListCustomersBalancesDetail' ? 100 : 1

/** The contract's codes of `charge_mode`: the operation takes one a call. */
const chargeModes = ['1', '3', '11']

/** The listings that a wish comes to, before any customer is known. */
export function stepsFor(wish: Wish): Step[] {
  return order.filter((name) => isWanted(name, wish)).flatMap((name) => stepsOf(name, wish))
}

/** The listings of customers, as soon as their list is read. */
export function customerSteps(wish: Wish, customerIds: readonly string[]): Step[] {
  if (wish.caller !== 'partner') return []
  const listings = oneByOne
    .filter((name) => isWanted(name, wish))
    .flatMap((name) =>
      customerIds.map((customerId) =>
        step(name, { customer_id: customerId }, { customerId }, customerId),
      ),
    )
  if (!isWanted('ListCustomersBalancesDetail', wish)) return listings
  return [...listings, ...balanceSteps(customerIds)]
}

/** A listing is named by the first it asks about: the same page of customers is the same listing. */
function balanceSteps(customerIds: readonly string[]): Step[] {
  const name = 'ListCustomersBalancesDetail'
  const many = customersAtOnce(name)
  return Array.from({ length: Math.ceil(customerIds.length / many) }, (_, part) => {
    const ids = customerIds.slice(part * many, (part + 1) * many)
    const params = { customer_infos: ids.map((id) => ({ customer_id: id })) }
    return { ...step(name, params, { accountType: 'balance' }), id: `${name}|${ids[0] ?? ''}` }
  })
}

export function isWanted(name: ReadableName, wish: Wish): boolean {
  const { sites, callers, distributor }: Operation = operations[name]
  const reading: Reading = readings[name]
  const asks = wish.kinds.includes('resource') || wish.kinds.includes('balance')
  const needed = name === 'ListSubCustomers' && asks
  return (
    sites.includes(wish.site) &&
    callers.includes(wish.caller) &&
    (distributor !== true || wish.distributor === true) &&
    (wish.kinds.includes(reading.kind) || needed)
  )
}

function stepsOf(name: ReadableName, wish: Wish): Step[] {
  const { months = [], bills = [], customerId, since } = wish
  const reading: Reading = readings[name]
  const begun = since?.[reading.kind]
  const own: KindRecord = customerId === undefined ? {} : { customerId }
  switch (name) {
    case 'ListQuotaCoupons':
      // Left out, the type means 0: the other one has to be asked for.
      return [0, 1].map((type) => step(name, { quota_type: type }, {}))
    case 'ListPayPerUseCustomerResources':
    case 'ListCustomerOnDemandResources':
      return wish.caller === 'customer' ? [step(name, {}, own)] : []
    case 'ListFreeResourceInfos':
      return [step(name, {}, own)]
    case 'ListPartnerCouponsRecord':
    case 'ListCouponQuotasRecords':
    case 'ListPartnerAdjustRecords':
      return [step(name, begun === undefined ? {} : { operation_time_begin: utcOf(begun) }, {})]
    case 'ListPartnerAccountChangeRecords':
      return [
        ['BALANCE_TYPE_DEBIT', 'balance'],
        ['BALANCE_TYPE_CREDIT', 'credit'],
      ].map(([type = '', accountType = '']) =>
        step(name, { balance_type: type, ...fromDay(begun) }, { accountType }),
      )
    case 'ListCustomerCouponChangeRecords':
      return [step(name, { balance_type: 'BALANCE_TYPE_COUPON', ...fromDay(begun) }, own)]
    case 'ListIncentiveDiscountPolicies':
      return months.map((month) => step(name, { time: month }, { month }, month))
    case 'ListCustomersBalancesDetail':
      return []
    case 'ListSubcustomerMonthlyBills':
      return months.flatMap((month) =>
        chargeModes.map((mode) => step(name, { cycle: month, charge_mode: mode }, { month })),
      )
    case 'ShowCustomerMonthlySum':
      return months.map((month) => step(name, { bill_cycle: month }, { ...own, month }))
    case 'ListSubCustomerBillDetail':
      return bills.map(({ customerId: owner, month }) =>
        step(
          name,
          { bill_cycle: month, customer_id: owner },
          { customerId: owner, month },
          `${owner}|${month}`,
        ),
      )
    case 'ListCustomerselfResourceRecords':
      return months.map((month) => step(name, { cycle: month }, { ...own, month }, month))
    default:
      return [step(name, {}, {})]
  }
}

/** Statements begin with a day of Beijing's. */
const fromDay = (at: number | undefined): Params =>
  at === undefined ? {} : { trade_time_begin: new Date(at + BEIJING_MS).toISOString().slice(0, 10) }
const BEIJING_MS = 8 * 3_600_000

/** `YYYY-MM-DDTHH:MM:SSZ` */
const utcOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

function step(name: ReadableName, params: Params, given: KindRecord, scope?: string): Step {
  const { kind, sums }: Reading = readings[name]
  return {
    id: [name, ...Object.values(params)].join('|'),
    name,
    kind,
    params,
    given,
    ...(scope === undefined ? {} : { scope }),
    ...(sums === true ? { whole: true } : {}),
    state: 'waiting',
    rows: 0,
    rejected: 0,
    tries: 0,
  }
}
