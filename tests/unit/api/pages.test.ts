import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Client } from '@/utils/sources/api/client'
import {
  isComplete,
  type Listing,
  pageOf,
  pages,
  startListing,
  turned,
} from '@/utils/sources/api/pages'

const name = 'ListSubCustomers'
const rows = (from: number, count: number): { id: number }[] =>
  Array.from({ length: count }, (_, index) => ({ id: from + index }))

/** A server with `size()` rows at each request, and what it does to a page on its way. */
async function readAll(
  size: (request: number) => number,
  spoil: (request: number, page: unknown[]) => unknown[] = (_, page) => page,
) {
  let request = 0
  const seen = new Set<number>()
  const call: Client['call'] = async (_, params) => {
    request += 1
    const [offset, limit] = [Number(params['offset']), Number(params['limit'])]
    const total = size(request)
    const page = rows(offset, Math.max(0, Math.min(limit, total - offset)))
    return { body: {}, rows: spoil(request, page), total }
  }
  const client: Client = { call, skewMs: () => 0, sent: () => request }
  let listing: Listing = startListing(1)
  for await (const page of pages(client, { name, params: {}, listing }, () => 2)) {
    listing = page.listing
    for (const row of page.rows) seen.add((row as { id: number }).id)
  }
  return { listing, seen, requests: request }
}

describe('a listing', () => {
  it('is read to its end with record offsets', async () => {
    const { listing, seen, requests } = await readAll(() => 250)
    expect([seen.size, requests, listing.offset, isComplete(listing)]).toEqual([250, 3, 250, true])
  })
  it('is complete when it is empty', async () => {
    const { listing, requests } = await readAll(() => 0)
    expect([requests, isComplete(listing)]).toEqual([1, true])
  })
  it('has one page where the contract knows none', () => {
    const listing = startListing(1)
    expect(pageOf('ListPartnerBalances', {}, listing)).toEqual({})
    expect(turned(listing, 'ListPartnerBalances', { rows: [] }, 2).done).toBe(true)
  })
  it('starts anew when its total changes, and is complete then', async () => {
    const { listing, seen } = await readAll((request) => (request < 2 ? 250 : 251))
    expect(listing).toMatchObject({ restarts: 1, startedAt: 2, oddities: [] })
    expect([seen.size, isComplete(listing)]).toEqual([251, true])
  })
  it('says so when its total never comes to rest', async () => {
    const { listing } = await readAll((request) => 250 + request)
    expect(listing).toMatchObject({ done: true, restarts: 2, oddities: ['total-changed'] })
    expect(isComplete(listing)).toBe(false)
  })
  it('asks again for a page that repeats', async () => {
    const { listing, seen, requests } = await readAll(
      () => 250,
      (request, page) => (request === 2 ? rows(0, 100) : page),
    )
    expect([seen.size, requests, isComplete(listing)]).toEqual([250, 4, true])
  })
  it('goes on after a page that keeps repeating, and says so', async () => {
    const { listing, seen } = await readAll(
      () => 250,
      (request, page) => (request >= 2 && request <= 4 ? rows(0, 100) : page),
    )
    expect(listing.oddities).toEqual(['repeated-page'])
    expect([seen.size, listing.done]).toEqual([150, true])
  })
  it('asks again for an empty page in the middle', async () => {
    const once = await readAll(
      () => 250,
      (request, page) => (request === 2 ? [] : page),
    )
    expect([once.seen.size, isComplete(once.listing)]).toEqual([250, true])
    const always = await readAll(
      () => 250,
      (request, page) => (request >= 2 && request <= 4 ? [] : page),
    )
    expect(always.listing.oddities).toEqual(['empty-page'])
  })
  it('moves on by what a short page held', async () => {
    const { seen, listing } = await readAll(
      () => 250,
      (request, page) => (request === 1 ? page.slice(0, 60) : page),
    )
    expect([seen.size, isComplete(listing)]).toEqual([250, true])
  })
  it('ends where the total grows with every page', async () => {
    const { listing, requests } = await readAll(
      (request) => 200 + 100 * request,
      (_, page) => page.slice(0, 1),
    )
    expect(listing.oddities).toContain('endless')
    expect(requests).toBeLessThan(40)
  })
  it('always ends, whatever the server does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(400)), fc.array(fc.nat(3)), async (totals, moods) => {
        const { requests } = await readAll(
          (request) => totals[request] ?? 300,
          (request, page) =>
            [page, [], rows(0, 100), page.slice(0, 7)][moods[request] ?? 0] ?? page,
        )
        expect(requests).toBeLessThan(400)
      }),
    )
  })
})
