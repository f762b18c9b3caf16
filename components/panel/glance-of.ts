import type { Glance } from '@/utils/cache/types'

/** The sums of an account, where it has any: the same before the code of the panel has come and after. */
export const glanceOf = (glances: readonly Glance[], account: string | undefined) =>
  glances.find((each) => each.account === account && each.lines.length > 0)
