import { defineStore } from 'pinia'
import type { Health } from '@/utils/cache/types'
import { follow } from './live'
import { useRim } from './rim'

/** What was read of which page of the console. */
export const useHealth = defineStore('health', () => {
  const rim = useRim()
  const { value, status, problem, retry } = follow<Health[]>(
    async () => (await rim.cache()).health(),
    [],
  )
  return { lines: value, status, problem, retry }
})
