import { coupon } from './coupon'
import type { Fields, Kind } from './define'

/** Every kind the product knows. A new kind is one new file and its line here. */
export const kinds = { coupon } as const

export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as KindName[]

/** The declaration of a kind, widened for code that works on any kind. */
export function kindOf(name: KindName): Kind<Fields> {
  return kinds[name] as unknown as Kind<Fields>
}
