import type { ImportLine } from '@/utils/cache/imports/types'
import type { KindName } from '@/utils/kinds'
import type { FieldMapping, KindRecord } from '@/utils/records'
import type { FileProblem } from '@/utils/sources/file/limits'

/** Why nothing of a file can be imported: it is no table file, or no table in it is one we know. */
export type Refusal = FileProblem | 'no-header' | 'no-rows' | 'unknown-table' | 'export-list'

/** A table of the file as it is put before the user. Personal values are masked. */
export interface PreviewTable {
  kind: KindName
  /** The sheet's name; absent for a separated file. */
  sheet?: string
  columns: string[]
  mapping: FieldMapping[]
  unmapped: string[]
  confidence: number
  /** Rows that would be imported. */
  rows: number
  /** The first of them, as they would be kept. */
  first: KindRecord[]
  rejected: number
}

/** A table nobody knows: what it comes nearest to, and what it lacks. Holds no values. */
export interface UnknownTable {
  sheet?: string
  columns: string[]
  near?: { kind: KindName; mapping: FieldMapping[]; lacks?: string }
}

/** A row that is left out. */
export interface RejectedRow {
  sheet?: string
  kind: KindName
  /** As a spreadsheet program counts, from 1. */
  at: number
  reason: string
}

/** What an import would do, before anything is written. */
export interface Preview {
  rows: number
  tables: PreviewTable[]
  unknown: UnknownTable[]
  rejected: number
  /** At most a hundred of them; the whole list is asked for. */
  firstRejected: RejectedRow[]
  /** Every reason there is among them. */
  reasons: Pick<RejectedRow, 'reason' | 'kind'>[]
}

/** What the page asks of the import's worker; one job a worker. */
export type ImportOrder =
  | { ask: 'read'; file: File; batch: string; account: string; trusting: boolean }
  | {
      ask: 'import'
      account: string
      observedAt: number
      now: number
      /** Key of the export this is the file of. */
      task?: string
    }
  | { ask: 'undo'; id: string; now: number }
  | { ask: 'rejected'; header: RejectedHeader }
  | { ask: 'cancel' }
/** The first line of the list of rows that are left out, and its words for the reasons. */
export interface RejectedHeader {
  columns: [sheet: string, at: string, reason: string]
  /** Reason as the worker says it, and as the page does. */
  reasons: Record<string, string>
}

/** What the worker says; the last of an order is any but `progress`. */
export type ImportWord =
  | { say: 'progress'; phase: 'reading' | 'importing' | 'undoing'; share: number; rows: number }
  | { say: 'preview'; preview: Preview }
  | { say: 'done'; line: ImportLine }
  | { say: 'undone'; done: boolean }
  | { say: 'rejected'; csv: string }
  | { say: 'refused'; refusal: Refusal; unknown: UnknownTable[]; preview?: Preview }
  | { say: 'cancelled' }
  /** Something of ours failed: the error's name. */
  | { say: 'failed'; name: string }
