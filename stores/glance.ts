import { defineStore } from 'pinia'
import type { Glance } from '@/utils/cache/types'
import { follow } from './live'
import { useRim } from './rim'

/** The popup's one record an account. */
export const useGlance = defineStore('glance', () => {
  const rim = useRim()
  const { value, status, problem, retry } = follow<Glance[]>(
    async () => (await rim.cache()).glance(),
    [],
    async () => (await rim.firstLook?.())?.glances,
  )
  return { glances: value, status, problem, retry }
})
