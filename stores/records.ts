import { defineStore } from 'pinia'
import {
  computed,
  effectScope,
  onScopeDispose,
  toValue,
  watch,
  shallowRef,
  type MaybeRefOrGetter,
} from 'vue'
import type { KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'
import { useAccounts } from './accounts'
import { follow, type Following } from './live'
import { useRim } from './rim'

type Rows = Following<StoredRecord[]>

/** Rows by kind and account: one live query each, shared by all who look, ended with the last of them. */
export const useRecords = defineStore('records', () => {
  const rim = useRim()
  const open = new Map<string, { rows: Rows; users: number }>()

  function take(kind: KindName, account: string): { rows: Rows; release(): void } {
    const key = `${kind}|${account}`
    let entry = open.get(key)
    if (!entry) {
      // Its own scope: the value outlives the component that happened to ask first.
      const rows = effectScope(true).run(() =>
        follow<StoredRecord[]>(async () => (await rim.cache()).live(kind, account), []),
      ) as Rows
      entry = { rows, users: 0 }
      open.set(key, entry)
    }
    const held = entry
    held.users++
    const release = () => {
      if (--held.users > 0) return
      held.rows.stop()
      if (open.get(key) === held) open.delete(key)
    }
    return { rows: held.rows, release }
  }
  return { take }
})

/**
 * Rows of a kind of an account, following both. What is gone from its listing is left out, unless asked for.
 * Without an account there are no rows: those of all would mix.
 */
export function useKindRows(
  kind: MaybeRefOrGetter<KindName>,
  account: MaybeRefOrGetter<string | undefined>,
  { gone = false } = {},
) {
  const store = useRecords()
  const accounts = useAccounts()
  const taken = shallowRef<ReturnType<typeof store.take>>()
  watch(
    [() => toValue(kind), () => toValue(account)],
    ([nextKind, nextAccount]) => {
      const before = taken.value
      taken.value = nextAccount === undefined ? undefined : store.take(nextKind, nextAccount)
      before?.release()
    },
    { immediate: true },
  )
  onScopeDispose(() => taken.value?.release())
  return {
    rows: computed(() => {
      const all = taken.value?.rows.value.value ?? []
      return gone ? all : all.filter((each) => each.$.goneAt === undefined)
    }),
    status: computed(() => taken.value?.rows.status.value ?? accounts.status),
    problem: computed(() => (taken.value ? taken.value.rows.problem.value : accounts.problem)),
    retry: () => (taken.value ? taken.value.rows.retry() : accounts.retry()),
  }
}
