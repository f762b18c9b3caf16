import type { Account } from './types'

/** The account seen last is the one a page begins with. */
export const newestFirst = (accounts: readonly Account[]): Account[] =>
  [...accounts].sort((a, b) => b.lastSeenAt - a.lastSeenAt)
