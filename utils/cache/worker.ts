import { cacheOn } from './cache'
import { openLean } from './lean'
import type { Cache } from './types'

/** The same cache for the worker, which ends and starts all day: without the library that makes values live. */
export const openWorkerCache = (): Promise<Cache> => cacheOn(openLean)
