import { first } from '@/utils/cache/live'
import { now } from '@/utils/clock'
import { ask } from '@/utils/messaging/ask'
import { openSyncDoor } from '@/utils/sync/door'
import { orderFor } from '@/utils/sync/scheduled'
import type { Said } from '@/utils/sync/session'

/* A page that nobody sees: the worker of the extension may end at any moment and has no threads, a sync needs both. */

/** What ends this page; another page at work has it already. */
const ends: ReadonlySet<Said['said']> = new Set(['over', 'failed', 'other-keys', 'elsewhere'])

async function sync(): Promise<void> {
  const { keys, share = 0.5, dataKey } = await ask('sync.due', {})
  if (!keys) return
  const door = await openSyncDoor()
  const [heads, notes] = await Promise.all([
    first(door.store.heads()),
    first(door.store.allNotes()),
  ])
  const historyOf = (account: string) =>
    notes.find((each) => each.account === account)?.history ?? {}
  const order = orderFor(heads, historyOf, keys, now(), share)
  if (!order) return
  await new Promise<void>((resolve) => {
    door.listen(({ said }) => {
      if (ends.has(said)) resolve()
    })
    door.order({ ...order, ...(dataKey === undefined ? {} : { dataKey }) })
  })
}

/** Asked, the keeper locks a vault whose time is over; this page is closed then. */
setInterval(() => void ask('sync.due', {}).catch(() => {}), 30_000)

void sync().finally(() => ask('sync.over', {}))
