import type { Database, SyncRow, Tables } from '@/utils/cache/database'
import { openDexie } from '@/utils/cache/dexie'
import { guarded } from '@/utils/cache/failure'
import type { Step } from '@/utils/sources/api/steps'
import type { Notes, Sync, SyncHead, SyncStore } from './types'

const head = 'head'
const past = 'notes'
const none = (): Notes => ({ history: {}, reconciled: { differences: [], missing: {} } })
const stepPrefix = 'step|'
/** A step with its place in the queue: rows come back in the order of their ids. */
interface Placed {
  place: number
  step: Step
}

/** The syncs in the database of the cache, over a connection of their own. */
export async function openSyncStore(): Promise<SyncStore> {
  return syncStoreOn(await openDexie())
}

export function syncStoreOn(database: Database): SyncStore {
  const rowsOf = (id: string) => database.sync.where({ id }).toArray()
  const written = new Map<string, Written>()
  const get = async <T>(account: string, id: string, { sync } = database as Tables) =>
    (await sync.get([account, id]))?.value as T | undefined
  const all = async <T>(id: string): Promise<T[]> =>
    (await rowsOf(id)).map(({ value }) => value as T)

  return {
    load: (account) =>
      guarded(database, () =>
        database.atomically('r', ['sync'], async (tables) => {
          const found = await get<SyncHead>(account, head, tables)
          if (found === undefined) return undefined
          const all = await tables.sync.where({ account }).toArray()
          const rows = all.filter(({ id }) => id.startsWith(stepPrefix))
          const placed = rows.map(({ value }) => value as Placed)
          placed.sort((a, b) => a.place - b.place)
          written.set(account, new Written(found.startedAt, placed))
          const { wish, startedAt, unavailable, requests } = found
          const steps = placed.map(({ step }) => step)
          return { head: found, plan: { wish, startedAt, unavailable, requests, steps } }
        }),
      ),
    save: async (sync, notes) => {
      const { account } = sync.head
      const { startedAt } = sync.plan
      const before = written.get(account)
      const same = before?.startedAt === startedAt ? before : undefined
      const known = same ?? new Written(startedAt, [])
      // Known again as soon as it is in the database.
      written.delete(account)
      await guarded(database, () =>
        database.atomically('rw', ['sync'], async (tables) => {
          const { sync: table } = tables
          // Another sync than the one we know: nothing of the old one may stay.
          if (same === undefined) await clear(tables, account)
          await table.bulkPut(known.changed(sync).map((each) => rowOf(account, each)))
          await table.put({ account, id: head, value: sync.head })
          if (notes) await table.put({ account, id: past, value: notes })
        }),
      )
      written.set(account, known)
    },
    notes: async (account) =>
      guarded(database, async () => (await get<Notes>(account, past)) ?? none()),
    remove: async (account) => {
      written.delete(account)
      await guarded(database, () =>
        database.atomically('rw', ['sync'], (tables) => clear(tables, account)),
      )
    },
    heads: () => database.follow(() => guarded(database, () => all<SyncHead>(head))),
    allNotes: () =>
      database.follow(() =>
        guarded(database, async () =>
          (await rowsOf(past)).map(({ account, value }) => ({
            account,
            ...(value as Notes),
          })),
        ),
      ),
    close: () => database.close(),
  }
}

const rowOf = (account: string, placed: Placed): SyncRow => ({
  account,
  id: stepPrefix + placed.step.id,
  value: placed,
})

/** All of a sync but what is known of earlier ones. */
async function clear({ sync }: Tables, account: string): Promise<void> {
  const rows = await sync.where({ account }).toArray()
  await sync.bulkDelete(rows.filter(({ id }) => id !== past).map(({ id }) => [account, id]))
}

/** What of a plan is in the database: steps that did not change are not written again. */
class Written {
  readonly #placed = new Map<string, Placed>()
  constructor(
    readonly startedAt: number,
    placed: readonly Placed[],
  ) {
    for (const each of placed) this.#placed.set(each.step.id, each)
  }
  changed({ plan }: Sync): Placed[] {
    const changed: Placed[] = []
    let last = -1
    for (const step of plan.steps) {
      const before = this.#placed.get(step.id)
      // One that was put off has moved behind others: it takes a place behind theirs.
      const place = before !== undefined && before.place > last ? before.place : last + 1
      last = place
      if (before?.step === step && before.place === place) continue
      const placed = { place, step }
      this.#placed.set(step.id, placed)
      changed.push(placed)
    }
    return changed
  }
}
