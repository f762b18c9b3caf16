/** The wordings a test can switch between. */
import { current } from './current.ts'
import { formal } from './formal.ts'
import { former } from './former.ts'
import { terse } from './terse.ts'
import type { Wording } from './wording.ts'

export const wordings: Wording[] = [current, former, terse, formal]

export function wordingOf(id: string): Wording {
  const found = wordings.find((wording) => wording.id === id)
  if (found === undefined) throw new RangeError(`no wording ${id}`)
  return found
}
