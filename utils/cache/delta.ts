import { decode, type KeptRecord } from './columns'
import type { Segment } from './segment'

/*
 * A hundred rows of as many customers would touch a hundred segments. They are appended together as one instead, a delta;
 * where a row has several copies the one in the latest delta stands. When there is time they are folded in.
 */

/** In place of a scope value; no value of the console looks like it. */
export const deltaScope = '\u0000'
export const isDelta = ({ scope }: { scope: string }): boolean => scope === deltaScope

/** Whether rows that lie in so many segments are better kept as a delta. */
export const isScattered = (rows: number, segments: number): boolean =>
  segments > 8 && rows < segments * 50

/** Older copies before newer ones. */
export function inOrder(segments: readonly Segment[]): Segment[] {
  const deltas = segments.filter(isDelta).sort((a, b) => a.part - b.part)
  return [...segments.filter((each) => !isDelta(each)), ...deltas]
}

/** The rows of all segments of a kind, of one account or of several; each row once. */
export function rowsIn(segments: readonly Segment[]): KeptRecord[] {
  if (!segments.some(isDelta)) return segments.flatMap(({ columns }) => decode(columns))
  const rows = new Map<string, KeptRecord>()
  for (const { account, columns } of inOrder(segments))
    for (const row of decode(columns)) rows.set(`${account}|${row.$.key}`, row)
  return [...rows.values()]
}
