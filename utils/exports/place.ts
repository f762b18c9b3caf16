import type { Health } from '@/utils/cache/types'
import type { StoredRecord } from '@/utils/records'

/**
 * The page of the console that lists an export: where such a list was read, the newest of the export's own page first.
 * @returns origin, path and route; undefined where no list was read yet
 */
export function exportPlace(
  task: StoredRecord | undefined,
  health: readonly Health[],
): string | undefined {
  const lists = health
    .filter((each) => each.kind === 'exportTask')
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt)
  const own = lists.find((each) => each.slug !== undefined && each.slug === task?.page)
  return (own ?? lists[0])?.place
}
