import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Line, Look, Which } from '@/utils/table/protocol'
import type { Spec } from '@/utils/table/view'
import { problemOf, type Problem } from './live'
import { useRim } from './rim'

/** The tables of this page: one worker, started with the first question. */
export const useTables = defineStore('tables', () => useRim().tables())

export interface Question extends Which {
  /** A name of the caller's, its own. */
  view: string
  spec: Spec
  /** An amount to sum up in each group. */
  sum?: string
}
/** Lines asked for beyond those in sight, and how near their end one comes before the next are fetched. */
const ahead = 120
const near = 50
/** Changes come faster than anybody reads. */
const restMs = 250

/** Calls when rows of a kind of an account have changed, however many at once. */
export function useRowsChanged(which: () => Which | undefined, changed: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = useTables().onChanged(({ account, kind }) => {
    const own = which()
    if (own?.account !== account || own.kind !== kind || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      changed()
    }, restMs)
  })
  onScopeDispose(() => {
    stop()
    clearTimeout(timer)
  })
}

/** One view of a table: what is known of it and the lines around those in sight, following what changes. */
export function useLook(question: MaybeRefOrGetter<Question | undefined>) {
  const tables = useTables()
  const look = shallowRef<Look>()
  const lines = shallowRef<ReadonlyMap<number, Line>>(new Map())
  const problem = shallowRef<Problem>()
  const loading = shallowRef(true)
  let sight = { from: 0, to: near }
  let round = 0
  let asking = false
  let again = false

  async function ask(anew: boolean): Promise<void> {
    const asked = toValue(question)
    if (!asked) return
    const own = anew ? ++round : round
    if (asking && !anew) {
      again = true
      return
    }
    asking = true
    const from = Math.max(0, sight.from - ahead)
    try {
      const next = await tables.look({ ...asked, from, count: sight.to + ahead - from })
      if (own !== round) return
      // Lines from before a change do not stand beside lines from after it.
      const kept = anew || next.version !== look.value?.version ? [] : nearby(lines.value, from)
      lines.value = new Map([...kept, ...next.window.map((line, at) => [from + at, line] as const)])
      look.value = next
      problem.value = undefined
      loading.value = false
    } catch (error) {
      if (own !== round) return
      problem.value = problemOf(error)
      loading.value = false
    } finally {
      if (own === round) {
        asking = false
        const next = again
        again = false
        if (next) void ask(false)
      }
    }
  }

  watch(
    () => toValue(question),
    (next, before) => {
      if (next && JSON.stringify(next) === JSON.stringify(before)) return
      if (next?.kind !== before?.kind || next?.account !== before?.account) {
        look.value = undefined
        lines.value = new Map()
        loading.value = true
      }
      void ask(true)
    },
    { immediate: true },
  )
  useRowsChanged(
    () => toValue(question),
    () => void ask(true),
  )
  onScopeDispose(() => round++)

  return {
    look,
    lines,
    problem,
    status: computed(() => (problem.value ? 'failed' : loading.value ? 'loading' : 'ready')),
    retry: () => {
      loading.value = true
      problem.value = undefined
      void ask(true)
    },
    /** Says which lines are in sight; those that are missing are fetched. */
    show(from: number, to: number): void {
      sight = { from, to }
      const end = Math.min(to + near, look.value?.lines ?? 0)
      for (let at = Math.max(0, from - near); at < end; at += 1)
        if (!lines.value.has(at)) return void ask(false)
    },
  }
}

/** Lines not far away, so that scrolling back shows them at once. */
const nearby = (lines: ReadonlyMap<number, Line>, from: number): [number, Line][] =>
  [...lines].filter(([at]) => Math.abs(at - from) < ahead * 4)
