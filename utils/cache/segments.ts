import type { KindName } from '@/utils/kinds'
import type { Tables } from './database'
import { rangeOf, segmentKey, type Segment } from './segment'

const within = ({ segments }: Pick<Tables, 'segments'>, account: string, kind: KindName) =>
  segments.where(':id').between(...rangeOf(account, kind), true, true)

/** The segments of a kind, of one account or of all. */
export async function segmentsOf(
  tables: Pick<Tables, 'segments'>,
  kind: KindName,
  account?: string,
): Promise<Segment[]> {
  if (account !== undefined) return within(tables, account, kind).toArray()
  const keys = await tables.segments.toCollection().primaryKeys()
  const accounts = new Set(keys.flatMap(([own, each]) => (each === kind ? [own] : [])))
  const all = [...accounts].map((own) => within(tables, own, kind).toArray())
  return (await Promise.all(all)).flat()
}

export async function putSegments(
  { segments }: Pick<Tables, 'segments'>,
  rows: readonly Segment[],
): Promise<void> {
  // Asked all at once, waited for together.
  await Promise.all(rows.map((row) => segments.put(row, segmentKey(row))))
}

export async function deleteSegments(
  tables: Pick<Tables, 'segments'>,
  account: string,
  kind: KindName,
): Promise<void> {
  await within(tables, account, kind).delete()
}
