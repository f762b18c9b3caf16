import { shallowRef, type ShallowRef } from 'vue'
import type { Live, Unsubscribe } from '@/utils/cache/types'

export type Status = 'loading' | 'ready' | 'failed'
/** Names an error for the text `problem.<name>`; texts of errors may be foreign and are not shown. */
export type Problem =
  | 'NewerDataError'
  | 'FullError'
  | 'AccessError'
  | 'UnreachableError'
  | 'BlockedError'
  | 'SlowStartError'
  | 'other'

const known: readonly string[] = [
  'NewerDataError',
  'FullError',
  'AccessError',
  'UnreachableError',
  'BlockedError',
  'SlowStartError',
] satisfies Problem[]

/** Compares names: an error that crossed a message kept its name, not its class. */
export function problemOf(error: unknown): Problem {
  const name = error instanceof Error ? error.name : ''
  return known.includes(name) ? (name as Problem) : 'other'
}

/** What passes by itself is looked at again after so many ms. */
const againMs = 3000

export interface Following<T> {
  value: ShallowRef<T>
  status: ShallowRef<Status>
  problem: ShallowRef<Problem | undefined>
  /** Starts anew, after a problem. */
  retry(): void
  stop(): void
}

/**
 * A live value of the cache as refs. Lists are shallow: rows are plain objects that change as a whole.
 * @param open opens the cache and names the value; called again by `retry`
 * @param early a value that is there sooner, shown until the live one comes
 */
export function follow<T>(
  open: () => Promise<Live<T>>,
  initial: T,
  early?: () => Promise<T | undefined>,
): Following<T> {
  const value = shallowRef(initial) as ShallowRef<T>
  const status = shallowRef<Status>('loading')
  const problem = shallowRef<Problem>()
  let unsubscribe: Unsubscribe | undefined
  let round = 0
  let again: ReturnType<typeof setTimeout> | undefined

  const fail = (error: unknown) => {
    status.value = 'failed'
    problem.value = problemOf(error)
    console.warn('partner-lens: a live value failed', problem.value)
    // These pass without anybody's doing here: what was said stays until it is over.
    const passes = problem.value === 'BlockedError' || problem.value === 'SlowStartError'
    if (passes) again = setTimeout(() => void start(), againMs)
  }
  async function start(): Promise<void> {
    const own = ++round
    clearTimeout(again)
    unsubscribe?.()
    unsubscribe = undefined
    try {
      const live = await open()
      if (own !== round) return
      unsubscribe = live.subscribe((next) => {
        if (own !== round) return
        value.value = next
        status.value = 'ready'
        problem.value = undefined
      }, fail)
    } catch (error) {
      if (own === round) fail(error)
    }
  }
  // A first look that fails says nothing: the live value is on its way.
  void early?.().then(
    (first) => {
      if (first === undefined || status.value !== 'loading' || round > 1) return
      value.value = first
      status.value = 'ready'
    },
    () => {},
  )
  void start()
  return {
    value,
    status,
    problem,
    retry: () => {
      status.value = 'loading'
      problem.value = undefined
      void start()
    },
    stop: () => {
      round++
      clearTimeout(again)
      unsubscribe?.()
    },
  }
}
