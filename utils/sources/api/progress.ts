import type { Operation } from './operation'
import { operations } from './operations'
import type { Plan } from './plan'
import type { Step } from './steps'
import type { ReadableName } from './readings'

export interface Progress {
  steps: number
  done: number
  failed: number
  unavailable: number
  rows: number
  /** Requests still to come, as far as totals are known: a listing not begun counts as one. */
  requestsLeft: number
  /** At the given share of the rate, ms; operations run side by side, so the slowest one counts. */
  msLeft: number
}

/** @param share of the allowed rate, above 0 to 1 */
export function progressOf(plan: Plan, share = 1): Progress {
  const count = (state: Step['state']) => plan.steps.filter((step) => step.state === state).length
  const left = new Map<ReadableName, number>()
  for (const step of plan.steps) {
    if (step.state === 'waiting') left.set(step.name, (left.get(step.name) ?? 0) + requestsOf(step))
  }
  const times = [...left].map(([name, n]) => (n * 1000) / (operations[name].perSecond * share))
  return {
    steps: plan.steps.length,
    done: count('done'),
    failed: count('failed'),
    unavailable: count('unavailable'),
    rows: plan.steps.reduce((sum, { rows }) => sum + rows, 0),
    requestsLeft: [...left.values()].reduce((sum, n) => sum + n, 0),
    msLeft: Math.ceil(Math.max(0, ...times)),
  }
}

function requestsOf({ name, listing }: Step): number {
  const { limitMax = 1 }: Operation = operations[name]
  const rows = listing?.total === undefined ? 1 : listing.total - listing.offset
  return Math.max(1, Math.ceil(rows / limitMax))
}
