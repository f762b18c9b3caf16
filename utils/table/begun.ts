import type { KindName } from '@/utils/kinds'
import type { Ahead } from './protocol'

/** Where a script of its own leaves the worker it began, for the modules that come later. */
const begun = globalThis as { partnerLensTables?: Worker | undefined }

const begin = () => new Worker('/table-worker.js')

/**
 * Starts the worker of the tables before anybody can ask it something.
 * @param kind of the rows that are going to be asked for: they are read at once, of the account seen last
 */
export function beginTables(kind?: KindName): void {
  const worker = (begun.partnerLensTables = begin())
  // Who comes later starts one that tells of its failure.
  worker.addEventListener('error', () => (begun.partnerLensTables = undefined), { once: true })
  const ahead: Ahead | undefined = kind && { ahead: kind }
  // oxlint-disable-next-line require-post-message-target-origin -- a worker has no target
  if (ahead) worker.postMessage(ahead)
}

/** The worker that was begun, for the first who asks; another one for who comes later. */
export function takeTables(): Worker {
  const worker = begun.partnerLensTables ?? begin()
  begun.partnerLensTables = undefined
  return worker
}
