import { followTestClock, now } from '@/utils/clock'
import { withDefaults } from '@/utils/settings'
import { adopt } from './adopt'
import { lookout } from './canary'
import { Catalogues } from './catalogue'
import { tableNames, type Database, type Opener } from './database'
import { guarded } from './failure'
import { fold, whenIdle } from './fold'
import { free, freeable, keepSoLong } from './free'
import type { ManyAtOnce } from './fresh'
import { purgeNames } from '@/utils/cache/names/names'
import type { forgetCustomer } from './forget-customer'
import { ingest } from './ingest'
import { readMemory, writeMemory } from './memory'
import { notesIn, writeNote } from './notes'
import * as own from './own'
import { columnsOf, shownOf } from './popup'
import type { Cache } from './types'

/** What only pages do; the worker goes without its code. */
export interface PageWork {
  many: ManyAtOnce
  forgetCustomer: typeof forgetCustomer
}

/**
 * Opens the one cache of this context. Contents and reminders of all accounts live behind it.
 * @param page absent in the worker
 * @throws NewerDataError where a newer version of the product wrote the data; nothing is touched then
 */
export async function cacheOn(open: Opener, page?: PageWork): Promise<Cache> {
  await followTestClock()
  const database = await open()
  const strict = strictly(open)
  const canary = lookout(database)
  await canary.compare()
  const inTurn = queue()
  const catalogues = new Catalogues()
  const folding = whenIdle(async () => {
    for (const { account, kind } of catalogues.unfolded())
      await inTurn(() => fold(database, account, kind, catalogues))
    canary.note()
  })
  const { accounts, glance, health, reminders, settings } = database
  const watch = <T>(query: () => PromiseLike<T>) => database.follow(() => guarded(database, query))
  return {
    ingest: (observation) =>
      inTurn(async () => {
        const secret = () => guarded(database, () => own.secretOf(database))
        const done = await ingest(database, observation, secret, now(), catalogues, page?.many)
        canary.note()
        if (catalogues.unfolded().length > 0) folding.note()
        return done
      }),
    read: (kind, account) => guarded(database, () => shownOf(database, kind, account)),
    live: (kind, account) => watch(() => shownOf(database, kind, account)),
    liveColumns: (kind, account) => watch(() => columnsOf(database, kind, account)),
    glance: () => watch(() => glance.toArray()),
    health: () => watch(() => health.toArray()),
    noteHealth: (entry) => guarded(database, () => own.noteHealth(database, entry)),
    accounts: () => watch(() => accounts.toArray()),
    async noteAccount(account) {
      await guarded(database, () => own.noteAccount(database, account))
      canary.note()
    },
    adoptUnknown: (from, to) =>
      inTurn(async () => {
        // Notes and marks go with the records.
        await adopt(await strict.open(), from, to, now())
        canary.note()
      }),
    settings: () => guarded(database, () => own.settingsOf(database)),
    liveSettings: () => watch(async () => withDefaults((await settings.get('user'))?.value)),
    async saveSettings(change) {
      await own.saveSettings(await strict.open(), change, now())
      canary.note()
    },
    async markExport(account, key, marks) {
      await own.markExport(await strict.open(), account, key, marks, now())
      canary.note()
    },
    notes: (account) =>
      watch(async () => notesIn(await database.marks.where({ account }).toArray())),
    async writeNote(about, note) {
      await writeNote(await strict.open(), about, note, now())
      canary.note()
    },
    memory: async (account, name) => guarded(database, () => readMemory(database, account, name)),
    async remember(account, name, text) {
      await writeMemory(await strict.open(), account, name, text)
      canary.note()
    },
    reminders: () => watch(() => reminders.toArray()),
    changeReminders: async (change) => {
      const opened = await strict.open()
      return guarded(opened, () => own.changeReminders(opened, change))
    },
    imports: () => watch(() => database.imports.toArray()),
    noteCommit: () => canary.note(),
    holders: () => guarded(database, () => own.holdersOf(database)),
    freeable: (freeing) => guarded(database, () => freeable(database, freeing)),
    free: (freeing) =>
      inTurn(async () => {
        const freed = await free(database, freeing, now())
        canary.note()
        return freed
      }),
    forgetCustomer: (account, customerId) =>
      inTurn(async () => {
        if (!page) throw new Error('Customers are forgotten by pages')
        const gone = await page.forgetCustomer(await strict.open(), account, customerId, now())
        canary.note()
        return gone
      }),
    keepSoLong: () =>
      inTurn(async () => {
        const settings = await guarded(database, () => own.settingsOf(database))
        const freed = await keepSoLong(database, settings, now())
        await purgeNames(database, now(), settings.nameDays)
        canary.note()
        return freed
      }),
    usage: () => guarded(database, () => own.usageOf(database)),
    lost: () => watch(() => canary.lost()),
    acceptLoss: () => guarded(database, () => canary.accept()),
    forgetEverything: () =>
      inTurn(async () => {
        const opened = await strict.open()
        await canary.forget(() => forget(opened))
      }),
    close() {
      folding.stop()
      database.close()
      strict.close()
    },
  }
}

/** A second connection, opened when first needed, whose commits are on disk before they are acknowledged. */
function strictly(open: Opener): { open(): Promise<Database>; close(): void } {
  let opening: Promise<Database> | undefined
  return {
    async open() {
      opening ??= open('strict')
      try {
        return await opening
      } catch (error) {
        opening = undefined
        throw error
      }
    },
    close: () => void opening?.then((database) => database.close()).catch(() => {}),
  }
}

/** One piece of work after the other; a failed one does not stop the next. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = tail.then(work)
    tail = turn.catch(() => {})
    return turn
  }
}

const forget = (database: Database): Promise<void> =>
  guarded(database, () =>
    database.atomically('rw', tableNames, async (tables) => {
      for (const name of tableNames) await tables[name].clear()
    }),
  )
