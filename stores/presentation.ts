import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { Presenting } from '@/utils/masking/presenting'
import { problemOf, type Problem } from './live'
import { useRim } from './rim'

/** Presentation mode, as switched here, by its key or beside the console. */
export const usePresentation = defineStore('presentation', () => {
  const rim = useRim()
  const state = shallowRef<Presenting>({ on: false, amounts: false })
  const problem = shallowRef<Problem>()
  const stop = rim.onPresenting?.((next) => (state.value = next))
  onScopeDispose(() => stop?.())

  async function change(part: Partial<Presenting>): Promise<void> {
    problem.value = undefined
    try {
      await rim.ask('presentation.set', { ...state.value, ...part })
    } catch (error) {
      problem.value = problemOf(error)
    }
  }
  return { state, problem, change }
})
