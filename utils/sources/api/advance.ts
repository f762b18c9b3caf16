import { ShapeError } from '@/utils/errors'
import type { KindRecord } from '@/utils/records'
import { summed } from './add'
import type { Answer } from './answer'
import type { Client } from './client'
import { RefusedError } from './failures'
import { itemIdsOf, withUsages } from './packages'
import { isComplete, pageOf, pages, startListing } from './pages'
import { type Failure, failed, isStop, listingOf, pageRead, type Plan, wholeRead } from './plan'
import { type Read, readRows } from './read'
import type { Step } from './steps'

/** What one step forward gave. Keep the records first, then the plan: a page that is kept twice changes nothing. */
export interface Advanced {
  plan: Plan
  /** The same step forward for a plan that went on meanwhile: several steps may be under way at once. */
  change: (plan: Plan) => Plan
  /** The step as it stands now. */
  step: Step
  records: KindRecord[]
  rejected: Read['rejected']
  unknownCodes: string[]
  /** The server's number of all rows of this listing. */
  total?: number
  /** The listing has ended: records of its scope that were not seen since `since` are gone, where it is complete. */
  ended?: { complete: boolean; since: number }
  /** Why the step failed; `stop` when the sync has to wait for the user. */
  failure?: Failure & { stop: boolean }
}

/**
 * One page of a plan's step, or the whole listing where its rows are parts of sums.
 * @throws the signal's reason when it aborts, and what is a mistake of ours; all else becomes a failure in the plan
 */
export async function advance(
  plan: Plan,
  step: Step,
  client: Client,
  now: () => number,
  signal?: AbortSignal,
): Promise<Advanced> {
  try {
    return await (step.whole === true ? whole : onePage)(plan, step, client, now, signal)
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof Error) || error instanceof RangeError) throw error
    const failure: Failure = {
      name: error.name,
      ...(error instanceof RefusedError ? { reason: error.reason } : {}),
    }
    const stop = isStop(failure)
    return {
      ...after(plan, step.id, (current) => failed(current, step.id, failure)),
      records: [],
      rejected: [],
      unknownCodes: [],
      failure: { ...failure, stop },
    }
  }
}

type Way = typeof advance

const onePage: Way = async (plan, step, client, now, signal) => {
  const listing = listingOf(step, now())
  const answer = await client.call(step.name, pageOf(step.name, step.params, listing), signal)
  const read = readOf(plan, step, answer)
  const records = await withItems(step, read.records, client, signal)
  const { rows, total } = answer
  const page = { rows, rejected: read.rejected.length, ...(total === undefined ? {} : { total }) }
  const at = now()
  const change = (current: Plan): Plan =>
    pageRead(withListing(current, { ...step, listing }), step.id, page, at)
  return ended({ ...read, records, ...after(plan, step.id, change) }, total)
}

const whole: Way = async (plan, step, client, now, signal) => {
  const reads: Read[] = []
  let listing = startListing(now())
  let [rows, requests] = [0, 0]
  const asked = { name: step.name, params: step.params, listing }
  for await (const page of pages(client, asked, now, signal)) {
    requests += 1
    // Read again from its start, or the same page again: what came before does not count.
    const again = page.listing.offset === listing.offset && !page.listing.done
    if (page.listing.restarts > listing.restarts) {
      reads.length = 0
      rows = 0
    } else if (!again) {
      reads.push(readOf(plan, step, page.answer))
      rows += page.rows.length
    }
    listing = page.listing
  }
  // Rows that moved between pages are in a sum twice or not at all: no sum is better than a wrong one.
  if (!isComplete(listing)) {
    throw new ShapeError(`${step.name}: its pages did not hold still`, { place: 'api' })
  }
  const read: Read = {
    records: summed(
      step.kind,
      reads.flatMap(({ records }) => records),
    ),
    rejected: reads.flatMap(({ rejected }) => rejected),
    unknownCodes: [...new Set(reads.flatMap(({ unknownCodes }) => unknownCodes))],
  }
  const done = { listing, rows, rejected: read.rejected.length, requests }
  const change = (current: Plan): Plan => wholeRead(current, step.id, done)
  return ended({ ...read, ...after(plan, step.id, change) }, listing.total)
}

const readOf = ({ wish }: Plan, step: Step, { rows, body }: Pick<Answer, 'rows' | 'body'>): Read =>
  readRows(step.name, rows, { site: wish.site, given: step.given, currency: body['currency'] })

/** A package's items say how they are used in an answer of their own, a hundred at a time. */
async function withItems(
  { name }: Step,
  records: KindRecord[],
  client: Client,
  signal?: AbortSignal,
): Promise<KindRecord[]> {
  if (name !== 'ListFreeResourceInfos') return records
  const ids = itemIdsOf(records)
  const usages: unknown[] = []
  for (let from = 0; from < ids.length; from += 100) {
    const params = { free_resource_ids: ids.slice(from, from + 100) }
    usages.push(...(await client.call('ListFreeResourceUsages', params, signal)).rows)
  }
  return withUsages(records, usages)
}

function ended(advanced: Omit<Advanced, 'ended'>, total: number | undefined): Advanced {
  const { listing } = advanced.step
  return {
    ...advanced,
    ...(total === undefined ? {} : { total }),
    ...(listing?.done === true
      ? { ended: { complete: isComplete(listing), since: listing.startedAt } }
      : {}),
  }
}

const withListing = (plan: Plan, step: Step): Plan => ({
  ...plan,
  steps: plan.steps.map((one) => (one.id === step.id ? step : one)),
})

function after(
  before: Plan,
  id: string,
  change: (plan: Plan) => Plan,
): Pick<Advanced, 'plan' | 'step' | 'change'> {
  const plan = change(before)
  const step = plan.steps.find((one) => one.id === id)
  if (step === undefined) throw new RangeError('no such step')
  return { plan, step, change }
}
