import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { TabState } from '@/utils/messaging/protocol'
import { problemOf, type Problem, type Status } from './live'
import { useRim } from './rim'

/** The console page in front, as the worker knows it, and its masked columns. */
export const useTab = defineStore('tab', () => {
  const rim = useRim()
  const state = shallowRef<TabState>({ columns: [] })
  const status = shallowRef<Status>('loading')
  const problem = shallowRef<Problem>()
  /** Storage is full: what is seen now is not kept. */
  const full = shallowRef(false)
  let round = 0

  async function refresh(): Promise<void> {
    const own = ++round
    full.value = (await rim.fullSince().catch(() => undefined)) !== undefined
    try {
      const windowId = await rim.windowId()
      const next = await rim.ask('tab.state', windowId === undefined ? {} : { windowId })
      if (own !== round) return
      state.value = next
      status.value = 'ready'
      problem.value = undefined
    } catch (error) {
      if (own !== round) return
      status.value = 'failed'
      problem.value = problemOf(error)
    }
  }

  onScopeDispose(rim.onTabChanged(() => void refresh()))
  void refresh()
  return { state, status, problem, full, refresh }
})
