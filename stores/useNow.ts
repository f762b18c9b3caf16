import { onScopeDispose, shallowRef } from 'vue'
import { useRim } from './rim'

/** The time, again every `everyMs`; for ages and countdowns. */
export function useNow(everyMs = 30_000) {
  const rim = useRim()
  const now = shallowRef(rim.now())
  const timer = setInterval(() => (now.value = rim.now()), everyMs)
  onScopeDispose(() => clearInterval(timer))
  return now
}
