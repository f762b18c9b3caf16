import { textAt, type Row } from './chart-data'
import { compareDecimals, sumDecimals } from './sums'

/** What became of a coupon's face value. */
export type CouponPart = 'used' | 'unused' | 'reclaimed' | 'expired'
export const couponParts: readonly CouponPart[] = ['used', 'unused', 'reclaimed', 'expired']

/**
 * Coupons by what became of their face value: one row a part, with `part` and `partAmount`; the parts of a coupon add up to
 * its face value. What a used coupon still holds is used with it, unless its balance says more.
 * @param now epoch ms: a usable coupon past its end is expired
 */
export const couponPartRows = (coupons: readonly Row[], now: number): Row[] =>
  coupons.flatMap((coupon) =>
    partsOf(coupon, now).map(([part, partAmount]) => ({ ...coupon, part, partAmount })),
  )

function partsOf(coupon: Row, now: number): [CouponPart, string][] {
  const face = textAt(coupon, 'faceValue')
  if (face === undefined) return []
  const status = textAt(coupon, 'status')
  const rest: CouponPart =
    status === 'reclaimed'
      ? 'reclaimed'
      : status === 'expired' || over(coupon, now)
        ? 'expired'
        : 'unused'
  const known = textAt(coupon, 'balance') ?? (status === 'used' ? '0' : face)
  const left = compareDecimals(known, face) > 0 ? face : known
  if (status === 'used') return [['used', face]]
  const used = difference(face, left)
  return [
    ...(compareDecimals(used, '0') > 0 ? [['used', used] as [CouponPart, string]] : []),
    ...(compareDecimals(left, '0') > 0 ? [[rest, left] as [CouponPart, string]] : []),
  ]
}
const over = ({ expiresAt }: Row, now: number) => typeof expiresAt === 'number' && expiresAt < now
/** Exact. */
export const difference = (a: string, b: string): string =>
  sumDecimals([a, b.startsWith('-') ? b.slice(1) : `-${b}`])
