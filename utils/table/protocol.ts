import type { KindName } from '@/utils/kinds'
import type { Source, StoredRecord } from '@/utils/records'
import type { Group as Grouped, Spec } from './view'

export type { Spec }
/** A line of a group with its first row, which says in words what the value stands for, and its sums where asked for. */
export type Group = Omit<Grouped, 'start'> & { first?: StoredRecord; sums?: Sum[] }

/** Rows of one kind of one account. */
export interface Which {
  account: string
  kind: KindName
}
export type Line = { row: StoredRecord; child: boolean } | { group: Group }

/** What a page shows of a table: a window of the lines, and what is known of all rows. */
export interface Look {
  /** Lines in all, group lines counted. */
  lines: number
  /** Rows that fit. */
  rows: number
  /** Rows the console still lists, fitting or not. */
  all: number
  /** Of all, those no longer listed. */
  gone: number
  /** Fields at least one row has a value in. */
  fields: string[]
  /** Of the newest observation. */
  observedAt?: number
  source?: Source
  /** Raised with every change of the rows. */
  version: number
  from: number
  window: Line[]
}
export interface Sum {
  currency?: string
  /** Exact decimal sum. */
  sum: string
  rows: number
}
/** What a search found in one kind. */
export interface Found {
  kind: KindName
  rows: number
  first: StoredRecord[]
}

/** What a page asks of the tables, wherever they are kept. Rejects with what the database failed with. */
export interface Tables {
  /** @param view a name of the caller's: what it looked at last is remembered under it */
  look(
    question: Which & {
      view: string
      spec: Spec
      from: number
      count: number
      /** An amount to sum up in each group. */
      sum?: string
    },
  ): Promise<Look>
  /** How often each value of a field occurs among the rows that fit, the most frequent first. */
  values(
    question: Which & { field: string; spec: Spec },
  ): Promise<{ value: string; rows: number }[]>
  /** Exact sums of an amount among the rows that fit, by currency. */
  sums(question: Which & { field: string; spec: Spec }): Promise<Sum[]>
  /** Rows that fit, in order and without group lines. */
  rows(question: Which & { spec: Spec; from: number; count: number }): Promise<StoredRecord[]>
  /** Looks through all kinds: the first few of each that has any. */
  find(question: {
    account: string
    text: string
    named?: readonly string[]
    few: number
  }): Promise<Found[]>
}
export type TableName = keyof Tables

/** From the page: a question with its number. */
export interface Asked {
  id: number
  name: TableName
  question: unknown
  /** The page's clock, epoch ms. */
  now: number
}
/** To the page: the answer to a question, or word of a change. */
export type Told =
  { id: number; value: unknown } | { id: number; error: string } | { changed: Which }
