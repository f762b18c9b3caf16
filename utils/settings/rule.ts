export const topics = [
  'ready',
  'lapse',
  'coupon',
  'quota',
  'subscription',
  'bill',
  'package',
] as const
export type Topic = (typeof topics)[number]

/** One rule of the user's, as data. */
export interface Rule {
  on: boolean
  /** Before the deadline; none for what is told when it happens. */
  hours: number[]
  /** Balances over this amount only, a decimal string. */
  over?: string
  /** Shares of what is left below this only, in per cent. */
  below?: number
}
