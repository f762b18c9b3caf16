import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Usage } from '@/utils/cache/types'
import { problemOf, type Problem, type Status } from './live'
import { useRim } from './rim'

/** How much is stored; counted when asked for, not followed. */
export const useUsage = defineStore('usage', () => {
  const rim = useRim()
  const usage = shallowRef<Usage[]>([])
  const status = shallowRef<Status>('loading')
  const problem = shallowRef<Problem>()
  async function load(): Promise<void> {
    try {
      usage.value = await (await rim.cache()).usage()
      status.value = 'ready'
      problem.value = undefined
    } catch (error) {
      status.value = 'failed'
      problem.value = problemOf(error)
    }
  }
  void load()
  return { usage, status, problem, load }
})
