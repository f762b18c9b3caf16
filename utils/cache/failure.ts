import { FullError, NewerDataError } from '@/utils/errors'
import type { Database } from './database'

/** Runs a piece of work on the database and says in the product's own errors why it failed. */
export async function guarded<T>(database: Database, work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isFull(error)) throw new FullError('Storage is full', { cause: error })
    if (database.outdated)
      throw new NewerDataError('A newer version took over: reload', { cause: error })
    throw error
  }
}

/** Dexie reports a full disk as an AbortError around the QuotaExceededError, or among the failures of a bulk write. */
function isFull(error: unknown, depth = 0): boolean {
  if (!(error instanceof Object) || depth > 4) return false
  if ('name' in error && error.name === 'QuotaExceededError') return true
  if ('inner' in error && isFull(error.inner, depth + 1)) return true
  return (
    'failures' in error && Array.isArray(error.failures) && isFull(error.failures[0], depth + 1)
  )
}
