import type { Cache, Health, Observation } from '@/utils/cache/types'
import { FullError } from '@/utils/errors'
import { withBeyond } from '@/utils/exports/beyond'
import { isKnownSomewhere, recognise } from '@/utils/recognise'
import type { Recognition, Table } from '@/utils/records'
import { placeOf } from '@/utils/site'
import { summedIfKeyed } from '@/utils/sources/api/add'
import { noteQuestion } from './questions'
import type { Seen } from './seen'
import { announce } from './tabs'

/**
 * Recognises a table and writes what it holds; what is half known is noted for the health view.
 * @returns rows kept, and whether any kind knows a column of it
 */
export async function keepTable(
  cache: Cache,
  table: Table,
  seen: Seen,
  part: number,
): Promise<{ kept: number; useful: boolean }> {
  const found = recognise(table, seen)
  await noteQuestion(table, found, seen)
  if (!found) return { kept: 0, useful: isKnownSomewhere(table) }
  const { page, total } = table.context
  const rows = found.kind === 'exportTask' ? withBeyond(table, found) : found.rows
  const records = await seen.worth(found.kind, summedIfKeyed(found.kind, rows))
  const observation: Observation = {
    id: `${seen.id}.${part}`,
    account: seen.account,
    kind: found.kind,
    records,
    source: seen.source,
    observedAt: seen.seenAt,
    place: placeOf(seen.page.url),
    ...(total === undefined ? {} : { total }),
    ...(page === undefined ? {} : { page }),
  }
  try {
    const { kept, rejected } = await cache.ingest(observation)
    await cache.noteHealth(
      healthOf(found, table.columns, observation, seen, kept, [...found.rejected, ...rejected]),
    )
    await roomAgain()
    return { kept, useful: true }
  } catch (error) {
    if (error instanceof FullError) await noRoom(seen.seenAt)
    throw error
  }
}

function healthOf(
  found: Recognition,
  columns: readonly string[],
  { place, total, page }: Observation,
  seen: Seen,
  kept: number,
  rejected: readonly { reason: string }[],
): Health {
  const reasons: Record<string, number> = {}
  for (const { reason } of rejected) reasons[reason] = (reasons[reason] ?? 0) + 1
  const slug = found.kind === 'exportTask' ? found.rows[0]?.page : undefined
  return {
    id: `${place}|${found.kind}|${seen.source}`,
    place,
    title: seen.page.title,
    kind: found.kind,
    source: seen.source,
    lastSeenAt: seen.seenAt,
    seen: found.rows.length + found.rejected.length,
    understood: kept,
    rejected: rejected.length,
    reasons,
    unmapped: found.unmapped.slice(0, 40),
    ...(total === undefined ? {} : { total }),
    ...(page === undefined ? {} : { pages: { [page.number]: kept } }),
    ...(page?.size === undefined ? {} : { pageSize: page.size }),
    mapping: found.mapping.map(({ column, field }) => [columns[column] ?? '', field]),
    ...(found.taught ? { taught: true } : {}),
    ...(typeof slug === 'string' ? { slug } : {}),
  }
}

/** A page or answer that could not be read, as one line of the health view. */
export async function noteProblem(cache: Cache, seen: Seen, problem: string): Promise<void> {
  const place = placeOf(seen.page.url)
  await cache.noteHealth({
    id: `${place}|${problem}`,
    place,
    title: seen.page.title,
    source: seen.source,
    lastSeenAt: seen.seenAt,
    seen: 0,
    understood: 0,
    rejected: 0,
    reasons: {},
    unmapped: [],
    problem,
  })
}

/** Full storage is told where it takes no room: session storage lives in memory. */
async function noRoom(since: number): Promise<void> {
  const { problem } = await chrome.storage.session.get('problem')
  if (problem) return
  await chrome.storage.session.set({ problem: { problem: 'storage-full', since } })
  announce()
}
async function roomAgain(): Promise<void> {
  const { problem } = await chrome.storage.session.get('problem')
  if (!problem) return
  await chrome.storage.session.remove('problem')
  announce()
}
