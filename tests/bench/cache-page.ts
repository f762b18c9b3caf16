import { Dexie, type Table } from 'dexie'
import { openCache } from '@/utils/cache'
import type { Cache, Observation } from '@/utils/cache/types'
import type { KindRecord } from '@/utils/records'
import { resourceOf, resources } from './cache-rows'

/* Runs inside a page of Chromium: one function a figure, each gives milliseconds. */

const account = 'cn:bench'
let observations = 0

function observed(records: KindRecord[], observedAt = Date.now()): Observation {
  const id = `b${(observations += 1)}`
  return { id, account, kind: 'resource', records, source: 'api', observedAt, place: 'bench' }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now()
  await work()
  return performance.now() - before
}

let cache: Cache | undefined
const opened = async () => (cache ??= await openCache())

interface Reference extends Dexie {
  rows: Table<KindRecord, string>
}
function reference(): Reference {
  const database = new Dexie('reference') as Reference
  database.version(1).stores({ rows: 'resourceId, customerId, expiresAt' })
  return database
}

let given: KindRecord[] = []
/** Makes the rows that `write` is given: apart, so that what making them left behind is not collected on its clock. */
export async function prepare(count: number, customers: number): Promise<number> {
  given = resources(count, customers)
  return given.length
}

/** Rows through the front door in observations of `batch` rows: identity, masking, merge, columns, commit. */
export async function write(batch: number): Promise<number> {
  const { ingest } = await opened()
  return timed(async () => {
    for (let at = 0; at < given.length; at += batch)
      await ingest(observed(given.slice(at, at + batch)))
  })
}

/** The same rows, a record each, as many at once. */
export async function writeReference(batch: number): Promise<number> {
  const database = reference()
  const ms = await timed(async () => {
    for (let at = 0; at < given.length; at += batch)
      await database.rows.bulkPut(given.slice(at, at + batch))
  })
  database.close()
  return ms
}

export async function read(): Promise<number> {
  const { read: rows } = await opened()
  return timed(() => rows('resource', account))
}
export async function readReference(): Promise<number> {
  const database = reference()
  const ms = await timed(() => database.rows.toArray())
  database.close()
  return ms
}

/** All rows of one customer, each with a new state. */
export async function upsertCustomer(count: number, customers: number): Promise<number> {
  const customer = 17 + (observations % (customers - 17))
  const rows: KindRecord[] = []
  for (let index = customer; index < count && rows.length < 100; index += customers)
    rows.push({ ...resourceOf(index, customers), status: `s${observations}` })
  const { ingest } = await opened()
  return timed(() => ingest(observed(rows)))
}

/** A hundred rows of as many customers, each with a new state. */
export async function upsertScattered(count: number, customers: number): Promise<number> {
  const step = Math.floor(count / 100) + 1
  const rows = Array.from({ length: 100 }, (_, index) => ({
    ...resourceOf((index * step + observations) % count, customers),
    status: `s${observations}`,
  }))
  const { ingest } = await opened()
  return timed(() => ingest(observed(rows)))
}

/** A context that has just started knows nothing yet. */
export async function reopen(): Promise<number> {
  cache?.close()
  cache = undefined
  return timed(opened)
}

export async function forget(): Promise<number> {
  const { forgetEverything } = await opened()
  return timed(forgetEverything)
}
export const forgetReference = () => Dexie.delete('reference')
