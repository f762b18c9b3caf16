import type { Answer } from './answer'
import type { Refusal } from './failures'
import { type Listing, startListing, turned } from './pages'
import type { ReadableName } from './readings'
import { customerSteps, stepsFor, type Step, type Wish } from './steps'

/** A sync as data: everything needed to go on after the worker died. The functions below give a changed copy. */
export interface Plan {
  wish: Wish
  /** Epoch ms. */
  startedAt: number
  steps: Step[]
  /** Operations this account may not call: not tried again until asked. */
  unavailable: ReadableName[]
  /** Pages asked for so far, those that failed included; the client counts every try. */
  requests: number
}

const TRIES = 3

/** @param unavailable operations found not to be this account's, from an earlier sync */
export function planFor(
  wish: Wish,
  startedAt: number,
  unavailable: readonly ReadableName[] = [],
): Plan {
  const plan = {
    wish,
    startedAt,
    steps: stepsFor(wish),
    unavailable: [...unavailable],
    requests: 0,
  }
  return closed(plan)
}

/** Adds the listings of customers that became known; known ones stay as they are. */
export function withCustomers(plan: Plan, customerIds: readonly string[]): Plan {
  const known = new Set(plan.steps.map(({ id }) => id))
  const added = customerSteps(plan.wish, customerIds).filter(({ id }) => !known.has(id))
  return added.length === 0 ? plan : closed({ ...plan, steps: [...plan.steps, ...added] })
}

/**
 * The step to go on with; undefined when nothing is left. One that has begun comes first.
 * @param busy operations that have a request under way: they are throttled each on its own
 */
export function nextStep(
  plan: Plan,
  busy: ReadonlySet<ReadableName> = new Set(),
): Step | undefined {
  const open = plan.steps.filter(({ state, name }) => state === 'waiting' && !busy.has(name))
  return open.find(({ listing }) => listing !== undefined) ?? open[0]
}

/** Where the next page of a step starts. */
export const listingOf = (step: Step, now: number): Listing => step.listing ?? startListing(now)

/** A page was read and its records are kept. For `whole` steps: call it when the last one was kept, see `wholeRead`. */
export function pageRead(
  plan: Plan,
  id: string,
  page: Pick<Answer, 'rows' | 'total'> & { rejected?: number },
  now: number,
): Plan {
  return changed({ ...plan, requests: plan.requests + 1 }, id, (step) => {
    const listing = turned(listingOf(step, now), step.name, page, now)
    return {
      ...step,
      listing,
      rows: step.rows + page.rows.length,
      rejected: step.rejected + (page.rejected ?? 0),
      state: listing.done ? 'done' : 'waiting',
    }
  })
}

/** All pages of a `whole` step were read and kept at once. */
export function wholeRead(
  plan: Plan,
  id: string,
  read: { listing: Listing; rows: number; rejected: number; requests: number },
): Plan {
  const { listing, rows, rejected, requests } = read
  return changed({ ...plan, requests: plan.requests + requests }, id, (step) => ({
    ...step,
    listing,
    rows,
    rejected,
    state: 'done',
  }))
}

/** What became of a step that threw: `name` of the error, `reason` of a refusal. */
export interface Failure {
  name: string
  reason?: Refusal
}

/** Whether the whole sync has to wait for the user: nothing else would go better. */
export const isStop = ({ reason }: Failure): boolean =>
  reason === 'key' || reason === 'clock' || reason === 'budget'

/**
 * A step failed. Where the account may not call the operation, all its steps are closed; where only one customer is
 * not to be asked for, that step; else it is tried again later, three times in all. After a stop nothing changes: the
 * plan goes on where it was when the user has done what it takes.
 */
export function failed(plan: Plan, id: string, failure: Failure): Plan {
  if (isStop(failure)) return plan
  const step = plan.steps.find((one) => one.id === id)
  if (step === undefined) return plan
  const why = failure.reason ?? failure.name
  if (failure.reason === 'caller') {
    const unavailable = [...new Set([...plan.unavailable, step.name])]
    return closed({ ...plan, unavailable, requests: plan.requests + 1 })
  }
  const counted = { ...plan, requests: plan.requests + 1 }
  const next = changed(counted, id, (one) => {
    const tries = one.tries + 1
    const over = failure.reason === 'customer' || tries >= TRIES
    return { ...one, tries, why, state: over ? 'failed' : 'waiting' }
  })
  // To the end of the queue: others may well go.
  const moved = next.steps.find((one) => one.id === id)
  const others = next.steps.filter((one) => one.id !== id)
  return moved === undefined ? next : { ...next, steps: [...others, moved] }
}

/** The user asks again for what was not available, and for what failed. */
export const askAgain = (plan: Plan): Plan => ({
  ...plan,
  unavailable: [],
  steps: plan.steps.map((step) => {
    if (step.state !== 'unavailable' && step.state !== 'failed') return step
    const { why: _, ...rest } = step
    return { ...rest, state: 'waiting', tries: 0 }
  }),
})

const changed = (plan: Plan, id: string, change: (step: Step) => Step): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => (step.id === id ? change(step) : step)),
})

const closed = (plan: Plan): Plan => ({
  ...plan,
  steps: plan.steps.map((step) =>
    step.state === 'waiting' && plan.unavailable.includes(step.name)
      ? { ...step, state: 'unavailable', why: 'caller' }
      : step,
  ),
})
