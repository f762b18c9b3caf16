import type { Cache, Observation } from '@/utils/cache/types'
import type { KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'
import type { Advanced } from '@/utils/sources/api/advance'
import { hosts } from '@/utils/sources/api/hosts'
import { operations } from '@/utils/sources/api/operations'
import { type Plan, withCustomers } from '@/utils/sources/api/plan'
import { extentOf } from './extent'
import { headOf, historyWith, inState } from './head'
import { saidOf } from './log'
import { reconciler } from './compare'
import type { LogEntry, Notes, Stop, Sync, SyncHead, SyncState, SyncStore } from './types'

/** Full names among records, on their way to where they are remembered. */
export type Remember = (kind: KindName, records: KindRecord[], at: number) => Promise<void>

interface Options {
  store: Pick<SyncStore, 'save'>
  cache: Pick<Cache, 'ingest' | 'read'>
  now: () => number
  share: number
  onChange?: (head: SyncHead) => void
  remember?: Remember
}

export interface Committer {
  /** Queues an answer; answers are kept in the order they are added. */
  add(advanced: Advanced, at: number): void
  /** How many wait to be kept. */
  waiting(): number
  /** Comes back when nothing waits any more, or nothing can be kept. */
  settled(): Promise<void>
  /** The sync as it is kept. */
  kept(): Sync
  /** Why nothing can be kept. */
  problem(): Error | undefined
  /** Keeps that the sync is in another state. */
  turn(state: SyncState, entry: LogEntry, stop?: Stop): Promise<Sync>
}

/** Brings answers into the cache and then into the plan, those that came meanwhile together. */
export function committer(sync: Sync, past: Notes, options: Options): Committer {
  const { cache, store, now, share, onChange, remember } = options
  let kept = sync
  let { history } = past
  const compare = reconciler(
    sync.head.account,
    // A new sync counts anew.
    sync.head.log.length === 0 ? { ...past.reconciled, missing: {} } : past.reconciled,
    cache,
  )
  let queue: { advanced: Advanced; at: number }[] = []
  let working: Promise<void> | undefined
  let problem: Error | undefined

  const save = async (next: Sync): Promise<Sync> => {
    await store.save(next, { history, reconciled: compare.found() })
    kept = next
    onChange?.(next.head)
    return next
  }
  const work = async (): Promise<void> => {
    while (queue.length > 0) {
      const batch = queue
      queue = []
      let { plan } = kept
      const said: LogEntry[] = []
      for (const { advanced, at } of batch) {
        const seen = observationOf(kept.head, plan, advanced, at)
        // Before they become one record.
        await compare.note(advanced, at)
        if (seen !== undefined) {
          await remember?.(seen.kind, seen.records, seen.observedAt)
          await cache.ingest(seen)
        }
        const before = plan
        plan = stepped(plan, advanced)
        said.push(...saidOf(before, plan, advanced, at))
        history = historyWith(history, plan, advanced.step.kind, at)
      }
      await save({ plan, head: headOf(kept.head, plan, said, now(), share) })
    }
  }
  return {
    add(advanced, at) {
      if (problem !== undefined) return
      queue.push({ advanced, at })
      working ??= work()
        .catch((error: unknown) => {
          problem = error instanceof Error ? error : new Error('unknown')
          queue = []
        })
        .finally(() => (working = undefined))
    },
    waiting: () => queue.length,
    settled: async () => {
      while (working !== undefined) await working
    },
    kept: () => kept,
    problem: () => problem,
    turn: (state, entry, stop) =>
      save({ plan: kept.plan, head: inState(kept.head, state, entry, stop) }),
  }
}

/** The plan after an answer; customers it named are listed from then on. */
export function stepped(plan: Plan, { change, step, records }: Advanced): Plan {
  const next = change(plan)
  if (step.name !== 'ListSubCustomers') return next
  return withCustomers(
    next,
    records.map(({ customerId }) => String(customerId)),
  )
}

function observationOf(
  { account }: SyncHead,
  { wish }: Plan,
  { step, records, total, ended }: Advanced,
  at: number,
): Observation | undefined {
  // A row that was not understood may be one we know: nothing is called gone then.
  const whole = ended?.complete === true && step.rejected === 0
  const complete = whole ? extentOf(step, ended.since) : undefined
  if (records.length === 0 && complete === undefined) return undefined
  const { listing } = step
  return {
    id: ['sync', step.id, ended?.since ?? listing?.startedAt ?? at, listing?.offset ?? 0].join('|'),
    account,
    kind: step.kind,
    records,
    source: 'api',
    // Never before its listing began, though the clock was set back meanwhile: it would count as gone.
    observedAt: Math.max(at, listing?.startedAt ?? at),
    place: `https://${hosts[wish.site]}${operations[step.name].path}`,
    ...(total === undefined ? {} : { total }),
    ...(listing === undefined ? {} : { page: { number: listing.asked } }),
    ...(complete === undefined ? {} : { complete }),
  }
}
