import { tableNames, type Database, type Durability, type TableName, type Tables } from './database'
import { NewerDataError } from '@/utils/errors'
import { beforeOpen } from './faults'
import { inTime } from './in-time'
import { announcer, type Changes } from './lean-changes'
import { ended, storeAlone, storeInside, type Run } from './lean-store'
import type { Live } from './types'
import { openUpgraded } from './upgrade'

const listeners = new Set<() => Promise<void>>()

/**
 * The worker's way to the same database: a few hundred lines less to load at each of its many starts than Dexie, and no
 * live queries, which nobody there needs. Dexie's queries in the pages hear of every commit.
 */
export class LeanDatabase implements Database {
  declare segments: Tables['segments']
  declare marks: Tables['marks']
  declare reminders: Tables['reminders']
  declare accounts: Tables['accounts']
  declare settings: Tables['settings']
  declare health: Tables['health']
  declare glance: Tables['glance']
  declare meta: Tables['meta']
  declare sync: Tables['sync']
  declare staged: Tables['staged']
  declare imports: Tables['imports']
  declare before: Tables['before']
  outdated = false
  #connection: Promise<IDBDatabase> | undefined
  #closed = false
  /** Told when another context holds on to the database that is to be upgraded. */
  onBlocked?: () => void
  readonly #announce = announcer()

  constructor(readonly durability: Durability) {
    // Outside of any transaction of the caller's each call is one of its own.
    const alone: Run = (name, mode, work) => this.atomically(mode, [name], work)
    for (const name of tableNames) Object.assign(this, { [name]: storeAlone(name, alone) })
  }

  async atomically<T>(
    mode: 'r' | 'rw',
    names: readonly TableName[],
    work: (tables: Tables) => Promise<T>,
  ): Promise<T> {
    const connection = await this.open()
    const transaction = connection.transaction(names, mode === 'r' ? 'readonly' : 'readwrite', {
      durability: this.durability,
    })
    const committed = ended(transaction)
    const changes: Changes = new Map()
    try {
      const inside = names.map((name) => [
        name,
        storeInside(transaction.objectStore(name), changes),
      ])
      const result = await work(Object.fromEntries(inside) as Tables)
      if (mode === 'rw') await committed
      if (changes.size > 0) {
        this.#announce(changes)
        for (const each of listeners) void each()
      }
      return result
    } catch (error) {
      try {
        transaction.abort()
      } catch {
        // It has ended by itself.
      }
      // Why it ended says more than that a request of it failed.
      throw await committed.then(
        () => error,
        (reason: unknown) => (isAbort(error) ? (reason ?? error) : error),
      )
    }
  }

  /** Runs again after every commit of this context, whichever connection it went through. */
  follow<T>(query: () => Promise<T>): Live<T> {
    return {
      subscribe: (next, fail) => {
        let on = true
        let told: string | undefined
        const run = async () => {
          try {
            const value = await query()
            const text = JSON.stringify(value) ?? ''
            if (on && text !== told) next(value)
            told = text
          } catch (error) {
            if (on) fail?.(error)
          }
        }
        listeners.add(run)
        void run()
        return () => {
          on = false
          listeners.delete(run)
        }
      },
    }
  }

  open(): Promise<IDBDatabase> {
    if (this.#closed || this.outdated)
      return Promise.reject(new DOMException('The database is closed', 'InvalidStateError'))
    const opened = (this.#connection ??= this.#open())
    opened.catch(() => (this.#connection = undefined))
    return opened
  }

  async #open(): Promise<IDBDatabase> {
    const connection = await openUpgraded(() => this.onBlocked?.()).catch((error: unknown) => {
      throw refused(error)
    })
    connection.addEventListener('versionchange', ({ newVersion }) => {
      this.outdated = newVersion !== null
      this.#connection = undefined
      connection.close()
    })
    // Closed by the browser: opened again when next needed.
    connection.addEventListener('close', () => (this.#connection = undefined))
    return connection
  }

  close(): void {
    this.#closed = true
    void this.#connection?.then((connection) => connection.close()).catch(() => {})
  }
}

/** The browser does not open what a newer version wrote, and touches nothing: no need to ask for the version first. */
const refused = (error: unknown) =>
  error instanceof DOMException && error.name === 'VersionError'
    ? new NewerDataError('The data was written by a newer version of the extension')
    : error
const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

/**
 * Opens the database for the worker.
 * @throws NewerDataError, BlockedError, SlowStartError with nothing touched
 */
export function openLean(durability: Durability = 'relaxed'): Promise<LeanDatabase> {
  return inTime(async (blocked) => {
    await beforeOpen()
    const database = new LeanDatabase(durability)
    database.onBlocked = blocked
    await database.open()
    return database
  })
}
