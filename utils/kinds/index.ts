import { adjustment } from './adjustment'
import { balance } from './balance'
import type { Fields, Kind } from './define'
import { incentivePolicy } from './incentive-policy'
import { reseller } from './reseller'
import { shown } from './shown'
import { statement } from './statement'

/**
 * Every kind the product knows. A new kind is one new file and its line: here where the open API alone gives it, in
 * `shown.ts` where the console shows it.
 */
export const kinds = {
  ...shown,
  balance,
  statement,
  adjustment,
  reseller,
  incentivePolicy,
} as const

export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as KindName[]

/** The declaration of a kind, widened for code that works on any kind. */
export function kindOf(name: KindName): Kind<Fields> {
  return kinds[name] as unknown as Kind<Fields>
}
