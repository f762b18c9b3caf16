import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Language } from '@/utils/kinds/define'
import { defaultSettings, withDefaults, type Settings } from '@/utils/settings'
import { follow, problemOf, type Problem } from './live'
import { useRim } from './rim'

/** The user's settings; every change is written at once and told to the worker. */
export const useSettings = defineStore('settings', () => {
  const rim = useRim()
  const live = follow<Settings>(
    async () => (await rim.cache()).liveSettings(),
    defaultSettings,
    async () => {
      const first = await rim.firstLook?.()
      return first && withDefaults(first.settings)
    },
  )
  const saving = shallowRef<Problem>()
  const settings = computed(() => withDefaults(live.value.value))
  const accepted = computed(() => settings.value.acceptedAt !== undefined)

  /** @returns false when it could not be written; `saving` then says why */
  async function change(part: Partial<Settings>): Promise<boolean> {
    saving.value = undefined
    try {
      // Plain values only: a reactive object cannot be stored.
      await (await rim.cache()).saveSettings(JSON.parse(JSON.stringify(part)) as Partial<Settings>)
      await rim.ask('settings.changed', {})
      return true
    } catch (error) {
      saving.value = problemOf(error)
      return false
    }
  }
  /** @param language chosen on the way, kept with the consent */
  const accept = (language?: Language) =>
    change({ acceptedAt: rim.now(), ...(language === undefined ? {} : { language }) })
  const dismiss = (notice: string) =>
    change({ dismissed: [...new Set([...settings.value.dismissed, notice])] })

  async function changeOrigins(origins: string[]): Promise<boolean> {
    if (!(await change({ origins }))) return false
    try {
      await rim.ask('origins.changed', {})
      return true
    } catch (error) {
      saving.value = problemOf(error)
      return false
    }
  }
  const addOrigin = (origin: string) =>
    changeOrigins([...new Set([...settings.value.origins, origin])])
  async function removeOrigin(origin: string): Promise<void> {
    await changeOrigins(settings.value.origins.filter((each) => each !== origin))
    // Permissions of the manifest cannot be removed: then only our own list gets shorter.
    await rim.removeOrigins([`${origin}/*`]).catch(() => {})
  }
  return {
    settings,
    accepted,
    saving,
    status: live.status,
    problem: live.problem,
    retry: live.retry,
    change,
    accept,
    dismiss,
    addOrigin,
    removeOrigin,
  }
})
