import { openDexie } from '@/utils/cache/dexie'
import type { FullValues } from '@/utils/cache/full-values'
import { now } from '@/utils/clock'
import type { Keeper } from '@/utils/vault/keeper'
import { aesKey, toBase64 } from '@/utils/vault/seal'
import { forgetNames, recallNames } from './names'

/** A page's way to the names that are remembered. */
export interface NamesDoor {
  /** Undefined while the vault is locked, or there is none. */
  recall(days: number): Promise<FullValues | undefined>
  forget(): Promise<void>
  /** In base64, for a sync that is to remember names; undefined while the vault is locked. */
  dataKey(): Promise<string | undefined>
}

export async function openNames(keeper: Pick<Keeper, 'dataKey'>): Promise<NamesDoor> {
  const database = await openDexie()
  const opened = async () => {
    const key = await keeper.dataKey()
    return typeof key === 'string' ? undefined : key
  }
  return {
    async recall(days) {
      const key = await opened()
      return key && recallNames(database, await aesKey(key), now(), days)
    },
    forget: () => forgetNames(database),
    async dataKey() {
      const key = await opened()
      return key && toBase64(key)
    },
  }
}
