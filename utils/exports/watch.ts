import type { Health } from '@/utils/cache/types'
import type { StoredRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'
import { lapsesAt } from '@/utils/expiry/lapse'
import { exportPlace } from './place'

/** More tabs than this are never opened for the user. */
const most = 3

/**
 * Pages whose lists are to be read again: of exports that still run, longest first.
 * @param now epoch ms; what should have lapsed runs no more, whatever its list said last
 */
export function placesToWatch(
  tasks: readonly StoredRecord[],
  health: readonly Health[],
  settings: Pick<Settings, 'retentionHours'>,
  now: number,
): string[] {
  const places = tasks
    .filter(
      (task) =>
        task.status === 'running' &&
        task.$.goneAt === undefined &&
        (lapsesAt(task, settings) ?? 0) > now,
    )
    .sort((a, b) => Number(a.requestedAt) - Number(b.requestedAt))
    .flatMap((task) => exportPlace(task, health) ?? [])
  return [...new Set(places)].slice(0, most)
}
