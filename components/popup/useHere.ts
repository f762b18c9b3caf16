import { computed, shallowRef } from 'vue'
import { useRim } from '@/stores/rim'
import { useSettings } from '@/stores/settings'

const builtIn = 'https://account.huaweicloud.com'
const everyHost = 'https://*.huaweicloud.com/*'

/** The origin of an https page of huaweicloud.com, else nothing. */
export function consoleOrigin(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, hostname, origin } = new URL(url)
  return protocol === 'https:' && hostname.endsWith('.huaweicloud.com') ? origin : undefined
}

/**
 * Switching Partner Lens on where the console is at another address. The browser tells a tab's address only where we
 * have permission; `hidden` is then true and the wider permission can be asked for.
 */
export function useHere() {
  const rim = useRim()
  const store = useSettings()
  const tab = shallowRef<{ id?: number; url?: string }>()
  const state = shallowRef<'idle' | 'done' | 'no' | 'other'>('idle')

  async function look(): Promise<void> {
    tab.value = await rim.frontTab().catch(() => undefined)
  }
  const origin = computed(() => {
    const found = consoleOrigin(tab.value?.url)
    return found === builtIn || store.settings.origins.includes(found ?? '') ? undefined : found
  })
  const hidden = computed(() => tab.value !== undefined && tab.value.url === undefined)

  /** In the turn of the press: nothing is awaited before the browser is asked. */
  async function add(): Promise<void> {
    const wanted = origin.value
    if (wanted === undefined) return
    const given = await rim.requestOrigins([`${wanted}/*`]).catch(() => false)
    state.value = given && (await store.addOrigin(wanted)) ? 'done' : 'no'
  }
  async function allow(): Promise<void> {
    const given = await rim.requestOrigins([everyHost]).catch(() => false)
    if (!given) {
      state.value = 'no'
      return
    }
    await look()
    if (consoleOrigin(tab.value?.url) === undefined) state.value = 'other'
  }
  void look()
  return { tab, origin, hidden, state, add, allow }
}
