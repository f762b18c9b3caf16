import type { KindName } from '@/utils/kinds'
import type { Catalogues } from './catalogue'
import type { Database } from './database'
import { guarded } from './failure'
import { Shelf } from './shelf'
import { count } from './tally'

/** Long enough after the last write that nobody waits for the next. */
const idleMs = 3000

/** Brings the rows of an account and kind that wait in deltas to their places, in one transaction. */
export async function fold(
  database: Database,
  account: string,
  kind: KindName,
  catalogues: Catalogues,
): Promise<void> {
  await guarded(database, async () => {
    let shelf: Shelf | undefined
    const stamp = await database.atomically('rw', ['segments', 'meta'], async (tables) => {
      shelf = await Shelf.open(tables, account, kind, catalogues)
      await shelf.fold()
      return count(tables, shelf)
    })
    if (shelf) catalogues.keep(kind, account, stamp, shelf.catalogue)
  })
}

/** Runs `work` when nothing was noted for a while; a context that ends before leaves the work to the next. */
export function whenIdle(work: () => Promise<void>): { note(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => clearTimeout(timer)
  return {
    stop,
    note() {
      stop()
      timer = setTimeout(() => void work().catch(() => {}), idleMs)
    },
  }
}
