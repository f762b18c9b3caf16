import { Dexie, liveQuery, type Table } from 'dexie'
import type { Settings } from '@/utils/settings'
import {
  databaseName,
  refuseNewer,
  stores,
  versions,
  type Database,
  type Durability,
  type Marks,
  type Meta,
  type SyncRow,
  type TableName,
  type Tables,
} from './database'
import { beforeOpen, mayWrite } from './faults'
import { inTime } from './in-time'
import type { Before, ImportLine, Staged } from './imports/types'
import type { Segment, SegmentKey } from './segment'
import type { Account, Glance, Health, Live, Reminder } from './types'
import { newest, openUpgraded } from './upgrade'

class DexieDatabase extends Dexie implements Database {
  declare segments: Table<Segment, SegmentKey>
  declare marks: Table<Marks, [account: string, key: string]>
  declare reminders: Table<Reminder, string>
  declare accounts: Table<Account, string>
  declare settings: Table<{ id: 'user'; value: Partial<Settings> }, string>
  declare health: Table<Health, string>
  declare glance: Table<Glance, string>
  declare meta: Table<Meta, string>
  declare sync: Table<SyncRow, [account: string, id: string]>
  declare staged: Table<Staged, [batch: string, part: number]>
  declare imports: Table<ImportLine, string>
  declare before: Table<Before, [batch: string, part: number]>
  outdated = false

  constructor(durability: Durability) {
    super(databaseName, { chromeTransactionDurability: durability })
    this.version(versions.length).stores(stores)
    this.on('versionchange', (event) => {
      // Dexie would open again by itself, and write with old code into what a newer version has changed.
      this.outdated = event.newVersion !== null
      this.close({ disableAutoOpen: this.outdated })
      return false
    })
  }

  atomically<T>(
    mode: 'r' | 'rw',
    names: readonly TableName[],
    work: (tables: Tables) => Promise<T>,
  ): Promise<T> {
    // Dexie follows what is awaited inside only where it is given an async function.
    return this.transaction(mode, names, async () => work(this))
  }

  /** Runs again whenever something the query read was written, in any context. */
  follow<T>(query: () => Promise<T>): Live<T> {
    return {
      subscribe(next, fail) {
        const subscription = liveQuery(query).subscribe(next, fail ?? (() => {}))
        return () => subscription.unsubscribe()
      },
    }
  }
}

/**
 * Opens the database for a page, unless a newer version wrote it: Dexie itself would open that silently.
 * @throws NewerDataError, BlockedError, SlowStartError with nothing touched
 */
export function openDexie(durability: Durability = 'relaxed'): Promise<Database> {
  return inTime(async (blocked) => {
    await upgradeOnDisk(blocked)
    const database = new DexieDatabase(durability)
    database.on('blocked', blocked)
    await beforeOpen()
    if (import.meta.env?.MODE === 'fault') failWrites(database)
    await database.open()
    try {
      // Somebody may have upgraded between the look and the opening.
      refuseNewer(database.backendDB().version)
    } catch (error) {
      database.close()
      throw error
    }
    return database
  })
}

/** Steps of the schema are taken here too, not by Dexie: it knows none that changes where keys stand. */
async function upgradeOnDisk(blocked: () => void): Promise<void> {
  const all = await indexedDB.databases()
  const found = all.find(({ name }) => name === databaseName)?.version
  refuseNewer(found)
  if (found !== newest) (await openUpgraded(blocked)).close()
}

function failWrites(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'faults',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name)
        return {
          ...table,
          mutate: async (request) => {
            if (request.type === 'add' || request.type === 'put') mayWrite()
            return table.mutate(request)
          },
        }
      },
    }),
  })
}
