import type { KeptRecord } from './columns'

/** The console's list may show a new export a little earlier or later than its toast. */
const toleranceMs = 120_000

/** An export that only its toast told of: asked for, without number, name or file so far. */
export const isProvisional = ({
  taskId,
  name,
  fileName,
  status = 'running',
}: KeptRecord): boolean =>
  status === 'running' && [taskId, name, fileName].every((value) => value === undefined)

/**
 * The record of the same page that was asked for at about the same time: of an export that only its toast told of the
 * listed one, of a listed one the toast's. The nearest in time of several.
 */
export function counterpart(
  task: KeptRecord,
  others: readonly KeptRecord[],
): KeptRecord | undefined {
  const { requestedAt, page = 'unknown' } = task
  if (typeof requestedAt !== 'number') return undefined
  const apart = (other: KeptRecord) => Math.abs(Number(other.requestedAt ?? NaN) - requestedAt)
  return others
    .filter((other) => (other.page ?? 'unknown') === page && apart(other) <= toleranceMs)
    .filter((other) => isProvisional(other) !== isProvisional(task))
    .sort((a, b) => apart(a) - apart(b))[0]
}
