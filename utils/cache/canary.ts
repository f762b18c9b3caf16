import type { KindName } from '@/utils/kinds'
import type { Database, Tables } from './database'
import { alone, counted, erase, leave, markOf, recall, storage, type Mark } from './mark'
import { Shelf } from './shelf'
import { count, tallies, type Tally } from './tally'

/** A corrupt database may open without any error, only with less in it (or nothing): this notices. */
export interface Lookout {
  /** Compares with the mark left last time; what is missing is noted, the user's own things are put back. */
  compare(): Promise<void>
  /** Leaves a mark of the database as it is now, soon. */
  note(): void
  lost(): Promise<string[]>
  accept(): Promise<void>
  /** Clears the database on purpose: no mark may speak of it afterwards. */
  forget(clear: () => Promise<void>): Promise<void>
}

export function lookout(database: Database): Lookout {
  let running: Promise<void> | undefined
  let again = false
  const write = async (): Promise<void> => {
    do {
      again = false
      await alone(async () => leave(await markOf(database)))
    } while (again)
  }
  const note = () => {
    if (!storage()) return
    again = true
    // A mark that could not be written only makes the next comparison weaker.
    running ??= write()
      .catch(() => {})
      .finally(() => (running = undefined))
  }
  return {
    note,
    async compare() {
      const left = await recall()
      if (!left) return note()
      const loss = await lossSince(database, left)
      if (loss.missing.length > 0) await settle(database, left, loss)
      note()
    },
    async lost() {
      const words = (await database.meta.get('lost'))?.value
      return words ? String(words).split(',') : []
    },
    accept: async () => database.meta.delete('lost'),
    async forget(clear) {
      await alone(async () => {
        try {
          await erase()
        } finally {
          await clear()
        }
      })
    },
  }
}

interface Loss {
  /** Kinds of which rows are missing, `changes` where none is but some change; `everything` for another database. */
  missing: string[]
  /** The mark is newer than the database. */
  older: boolean
}
async function lossSince(database: Database, left: Mark): Promise<Loss> {
  return database.atomically('r', ['meta', 'segments'], async (tables) => {
    const instance = (await tables.meta.get('instance'))?.value
    if (instance !== left.instance) return { missing: ['everything'], older: true }
    const present = await counted(tables)
    const missing = new Set((await hollow(tables)).map(({ kind }) => kind))
    // Going back in time is the one thing a sound database never does.
    const older = present.commits < left.commits
    if (older)
      for (const [id, rows] of Object.entries(left.rows))
        if ((present.rows[id] ?? 0) < rows) missing.add(id.split('|')[0] ?? '')
    if (older && missing.size === 0) missing.add('changes')
    return { missing: [...missing], older }
  })
}

/** Where fewer segments are found than the last commit counted. */
async function hollow(tables: Tables): Promise<Tally[]> {
  const found = new Map<string, number>()
  for (const [account, kind] of await tables.segments.toCollection().primaryKeys())
    found.set(`${kind}|${account}`, (found.get(`${kind}|${account}`) ?? 0) + 1)
  const all = await tallies(tables)
  return all.filter(
    ({ kind, account, segments }) => (found.get(`${kind}|${account}`) ?? 0) < segments,
  )
}

/** Notes the loss and, from a newer mark, puts the user's own things back. */
function settle(database: Database, left: Mark, { missing, older }: Loss): Promise<void> {
  const names = ['meta', 'settings', 'accounts', 'marks', 'segments'] as const
  return database.atomically('rw', names, async (tables) => {
    const { meta, settings, accounts, marks } = tables
    const before = String((await meta.get('lost'))?.value ?? '')
    const words = new Set([...before.split(',').filter(Boolean), ...missing])
    await meta.put({ id: 'lost', value: [...words].join(',') })
    if (older) {
      if (left.settings) await settings.put({ id: 'user', value: left.settings })
      await accounts.bulkPut(left.accounts)
      await marks.bulkPut(left.marks)
    }
    // Counted anew: what was found missing once is not found again at every opening.
    for (const { account, kind } of await hollow(tables)) {
      const shelf = await Shelf.open(tables, account, kind as KindName)
      await count(tables, shelf)
    }
  })
}
