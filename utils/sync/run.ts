import type { Cache } from '@/utils/cache/types'
import { advance } from '@/utils/sources/api/advance'
import type { Client } from '@/utils/sources/api/client'
import type { Step } from '@/utils/sources/api/steps'
import type { ReadableName } from '@/utils/sources/api/readings'
import { committer, stepped, type Remember } from './commit'
import { nextSteps } from './next'
import type { LogEntry, Stop, Sync, SyncHead, SyncStore } from './types'

export interface RunOptions {
  store: Pick<SyncStore, 'save' | 'notes'>
  cache: Pick<Cache, 'ingest' | 'read'>
  client: Client
  /** Local time, epoch ms. */
  now: () => number
  /** Aborted: the sync is paused where it is; for the reason `left`, it is as if its page had been closed. */
  signal?: AbortSignal
  /** Share of the allowed rate that the client uses, above 0 to 1. */
  share?: number
  remember?: Remember
  /** Called with every change, after it is kept. */
  onChange?: (head: SyncHead) => void
}

/** Why a sync is put down that nobody paused: it goes on by itself. */
export const left = 'left'

/** Answers on their way into the cache; when it cannot keep up, no more are asked for. */
const WAITING = 24

/**
 * Works a plan off, several listings side by side. What an answer held is in the cache before the plan says so: a page
 * that is closed at any moment loses requests under way, never a record, and no step that was committed is asked again.
 * @returns the sync as it was kept last: `done`, `paused` or `stopped`; `running` where it was left
 * @throws what the cache throws when not even that can be kept
 */
export async function run(sync: Sync, options: RunOptions): Promise<Sync> {
  const { client, now, signal, share = 1, store } = options
  const commits = committer(sync, await store.notes(sync.head.account), { ...options, share })
  // What was asked for runs ahead of what is kept; both take the same steps in the same order.
  let ahead = sync.plan
  const active = new Map<string, { name: ReadableName; work: Promise<void> }>()
  const failing = new AbortController()
  const ended = signal ? AbortSignal.any([signal, failing.signal]) : failing.signal
  let stop: Stop | undefined
  let answered = false
  const halt = (why: Stop): void => {
    stop ??= why
    failing.abort()
  }

  const forward = async (step: Step): Promise<void> => {
    const advanced = await advance(ahead, step, client, now, ended)
    if (advanced.failure?.stop === true) return halt(stopOf(advanced.failure.reason))
    answered = true
    ahead = stepped(ahead, advanced)
    commits.add(advanced, now())
  }
  const begin = (step: Step): void => {
    const work = forward(step)
      // Aborted: it was not read. Anything else is a mistake of ours that must not pass for an end.
      .catch(() => (ended.aborted ? undefined : halt('other')))
      .finally(() => active.delete(step.id))
    active.set(step.id, { name: step.name, work })
  }

  const first = sync.head.log.length === 0
  await commits.turn('running', { at: now(), code: first ? 'started' : 'continued' })
  while (!ended.aborted) {
    const next = nextSteps(ahead, active)
    // One request finds out whether the keys are good; many with bad ones might get them locked.
    for (const step of answered ? next : next.slice(0, active.size === 0 ? 1 : 0)) begin(step)
    if (active.size === 0) break
    await Promise.race([...active.values()].map(({ work }) => work))
    if (commits.waiting() >= WAITING) await commits.settled()
    const problem = commits.problem()
    if (problem !== undefined) halt(stopOf(problem.name))
  }
  await Promise.all([...active.values()].map(({ work }) => work))
  await commits.settled()
  const problem = commits.problem()
  if (problem !== undefined) stop ??= stopOf(problem.name)
  const said = (code: LogEntry['code'], rest: Partial<LogEntry> = {}) => ({
    at: now(),
    code,
    ...rest,
  })
  if (stop !== undefined) return commits.turn('stopped', said('stopped', { why: stop }), stop)
  if (signal?.reason === left) return commits.kept()
  if (signal?.aborted === true) return commits.turn('paused', said('paused'))
  const { rows, requests } = { rows: rowsOf(ahead.steps), requests: ahead.requests }
  return commits.turn('done', said('finished', { rows, requests }))
}

const rowsOf = (steps: readonly Step[]): number => steps.reduce((sum, { rows }) => sum + rows, 0)

const stops: Readonly<Record<string, Stop>> = {
  key: 'key',
  clock: 'clock',
  budget: 'budget',
  FullError: 'full',
  NewerDataError: 'newer',
}
const stopOf = (why = ''): Stop => stops[why] ?? 'other'
