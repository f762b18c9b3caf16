import type { Plan } from '@/utils/sources/api/plan'
import { progressOf } from '@/utils/sources/api/progress'
import { readings } from '@/utils/sources/api/readings'
import { byCustomer } from '@/utils/sources/api/steps'
import type { KindName } from '@/utils/kinds'
import type { History, LogEntry, Sync, SyncHead, SyncState, Stop } from './types'

const KEPT = 200

/** A sync that is to begin. */
export function newSync(
  account: string,
  keyTail: string,
  plan: Plan,
  share: number,
  before?: SyncHead,
): Sync {
  const { wish, startedAt, unavailable, requests } = plan
  const usual = before && wish.bills ? usualWish(before) : undefined
  return {
    plan,
    head: {
      account,
      keyTail,
      state: 'running',
      wish,
      startedAt,
      unavailable,
      requests,
      progress: progressOf(plan, share),
      log: [],
      changedAt: startedAt,
      ...(usual === undefined ? {} : { usual }),
    },
  }
}

/** What this sync, or the last one before it that was for more than single bills, asked for. */
export const usualWish = ({ wish, usual }: SyncHead): Plan['wish'] | undefined =>
  wish.bills ? usual : wish

/** The head of a plan as it stands now, with what is to be said about it. */
export function headOf(
  before: SyncHead,
  plan: Plan,
  said: readonly LogEntry[],
  now: number,
  share: number,
): SyncHead {
  return {
    ...before,
    unavailable: plan.unavailable,
    requests: plan.requests,
    progress: progressOf(plan, share),
    log: said.length === 0 ? before.log : [...before.log, ...said].slice(-KEPT),
    changedAt: now,
  }
}

/** The head with another state; a stop is forgotten when it goes on. */
export function inState(head: SyncHead, state: SyncState, entry: LogEntry, stop?: Stop): SyncHead {
  const { stop: _, ...rest } = head
  return {
    ...rest,
    state,
    log: [...head.log, entry].slice(-KEPT),
    changedAt: entry.at,
    ...(stop === undefined ? {} : { stop }),
  }
}

/** What is known of a kind when its last listing has ended; the history itself while one is open. */
export function historyWith(history: History, plan: Plan, kind: KindName, now: number): History {
  const steps = plan.steps.filter((step) => step.kind === kind && step.state !== 'unavailable')
  const open = steps.some(({ state }) => state === 'waiting') || isAwaited(plan, kind)
  if (open || steps.length === 0) return history
  const done = steps.filter(({ state }) => state === 'done')
  const complete =
    done.length === steps.length &&
    steps.every(({ listing, rejected }) => listing?.oddities.length === 0 && rejected === 0)
  const months = { ...history[kind]?.months }
  for (const { given } of done) {
    // One customer's bill says nothing of a month as a whole.
    const whole = plan.wish.bills === undefined
    if (whole && typeof given['month'] === 'string') months[given['month']] = plan.startedAt
  }
  return {
    ...history,
    [kind]: {
      at: now,
      since: plan.startedAt,
      rows: steps.reduce((sum, { rows }) => sum + rows, 0),
      complete,
      ...(Object.keys(months).length === 0 ? {} : { months }),
    },
  }
}

/** Some kinds are listed by customer: as long as customers are being found there is more to come. */
const isAwaited = ({ steps, wish }: Plan, kind: KindName): boolean =>
  wish.caller === 'partner' &&
  byCustomer.some((name) => readings[name].kind === kind) &&
  steps.some(({ name, state }) => name === 'ListSubCustomers' && state === 'waiting')
