import type { PageFacts } from '@/utils/messaging/protocol'
import type { KindName } from '@/utils/kinds'

export const subjects = [
  'coupons',
  'resources',
  'incentives',
  'exports',
  'masking',
  'analysis',
] as const
export type Subject = (typeof subjects)[number]

/** What each subject lists, most wanted first. */
export const kindsOf: Readonly<Record<Subject, readonly KindName[]>> = {
  coupons: ['coupon', 'couponQuota', 'couponOperation'],
  resources: ['resource', 'resourcePackage'],
  incentives: ['incentive', 'incentiveBill'],
  exports: ['exportTask'],
  masking: [],
  analysis: [],
}

/** Path and route without query values. */
export function routeOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const { pathname, hash } = new URL(url)
  return `${pathname}${hash.split('?')[0] ?? ''}`
}
/** What must change for the user's own choice of a subject to end. */
export const placeOfPage = (page: PageFacts | undefined): string =>
  page === undefined ? '' : `${routeOf(page.url)}|${page.tab ?? ''}`
