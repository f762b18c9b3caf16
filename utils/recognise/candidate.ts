import type { Fields, Kind } from '@/utils/kinds/define'
import type { Table } from '@/utils/records'
import type { Surroundings } from './context'

/** One column and the field it was taken for. `part` is which half of a cell that holds two. */
export interface Match {
  column: number
  field: string
  confidence: number
  weak: boolean
  part?: 0 | 1
  range?: boolean
}

/** How well a table fits a kind. */
export interface Candidate {
  kind: Kind<Fields>
  matches: Match[]
  score: number
  confidence: number
  context: number
  /** Why it is not enough, where it is not. */
  lacks?: string
}

export interface Sampled {
  table: Table
  samples: readonly (readonly unknown[])[]
  around: Surroundings
}
