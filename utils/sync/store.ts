import { openDatabase, type Database, type SyncRow } from '@/utils/cache/database'
import { guarded } from '@/utils/cache/failure'
import { follow } from '@/utils/cache/live'
import type { Step } from '@/utils/sources/api/plan'
import type { History, Sync, SyncHead, SyncStore } from './types'

const head = 'head'
const past = 'history'
const stepPrefix = 'step|'
/** A step with its place in the queue: rows come back in the order of their ids. */
interface Placed {
  place: number
  step: Step
}

/** The syncs in the database of the cache, over a connection of their own. */
export async function openSyncStore(): Promise<SyncStore> {
  const database = await openDatabase()
  return syncStoreOn(database)
}

export function syncStoreOn(database: Database): SyncStore {
  const { sync: table } = database
  const written = new Map<string, Written>()
  const get = async <T>(account: string, id: string): Promise<T | undefined> =>
    (await table.get([account, id]))?.value as T | undefined
  const all = async <T>(id: string): Promise<T[]> =>
    (await table.filter((row) => row.id === id).toArray()).map(({ value }) => value as T)

  return {
    load: (account) =>
      guarded(database, () =>
        database.transaction('r', table, async () => {
          const found = await get<SyncHead>(account, head)
          if (found === undefined) return undefined
          const rows = await table
            .where('[account+id]')
            .between([account, stepPrefix], [account, `${stepPrefix}\uffff`])
            .toArray()
          const placed = rows.map(({ value }) => value as Placed)
          placed.sort((a, b) => a.place - b.place)
          written.set(account, new Written(found.startedAt, placed))
          const { wish, startedAt, unavailable, requests } = found
          const steps = placed.map(({ step }) => step)
          return { head: found, plan: { wish, startedAt, unavailable, requests, steps } }
        }),
      ),
    save: async (sync, history) => {
      const { account } = sync.head
      const { startedAt } = sync.plan
      const before = written.get(account)
      const same = before?.startedAt === startedAt ? before : undefined
      const known = same ?? new Written(startedAt, [])
      // Known again as soon as it is in the database.
      written.delete(account)
      await guarded(database, () =>
        database.transaction('rw', table, async () => {
          // Another sync than the one we know: nothing of the old one may stay.
          if (same === undefined) await clear(database, account)
          await table.bulkPut(known.changed(sync).map((each) => rowOf(account, each)))
          await table.put({ account, id: head, value: sync.head })
          if (history) await table.put({ account, id: past, value: history })
        }),
      )
      written.set(account, known)
    },
    history: async (account) =>
      guarded(database, async () => (await get<History>(account, past)) ?? {}),
    remove: async (account) => {
      written.delete(account)
      await guarded(database, () => clear(database, account))
    },
    heads: () => follow(() => guarded(database, () => all<SyncHead>(head))),
    histories: () =>
      follow(() =>
        guarded(database, async () =>
          (await table.filter(({ id }) => id === past).toArray()).map(({ account, value }) => ({
            account,
            history: value as History,
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
const clear = ({ sync: table }: Database, account: string): Promise<number> =>
  table
    .where({ account })
    .filter(({ id }) => id !== past)
    .delete()

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
