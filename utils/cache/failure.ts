import { FullError, NewerDataError } from '@/utils/errors'
import type { Database } from './database'

/** Runs a piece of work on the database and says in the product's own errors why it failed. */
export async function guarded<T>(database: Database, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isFull(error)) throw new FullError('Storage is full', { cause: error })
    if (database.outdated)
      throw new NewerDataError('A newer version took over: reload', { cause: error })
    throw error
  }
}

/** Dexie reports a full disk as an AbortError around the QuotaExceededError. */
function isFull(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Object && depth < 5; depth += 1) {
    if ('name' in at && at.name === 'QuotaExceededError') return true
    at = 'inner' in at ? at.inner : undefined
  }
  return false
}
