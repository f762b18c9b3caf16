import type { Plan } from '@/utils/sources/api/plan'
import type { Step } from '@/utils/sources/api/steps'
import type { ReadableName } from '@/utils/sources/api/readings'

/** Listings of one operation side by side: enough to use its rate although an answer takes half a second. */
const SIDE_BY_SIDE = 6

/**
 * The steps to begin now. Those half read come first; an operation that has never answered is tried with one alone, so
 * that one this account may not call is asked for once.
 * @param active steps under way, by id
 */
export function nextSteps(
  { steps }: Pick<Plan, 'steps'>,
  active: ReadonlyMap<string, { name: ReadableName }>,
): Step[] {
  const busy = new Map<ReadableName, number>()
  for (const { name } of active.values()) busy.set(name, (busy.get(name) ?? 0) + 1)
  const proven = new Set<ReadableName>()
  for (const { name, listing } of steps) if (listing !== undefined) proven.add(name)

  const open = steps.filter(({ id, state }) => state === 'waiting' && !active.has(id))
  const begun = open.filter(({ listing }) => listing !== undefined)
  const fresh = open.filter(({ listing }) => listing === undefined)
  return [...begun, ...fresh].filter(({ name }) => {
    const count = busy.get(name) ?? 0
    if (count >= (proven.has(name) ? SIDE_BY_SIDE : 1)) return false
    busy.set(name, count + 1)
    return true
  })
}
