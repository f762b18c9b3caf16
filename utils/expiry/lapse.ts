import type { KindRecord } from '@/utils/records'

const hour = 3_600_000
/** Hours a page keeps its files, where the user set them, by page slug. */
export interface Kept {
  retentionHours: Readonly<Record<string, number>>
}
/** How long the console keeps export files; documented for two of its pages, assumed for the rest. */
export const usualRetentionHours = 72

/**
 * When the file of an export task can no longer be fetched, epoch ms; undefined where nothing says when it was asked.
 * What the console itself says (`expiresAt`) wins over request time + retention.
 */
export function lapsesAt(task: KindRecord, settings: Kept): number | undefined {
  if (typeof task.expiresAt === 'number') return task.expiresAt
  if (typeof task.requestedAt !== 'number') return undefined
  return task.requestedAt + retentionHours(task, settings) * hour
}

/** Whether that moment is worked out rather than read. */
export const isAssumed = (task: KindRecord): boolean => typeof task.expiresAt !== 'number'

function retentionHours(task: KindRecord, settings: Kept): number {
  const page = typeof task.page === 'string' ? task.page : 'unknown'
  const own = Object.hasOwn(settings.retentionHours, page)
    ? settings.retentionHours[page]
    : undefined
  return own !== undefined && Number.isFinite(own) && own >= 0 ? own : usualRetentionHours
}
