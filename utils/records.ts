import type { KindName } from './kinds'

export type Source = 'api' | 'file' | 'capture' | 'page'

/** Any value a record can hold, after recognition. Times are UTC epoch ms, amounts decimal strings. */
export type Value = string | number | boolean | string[] | KindRecord[]

/** A record of any kind: fields of KINDS only, absent fields left out. */
export interface KindRecord {
  [field: string]: Value | undefined
}

/** Where a table was seen. All texts are as the console showed them. */
export interface TableContext {
  source: Source
  /** The page's full address at the time (hash included); for a file, absent. */
  url?: string
  /** The address the answer came from, for a capture. */
  requestUrl?: string
  title?: string
  breadcrumb?: string[]
  /** The selected tab, the filter line, a title row above a file's header. */
  tab?: string
  caption?: string
  /** The one month or year that the page's filter line names, where it names one only. */
  filters?: string
  /** Where in the answer the list stood, for a capture: `data.list`. */
  path?: string
  /** Rows the source says there are in all. */
  total?: number
  /** Page shown of how many, from 1. */
  page?: { number: number; size?: number }
  fileName?: string
  /** IANA zone of the account, if the user set one; else UTC+8. */
  zone?: string
}

/** The one shape in which every source hands over what it saw. */
export interface Table {
  /** Header texts or keys (nested keys joined by "."); two-level headers joined by "/". */
  columns: string[]
  /** As many values a row as there are columns; a missing value is undefined. */
  rows: unknown[][]
  context: TableContext
  /** Where rows are only built when asked for: how many there are, and one of them. `rows` builds them all. */
  each?: { count: number; row(at: number): readonly unknown[] }
}

export interface FieldMapping {
  /** Index into the table's columns. */
  column: number
  field: string
  /** 0 to 1. */
  confidence: number
}

export interface Recognition {
  kind: KindName
  confidence: number
  mapping: FieldMapping[]
  /** Values as read: masking is ingest's work. */
  rows: KindRecord[]
  rejected: { row: number; reason: string }[]
  /** Names of the columns left over. */
  unmapped: string[]
  total?: number
  /** By a mapping of the user's. */
  taught?: true
}

/** What is known of a record beside its fields. Times in UTC epoch ms. */
export interface Envelope {
  /** Account key: `site:account` or `site:?` for an unknown account. */
  account: string
  source: Source
  observedAt: number
  /** When a complete listing no longer held it. */
  goneAt?: number
}
export type StoredRecord = KindRecord & { $: Envelope & { key: string } }
