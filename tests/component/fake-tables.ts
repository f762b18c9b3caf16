import { encode } from '@/utils/cache/columns'
import type { RemoteTables } from '@/utils/table/client'
import { Engine } from '@/utils/table/engine'
import type { Which } from '@/utils/table/protocol'
import type { FakeCache } from './fake-cache'

/** The real engine in the page itself, on the rows of a cache in memory; fails as that cache fails. */
export function fakeTables(store: FakeCache, now: () => number): RemoteTables {
  const listeners = new Set<(which: Which) => void>()
  const engine = new Engine(
    {
      async all({ account, kind }, take) {
        const rows = await store.cache.read(kind, account)
        if (store.failure()) throw store.failure()
        if (rows.length > 0) take([{ scope: '', part: 0, columns: encode(rows, account) }], 1)
      },
      some: async () => [],
      notes: async (account) => store.kept.notes.filter((each) => each.account === account),
    },
    now,
    (which) => listeners.forEach((each) => each(which)),
  )
  store.onSet(() => void engine.changed(engine.open()))
  return {
    start: () => {},
    look: (question) => engine.look(question),
    values: (question) => engine.values(question),
    sums: (question) => engine.sums(question),
    rows: (question) => engine.rows(question),
    find: (question) => engine.find(question),
    onChanged(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {},
  }
}
