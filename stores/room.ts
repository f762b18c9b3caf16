import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef } from 'vue'
import type { Freeing } from '@/utils/cache/types'
import { problemOf, type Problem } from './live'
import { useRim } from './rim'

/** From this share of what the browser allows on, it is said that room is getting short. */
const shortAt = 0.85

/** How much room the browser gives and how much is taken; looked at when asked for. */
export const useRoom = defineStore('room', () => {
  const rim = useRim()
  const estimate = shallowRef<{ usage: number; quota: number }>()
  /** The browser does not clear it by itself when the disk runs full. */
  const persisted = shallowRef<boolean>()
  const problem = shallowRef<Problem>()
  const share = computed(() => {
    const { usage = 0, quota = 0 } = estimate.value ?? {}
    return quota > 0 ? Math.min(1, usage / quota) : 0
  })

  async function load(): Promise<void> {
    const { usage = 0, quota = 0 } = (await rim.storage?.estimate().catch(() => undefined)) ?? {}
    estimate.value = quota > 0 ? { usage, quota } : undefined
    persisted.value = await rim.storage?.persisted().catch(() => undefined)
  }
  /** @returns whether the browser agreed */
  async function persist(): Promise<boolean> {
    const agreed = (await rim.storage?.persist().catch(() => false)) ?? false
    persisted.value = agreed
    return agreed
  }
  /** @returns how many rows there were; undefined where it failed */
  async function attempt(work: 'free' | 'freeable', freeing: Freeing): Promise<number | undefined> {
    problem.value = undefined
    try {
      return await (await rim.cache())[work](freeing)
    } catch (error) {
      problem.value = problemOf(error)
      return undefined
    }
  }
  void load()
  // A panel may stay open for days.
  const looking = setInterval(load, 600_000)
  onScopeDispose(() => clearInterval(looking))
  return {
    estimate,
    share,
    short: computed(() => share.value >= shortAt),
    persisted,
    problem,
    load,
    persist,
    freeable: (freeing: Freeing) => attempt('freeable', freeing),
    free: (freeing: Freeing) => attempt('free', freeing),
  }
})
