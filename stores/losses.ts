import { defineStore } from 'pinia'
import { follow } from './live'
import { useRim } from './rim'

/** What the browser did not keep although it was written, until the user has read it. */
export const useLosses = defineStore('losses', () => {
  const rim = useRim()
  const { value } = follow<string[]>(async () => (await rim.cache()).lost(), [])
  const accept = async () => (await rim.cache()).acceptLoss()
  return { lost: value, accept }
})
