import { isAssumed, lapsesAt } from '@/utils/expiry/lapse'
import type { StoredRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'

export interface ExportState {
  /** Epoch ms at which the file can no longer be fetched; only for a file that is there. */
  lapsesAt?: number
  lapsed: boolean
  /** Worked out from the request and the retention; false where the console itself says it. */
  assumed: boolean
  mark: 'downloaded' | 'opened' | 'none'
}
/** What a person wants to know of an export task: is the file fetched, and how long is it still there. */
export function exportState(
  task: StoredRecord,
  settings: Pick<Settings, 'retentionHours'>,
  now: number,
): ExportState {
  const at = task.status === 'completed' ? lapsesAt(task, settings) : undefined
  const lapsed = task.status === 'expired' || (at !== undefined && at <= now)
  const mark =
    task.downloadedAt === undefined
      ? task.openedAt === undefined
        ? 'none'
        : 'opened'
      : 'downloaded'
  return {
    lapsed,
    mark,
    assumed: isAssumed(task),
    ...(at === undefined || lapsed ? {} : { lapsesAt: at }),
  }
}
