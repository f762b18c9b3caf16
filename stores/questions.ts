import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { Asked } from '@/utils/recognise'
import { useRim } from './rim'

/** Tables that were not or only partly understood; the worker says when there are others. */
export const useQuestions = defineStore('questions', () => {
  const rim = useRim()
  const all = shallowRef<Asked[]>([])
  async function refresh(): Promise<void> {
    // Nothing to ask is the usual state, and so is a page that cannot be asked.
    all.value = await rim.questions().catch(() => [])
  }
  onScopeDispose(rim.onTabChanged(() => void refresh()))
  void refresh()
  return { all, refresh }
})
