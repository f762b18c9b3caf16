import type { KindName } from '@/utils/kinds'

/** Which fields of a kind a narrow card shows, and where. The first that a record has is shown. */
export interface CardLayout {
  title: readonly string[]
  /** The figure at the right. */
  figure: readonly string[]
  status?: string
  /** Small lines below, each with its label. */
  details: readonly string[]
}

const who = ['customerName', 'accountName', 'customerId']
export const layouts: Readonly<Partial<Record<KindName, CardLayout>>> = {
  coupon: {
    title: ['planName', 'type', 'couponId'],
    figure: ['balance', 'faceValue'],
    status: 'status',
    details: ['type', 'customerName', 'expiresAt', 'couponId'],
  },
  couponQuota: {
    title: ['type', 'quotaId'],
    figure: ['balance', 'quotaValue'],
    status: 'status',
    details: ['resellerName', 'quotaValue', 'expiresAt', 'quotaId'],
  },
  customer: {
    title: ['name', 'accountName', 'customerId'],
    figure: ['monthToDateAmount'],
    status: 'status',
    details: [],
  },
  couponOperation: {
    title: ['operation'],
    figure: ['amount'],
    status: 'result',
    details: ['customerName', 'resellerName', 'operatedAt', 'couponId', 'quotaId'],
  },
  resource: {
    title: ['name', 'resourceId'],
    figure: [],
    status: 'status',
    details: ['serviceName', 'region', 'spec', 'customerName', 'expiresAt'],
  },
  resourcePackage: {
    title: ['name', 'packageId'],
    figure: [],
    status: 'status',
    details: ['serviceName', 'region', 'expiresAt'],
  },
  incentive: {
    title: ['planName', 'incentiveId'],
    figure: ['amount'],
    status: 'status',
    details: ['cycle', 'customerName', 'rate', 'baseAmount'],
  },
  incentiveBill: {
    title: ['planName', 'billId'],
    figure: ['amount'],
    status: 'status',
    details: ['cycle', 'confirmBy', 'billId'],
  },
  consumption: {
    title: ['serviceName', 'serviceType', ...who],
    figure: ['amount', 'amountDue', 'amountPaid'],
    details: ['month', 'chargeMode', 'billType', 'customerName'],
  },
  charge: {
    title: ['serviceName', 'resourceName', 'serviceType', ...who],
    figure: ['amount'],
    details: ['tradedAt', 'month', 'resourceName', 'usageType', 'customerName'],
  },
  balance: {
    title: ['accountType', ...who],
    figure: ['amount'],
    details: ['debtAmount', 'creditAmount', 'designatedAmount'],
  },
  statement: {
    title: ['operation', 'direction'],
    figure: ['amount'],
    details: ['tradedAt', 'accountType', 'balanceAfter', 'orderNo'],
  },
  adjustment: {
    title: ['operation', ...who],
    figure: ['amount'],
    details: ['operatedAt', 'customerName', 'remark'],
  },
  reseller: {
    title: ['resellerName', 'accountName', 'resellerId'],
    figure: [],
    details: ['accountName', 'manager', 'associatedAt'],
  },
  incentivePolicy: {
    title: ['serviceName', 'serviceType'],
    figure: [],
    details: ['month', 'policy', 'discountAllowed'],
  },
}
const plain: CardLayout = { title: who, figure: ['amount'], status: 'status', details: [] }
export const layoutOf = (kind: KindName): CardLayout => layouts[kind] ?? plain
