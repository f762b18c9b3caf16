import type { KindName } from '@/utils/kinds'

/** Where a script of its own leaves the worker it began, for the modules that come later. */
const begun = globalThis as { partnerLensTables?: Worker | undefined }

/** @param kind told by the worker's name, for a message would come late */
const begin = (kind = '') => new Worker('/table-worker.js', { name: kind })

/**
 * Starts the worker of the tables before anybody can ask it something.
 * @param kind of the rows that are going to be asked for: they are read at once, of the account seen last
 */
export function beginTables(kind?: KindName): void {
  const worker = (begun.partnerLensTables = begin(kind))
  // Who comes later starts one that tells of its failure.
  worker.addEventListener('error', () => (begun.partnerLensTables = undefined), { once: true })
}

/** The worker that was begun, for the first who asks; another one for who comes later. */
export function takeTables(): Worker {
  const worker = begun.partnerLensTables ?? begin()
  begun.partnerLensTables = undefined
  return worker
}
