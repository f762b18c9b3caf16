import { NewerDataError } from '@/utils/errors'
import type { KindRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'
import type { KeyRange, Segment, SegmentKey } from './segment'
import type { Account, Glance, Health, Live, Reminder } from './types'
import type { Before, ImportLine, Staged } from './imports/types'

export const databaseName = 'partner-lens'

/** What the user did with an export task, or wrote on another record. */
export interface Marks {
  account: string
  /** The task's key; of a note, kind and key (`utils/notes`). */
  key: string
  marks: KindRecord
}
/** Counters and the like, each under its own id. */
export interface Meta {
  id: string
  value: number | string
}
/** What a sync of the open API needs to go on: its head, its history and one row a step. */
export interface SyncRow {
  account: string
  id: string
  value: unknown
}

/** As much of a table as the cache needs; named as Dexie names it. */
export interface Store<T, K> {
  get(key: K): PromiseLike<T | undefined>
  put(row: T): PromiseLike<unknown>
  delete(key: K): PromiseLike<void>
  bulkGet(keys: K[]): PromiseLike<(T | undefined)[]>
  bulkPut(rows: readonly T[]): PromiseLike<unknown>
  bulkDelete(keys: K[]): PromiseLike<void>
  clear(): PromiseLike<void>
  toArray(): PromiseLike<T[]>
  each(visit: (row: T) => void): PromiseLike<void>
  /** Rows whose fields have these values; there must be an index of just these fields. */
  where(equal: Record<string, string>): {
    toArray(): PromiseLike<T[]>
    delete(): PromiseLike<unknown>
  }
  toCollection(): { primaryKeys(): PromiseLike<K[]> }
}

/**
 * Segments, by keys that stand beside them: the browser would read each one back once more as it is written, to find the
 * values of a key, or of an index, inside it. A fifth of the time that writing takes.
 */
export interface SegmentStore extends Omit<
  Store<Segment, SegmentKey>,
  'put' | 'bulkPut' | 'where'
> {
  put(row: Segment, key: SegmentKey): PromiseLike<unknown>
  /** By the key alone, in its order. */
  where(key: ':id'): {
    between(
      from: KeyRange[0],
      to: KeyRange[1],
      withFrom: true,
      withTo: true,
    ): { toArray(): PromiseLike<Segment[]>; delete(): PromiseLike<unknown> }
  }
}

export interface Tables {
  segments: SegmentStore
  marks: Store<Marks, [account: string, key: string]>
  reminders: Store<Reminder, string>
  accounts: Store<Account, string>
  settings: Store<{ id: 'user'; value: Partial<Settings> }, string>
  health: Store<Health, string>
  glance: Store<Glance, string>
  meta: Store<Meta, string>
  sync: Store<SyncRow, [account: string, id: string]>
  /** Pieces of files that are being imported: seen by nobody until all of them are taken over at once. */
  staged: Store<Staged, [batch: string, part: number]>
  /** Imports that can be undone. */
  imports: Store<ImportLine, string>
  /** Segments as they were before an import. */
  before: Store<Before, [batch: string, part: number]>
}
export type TableName = keyof Tables

/** The database as the cache sees it. Pages have Dexie's, whose queries live; the worker a lean one. */
export interface Database extends Tables {
  /** A newer version of the product took the database over: this context must not write any more. */
  readonly outdated: boolean
  /**
   * Several reads and writes as one: all of them or none. Nothing but these may be waited for inside.
   * @param work through the tables it is given and no others
   */
  atomically<T>(
    mode: 'r' | 'rw',
    names: readonly TableName[],
    work: (tables: Tables) => Promise<T>,
  ): Promise<T>
  /** A value that follows what `query` reads. */
  follow<T>(query: () => Promise<T>): Live<T>
  close(): void
}
export type Durability = 'relaxed' | 'strict'
export type Opener = (durability?: Durability) => Promise<Database>

/**
 * The stores of each shipped version: primary key first, then indexes, as Dexie writes them; '' for keys that stand
 * beside the rows. An entry is never changed afterwards, only followed by the next; a store that comes again is made
 * anew, with its rows under the keys they had (`upgrade.ts`).
 */
export const versions: readonly Readonly<Partial<Record<TableName, string>>>[] = [
  {
    segments: '[account+kind+scope+part], account, kind, [account+kind]',
    marks: '[account+key], account',
    reminders: 'id, account',
    accounts: 'key',
    settings: 'id',
    health: 'id',
    glance: 'account',
    meta: 'id',
  },
  {
    sync: '[account+id], account, id',
    staged: '[batch+part], batch',
    imports: 'id',
    before: '[batch+part], batch',
  },
  { segments: '' },
]
/** The stores as they are today. */
export const stores = Object.assign({}, ...versions) as Readonly<Record<TableName, string>>
export const tableNames = Object.keys(stores) as TableName[]

/**
 * Refuses data that a newer version wrote; both ways of opening would otherwise fail late or not at all.
 * @param found as the browser counts versions: ten times ours
 * @throws NewerDataError with nothing touched
 */
export function refuseNewer(found = 0): void {
  if (found / 10 > versions.length)
    throw new NewerDataError('The data was written by a newer version of the extension')
}
