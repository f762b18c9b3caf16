import type { Field } from '@/utils/kinds/define'
import { isMasked } from '@/utils/masking/mask'
import type { Value } from '@/utils/records'
import { stored } from './merge'

/** Names masked that are remembered, so that each is masked once. */
const mostRemembered = 20_000

/** How the values of a field are kept. */
export interface Keeping {
  /** The value as it may be written; undefined for none. */
  keep(value: Value | undefined): Value | undefined
  /** Whether the source had masked it itself. */
  isForeign?(value: Value | undefined): boolean
}

/** For values that come one after the other, of a column: names are masked once each, columns repeat themselves. */
export function keeping(field: Field): Keeping {
  if (field.personal === undefined) {
    if (field.type === 'text' || 'of' in field) return { keep: (value) => stored(field, value) }
    return {
      keep: (value) =>
        value === '' || (typeof value === 'number' && !Number.isFinite(value)) ? undefined : value,
    }
  }
  const known = new Map<string, Value | undefined>()
  let last: Value | undefined
  let lastKept: Value | undefined
  const keep = (value: Value | undefined) => {
    if (typeof value !== 'string') return stored(field, value)
    // Neighbours are often alike.
    if (value === last) return lastKept
    last = value
    lastKept = known.get(value)
    if (lastKept !== undefined) return lastKept
    lastKept = stored(field, value)
    if (known.size < mostRemembered) known.set(value, lastKept)
    return lastKept
  }
  return { keep, isForeign: (value) => typeof value === 'string' && isMasked(value) }
}
