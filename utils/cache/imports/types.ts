import type { KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'
import type { Columns } from '../columns'
import type { Segment } from '../segment'

/** Rows of one kind and scope value on their way in, as the columns they will be kept as. */
export interface Piece {
  kind: KindName
  scope: string
  /** Account and moment are filled in when it is taken over. */
  columns: Columns
  /** By personal field: 1 where the file itself had masked the value. */
  foreign: Record<string, Uint8Array>
}
export interface Staged extends Piece {
  batch: string
  part: number
}
export interface Before {
  batch: string
  part: number
  segment: Segment
}

/** What one kind of an import has done. */
export interface ImportedKind {
  kind: KindName
  kept: number
  /** Rows that are new or differ in more than their age. */
  changed: number
  /** Stamp of the commit: while it stands nobody has written since. */
  stamp: string
  /** Segments there were not before. */
  made: [scope: string, part: number][]
}

/** An import that can be undone. Holds no value of a row. */
export interface ImportLine {
  id: string
  account: string
  fileName: string
  /** Epoch ms: when it was imported, and the moment its rows speak of. */
  importedAt: number
  observedAt: number
  kinds: ImportedKind[]
  rejected: number
  /** The export the file is of: its key and the marks it had. */
  task?: { key: string; marks?: KindRecord }
}
