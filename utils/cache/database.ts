import { Dexie, type Table } from 'dexie'
import { NewerDataError } from '@/utils/errors'
import type { KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'
import type { Settings } from '@/utils/settings'
import type { Columns } from './columns'
import { beforeOpen } from './faults'
import type { Account, Glance, Health, Reminder } from './types'
import type { Before, ImportLine, Staged } from './imports/types'

export const databaseName = 'partner-lens'

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
export interface Marks {
  account: string
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
type SegmentKey = [account: string, kind: string, scope: string, part: number]

/** One entry a shipped version; never changed afterwards, only followed by the next. */
const versions: Record<string, string>[] = [
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
    sync: '[account+id], account',
    staged: '[batch+part]',
    imports: 'id',
    before: '[batch+part]',
  },
]

export class Database extends Dexie {
  declare segments: Table<Segment, SegmentKey>
  declare marks: Table<Marks, [account: string, key: string]>
  declare reminders: Table<Reminder, string>
  declare accounts: Table<Account, string>
  declare settings: Table<{ id: 'user'; value: Partial<Settings> }, string>
  declare health: Table<Health, string>
  declare glance: Table<Glance, string>
  declare meta: Table<Meta, string>
  declare sync: Table<SyncRow, [account: string, id: string]>
  /** Pieces of files that are being imported: seen by nobody until all of them are taken over at once. */
  declare staged: Table<Staged, [batch: string, part: number]>
  /** Imports that can be undone. */
  declare imports: Table<ImportLine, string>
  /** Segments as they were before an import. */
  declare before: Table<Before, [batch: string, part: number]>
  /** A newer version of the product took the database over: this context must not write any more. */
  outdated = false

  constructor(durability: 'relaxed' | 'strict') {
    super(databaseName, { chromeTransactionDurability: durability })
    versions.forEach((stores, index) => this.version(index + 1).stores(stores))
    this.on('versionchange', (event) => {
      // Dexie would open again by itself, and write with old code into what a newer version has changed.
      this.outdated = event.newVersion !== null
      this.close({ disableAutoOpen: this.outdated })
      return false
    })
  }
}

/**
 * Opens the database, unless a newer version wrote it: Dexie itself would open that silently.
 * @throws NewerDataError with nothing touched
 */
export async function openDatabase(
  durability: 'relaxed' | 'strict' = 'relaxed',
): Promise<Database> {
  const present = (await indexedDB.databases()).find(({ name }) => name === databaseName)
  refuseNewer(present?.version)
  const database = new Database(durability)
  await beforeOpen(database)
  await database.open()
  try {
    // Somebody may have upgraded between the look and the opening.
    refuseNewer(database.backendDB().version)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

/** Dexie keeps ten times its own version number. */
function refuseNewer(found = 0): void {
  if (found / 10 > versions.length)
    throw new NewerDataError('The data was written by a newer version of the extension')
}
