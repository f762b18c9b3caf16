import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { AnalyticsMemory } from './api'

/**
 * What the host keeps under a name.
 * @param read makes of unknown data what is shown; what the host has may be of an older version
 * @returns `value` as it was read, else the empty one; `keep` shows it at once and writes it; `failed` after neither worked
 */
export function useMemory<T>(
  memory: () => AnalyticsMemory | undefined,
  name: string,
  read: (found: unknown) => T,
): {
  value: ShallowRef<T>
  ready: ShallowRef<boolean>
  failed: ShallowRef<boolean>
  keep: (next: T) => Promise<void>
} {
  const value = shallowRef(read(undefined))
  const ready = shallowRef(false)
  const failed = shallowRef(false)
  let round = 0
  watch(
    memory,
    async (found) => {
      const own = ++round
      ready.value = false
      value.value = read(undefined)
      try {
        const kept = await found?.read(name)
        if (own !== round) return
        value.value = read(kept)
        ready.value = true
      } catch {
        if (own === round) failed.value = true
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => round++)
  async function keep(next: T): Promise<void> {
    value.value = next
    try {
      await memory()?.write(name, next)
      failed.value = false
    } catch {
      failed.value = true
    }
  }
  return { value, ready, failed, keep }
}

/** The fields of what may be an object. */
export const fieldsOf = (found: unknown): Readonly<Record<string, unknown>> =>
  typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {}
