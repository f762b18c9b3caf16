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
