import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { fullValueOf, type FullValues } from '@/utils/cache/full-values'
import type { KindName } from '@/utils/kinds'
import { customersNamed } from '@/utils/cache/names/names'
import type { StoredRecord } from '@/utils/records'
import { parseQuery } from '@/utils/table/query'
import { problemOf, type Problem } from './live'
import { usePresentation } from './presentation'
import { useRim } from './rim'
import { useSettings } from './settings'

const none: FullValues = new Map()

/** Names the user lets the vault remember: in memory while it is unlocked, searched, and shown by a press alone. */
export const useNames = defineStore('names', () => {
  const rim = useRim()
  const settings = useSettings()
  const presentation = usePresentation()
  const values = shallowRef<FullValues>(none)
  const problem = shallowRef<Problem>()
  let round = 0

  async function look(): Promise<void> {
    const own = ++round
    const { rememberNames, nameDays } = settings.settings
    let found: FullValues | undefined
    try {
      found = rememberNames ? await (await rim.names?.())?.recall(nameDays) : undefined
      problem.value = undefined
    } catch (error) {
      problem.value = problemOf(error)
    }
    if (own === round) values.value = found ?? none
  }
  watch([() => settings.settings.rememberNames, () => settings.settings.nameDays], look, {
    immediate: true,
  })
  let stop: (() => void) | undefined
  void rim.keys?.().then((keeper) => (stop = keeper.onChange(() => void look())))
  onScopeDispose(() => stop?.())

  async function forget(): Promise<void> {
    values.value = none
    try {
      await (await rim.names?.())?.forget()
      problem.value = undefined
    } catch (error) {
      problem.value = problemOf(error)
    }
    await look()
  }
  /** @returns whether it was written; what was remembered goes with the switch */
  async function remember(on: boolean): Promise<boolean> {
    const done = await settings.change({ rememberNames: on })
    if (done && !on) await forget()
    return done
  }
  /** Ids of customers that the words of a search name in full. */
  const named = (text: string): string[] =>
    values.value.size === 0 || presentation.state.on
      ? []
      : customersNamed(values.value, parseQuery(text).words)
  /** Words that may name somebody in full, with the table they are looked for in. */
  const said = shallowRef<{ kind: KindName; text: string }>()

  return {
    said,
    /**
     * What of a search may stand in an address, which the browser writes into its history: nothing where full names are
     * remembered, or nobody knows yet whether they are. It is held in memory then.
     */
    kept(kind: KindName, text: string): string {
      const open = settings.status === 'ready' && !settings.settings.rememberNames
      said.value = open || text === '' ? undefined : { kind, text }
      return open ? text : ''
    },
    values,
    problem,
    look,
    forget,
    remember,
    /** How to learn a value in full; undefined where it is not remembered. */
    fullOf(kind: KindName, row: StoredRecord, name: string) {
      if (presentation.state.on) return undefined
      const full = fullValueOf(values.value, kind, row, name)
      return full === undefined ? undefined : async () => full
    },
    named,
  }
})
