import { cacheOn } from './cache'
import { openDexie } from './dexie'
import { forgetCustomer } from './forget-customer'
import { manyAtOnce } from './fresh'
import type { Cache } from './types'

/**
 * The cache of a page: live values follow what any context writes.
 * @throws NewerDataError where a newer version of the product wrote the data; nothing is touched then
 */
export const openCache = (): Promise<Cache> =>
  cacheOn(openDexie, { many: manyAtOnce, forgetCustomer })
