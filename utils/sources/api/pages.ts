import type { Answer } from './answer'
import type { Client } from './client'
import type { Operation } from './operation'
import { type OperationName, operations } from './operations'
import type { Params } from './request'

/** What was odd about a listing. Any of them means: do not take it for complete. */
export type Oddity = 'total-changed' | 'repeated-page' | 'empty-page' | 'offset-limit' | 'endless'

/** How far a listing has been read; plain data, so that a worker that died goes on where it was. */
export interface Listing {
  /** Epoch ms; records of it that were not seen since then are gone when it is complete. */
  startedAt: number
  /** Record offset of the page to ask for next. */
  offset: number
  /** As the last answer said. */
  total?: number
  /** Tells one page from the next: no value of a row can be read from it. */
  print?: string
  /** How often the page at `offset` was asked for again, and the listing from its start. */
  retries: number
  restarts: number
  /** Pages asked for, and how many are enough: a total that grows with every page has no end. */
  asked: number
  enough?: number
  oddities: Oddity[]
  done: boolean
}

export const startListing = (startedAt: number): Listing => ({
  startedAt,
  offset: 0,
  retries: 0,
  restarts: 0,
  asked: 0,
  oddities: [],
  done: false,
})

/** Whether what it did not show is gone. */
export const isComplete = (listing: Listing): boolean =>
  listing.done && listing.oddities.length === 0

const AGAIN = 2

/** The parameters of the next page: as many rows as the contract allows. */
export function pageOf(name: OperationName, params: Params, { offset }: Listing): Params {
  const { limitMax }: Operation = operations[name]
  return limitMax === undefined ? params : { ...params, offset, limit: limitMax }
}

/**
 * What follows from a page. A total that changed starts the listing anew (rows have moved between the pages), a page
 * that repeats or is empty before the end is asked for again, twice at most; after that the reading goes on and says so.
 * @param now epoch ms, where the listing starts anew
 */
export function turned(
  before: Listing,
  name: OperationName,
  { rows, total }: Pick<Answer, 'rows' | 'total'>,
  now: number,
): Listing {
  const { limitMax = 0, offsetMax = Infinity }: Operation = operations[name]
  if (limitMax === 0) return { ...before, done: true }
  const expected = total === undefined ? 10_000 : Math.ceil(total / limitMax)
  const enough = before.enough ?? 20 + 4 * expected
  const listing = { ...before, asked: before.asked + 1, enough }
  if (listing.asked > enough) {
    return {
      ...listing,
      oddities: [...new Set<Oddity>([...listing.oddities, 'endless'])],
      done: true,
    }
  }
  const print = printOf(rows)
  const odd = oddityOf(listing, rows, total, print)
  if (odd === 'total-changed' && listing.restarts < AGAIN) {
    const { asked, restarts } = listing
    return { ...startListing(now), restarts: restarts + 1, asked, enough }
  }
  if ((odd === 'repeated-page' || odd === 'empty-page') && listing.retries < AGAIN) {
    return { ...listing, retries: listing.retries + 1 }
  }
  // A page that stays odd is passed over; short pages move on by what they held.
  const step = odd === undefined || odd === 'total-changed' ? rows.length : limitMax
  const offset = listing.offset + step
  const ended = total === undefined ? rows.length < limitMax : offset >= total
  const beyond = !ended && offset > offsetMax
  const found = [odd, beyond ? 'offset-limit' : undefined].filter(
    (one): one is Oddity => one !== undefined,
  )
  const { total: _, print: __, ...rest } = listing
  return {
    ...rest,
    offset,
    ...(total === undefined ? {} : { total }),
    ...(rows.length === 0 ? {} : { print }),
    retries: 0,
    oddities: [...new Set<Oddity>([...listing.oddities, ...found])],
    done: ended || beyond,
  }
}

function oddityOf(
  listing: Listing,
  rows: readonly unknown[],
  total: number | undefined,
  print: string,
): Oddity | undefined {
  const before = listing.offset === 0 ? undefined : listing.total
  if (before !== undefined && total !== before) return 'total-changed'
  if (rows.length > 0 && listing.offset > 0 && print === listing.print) return 'repeated-page'
  if (rows.length === 0 && listing.offset < (total ?? 0)) return 'empty-page'
  return undefined
}

/** A short number over the text of all rows (FNV-1a, 32 bits twice). */
function printOf(rows: readonly unknown[]): string {
  const text = JSON.stringify(rows)
  let [one, two] = [0x811c9dc5, text.length]
  for (let index = 0; index < text.length; index++) {
    one = Math.imul(one ^ text.charCodeAt(index), 0x01000193)
    two = Math.imul(two ^ (one >>> 7), 0x85ebca6b)
  }
  return ((one >>> 0) * 0x200000 + (two >>> 11)).toString(36)
}

export interface Page {
  answer: Answer
  rows: readonly unknown[]
  /** The listing as it stands after this page. */
  listing: Listing
}

/** All pages of one listing, from where it stands. A page that is asked for again is given again. */
export async function* pages(
  client: Client,
  asked: { name: OperationName; params: Params; listing: Listing },
  now: () => number,
  signal?: AbortSignal,
): AsyncGenerator<Page, Listing> {
  let { listing } = asked
  while (!listing.done) {
    const params = pageOf(asked.name, asked.params, listing)
    const answer = await client.call(asked.name, params, signal)
    listing = turned(listing, asked.name, answer, now())
    yield { answer, rows: answer.rows, listing }
  }
  return listing
}
