import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import { hosts } from '@/utils/sources/api/hosts'
import type { Site } from '@/utils/kinds/define'
import type { Keeper } from '@/utils/vault/keeper'
import type { Credentials, Keys, KeysState, VaultReason } from '@/utils/vault/types'
import { problemOf, type Problem } from './live'
import { useRim } from './rim'

/** Why something asked of the keys was not done; texts are `keys.problem.<code>` or `problem.<code>`. */
export interface Refused {
  code: VaultReason | Problem
  /** For `wait`: epoch ms of the next try. */
  until: number
}

export const originsOf = (site: Site): string[] => [`https://${hosts[site]}/*`]

/**
 * Where the user's keys are and whether they may be used. Holds no key itself: what was entered goes to the keeper, and
 * only what may be shown comes back.
 */
export const useKeys = defineStore('keys', () => {
  const rim = useRim()
  const state = shallowRef<KeysState>()
  const permitted = shallowRef(false)
  const problem = shallowRef<Problem>()
  const refused = shallowRef<Refused>()
  const busy = shallowRef(false)
  const site = computed(() => (state.value && 'site' in state.value ? state.value.site : undefined))
  /** Until when no passphrase is taken, epoch ms. */
  const waitUntil = shallowRef(0)

  const keeper = async (): Promise<Keeper> => {
    if (!rim.keys) throw new Error('this page has no way to the keys')
    return rim.keys()
  }
  let looking = 0
  async function look(): Promise<void> {
    const own = ++looking
    try {
      const next = await (await keeper()).state()
      const may = 'site' in next && (await rim.hasOrigins(originsOf(next.site)))
      if (own !== looking) return
      state.value = next
      permitted.value = may
      waitUntil.value = next.mode === 'vault' && next.waitMs > 0 ? rim.now() + next.waitMs : 0
      problem.value = undefined
    } catch (error) {
      if (own === looking) problem.value = problemOf(error)
    }
  }

  /** @returns whether it was done; `refused` says why not */
  async function ask(work: (keeper: Keeper) => Promise<void>): Promise<boolean> {
    refused.value = undefined
    busy.value = true
    try {
      await work(await keeper())
      return true
    } catch (error) {
      const {
        name,
        reason,
        waitMs = 0,
      } = error as { name?: string; reason?: VaultReason; waitMs?: number }
      const code = name === 'VaultError' && reason !== undefined ? reason : problemOf(error)
      refused.value = { code, until: rim.now() + waitMs }
      return false
    } finally {
      busy.value = false
      await look()
    }
  }
  /** In the turn of the user's press: nothing is awaited before. Refused, the keys are kept all the same. */
  async function permit(wanted: Site): Promise<void> {
    await rim.requestOrigins(originsOf(wanted)).catch(() => false)
    await look()
  }
  /** @param passphrase of a vault that is made for them; without one they stay in memory */
  const save = (keys: Keys, passphrase?: string) =>
    ask((each) =>
      passphrase === undefined ? each.keepInMemory(keys) : each.keepInVault(keys, passphrase),
    )

  let stop: (() => void) | undefined
  void keeper().then(
    (opened) => (stop = opened.onChange(() => void look())),
    () => {},
  )
  onScopeDispose(() => stop?.())
  void look()
  return {
    state,
    site,
    permitted,
    problem,
    refused,
    busy,
    waitUntil,
    look,
    permit,
    save,
    credentials: async (): Promise<Credentials> => (await keeper()).credentials(),
    replace: (keys: Keys) => ask((each) => each.replace(keys)),
    unlock: (passphrase: string) => ask((each) => each.unlock(passphrase)),
    lock: () => ask((each) => each.lock()),
    changePassphrase: (old: string, next: string) =>
      ask((each) => each.changePassphrase(old, next)),
    setLockMinutes: (minutes: number) => ask((each) => each.setLockMinutes(minutes)),
    /** What only they could open goes with them. */
    forget: () =>
      ask(async (each) => {
        await each.forget()
        await (await rim.names?.())?.forget()
      }),
  }
})
