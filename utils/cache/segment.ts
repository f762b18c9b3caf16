import type { KindName } from '@/utils/kinds'
import type { Columns } from './columns'

/** At most about a thousand rows of one account, kind and scope value (a customer, a month). */
export interface Segment {
  account: string
  kind: KindName
  /** '' where the kind has no scope or the row does not say. */
  scope: string
  part: number
  rows: number
  /** Newest observation in it, epoch ms. */
  newest: number
  columns: Columns
}
export type SegmentKey = [account: string, kind: string, scope: string, part: number]

export const segmentKey = ({
  account,
  kind,
  scope,
  part,
}: Pick<Segment, 'account' | 'kind' | 'scope' | 'part'>): SegmentKey => [account, kind, scope, part]

export type KeyRange = [from: [account: string, kind: string], to: [string, string, []]]
/** Where the segments of a kind lie: any list comes after all texts. */
export const rangeOf = (account: string, kind: KindName): KeyRange => [
  [account, kind],
  [account, kind, []],
]
