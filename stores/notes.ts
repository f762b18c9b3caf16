import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { KindName } from '@/utils/kinds'
import type { Note, Noted } from '@/utils/notes/note'
import { useAccounts } from './accounts'
import { follow, problemOf, type Problem } from './live'
import { useRim } from './rim'

/** What the user wrote on records of the account shown. */
export const useNotes = defineStore('notes', () => {
  const rim = useRim()
  const accounts = useAccounts()
  const live = follow<Noted[]>(async () => (await rim.cache()).notes(accounts.current ?? ''), [])
  watch(
    () => accounts.current,
    () => live.retry(),
  )
  const byRecord = computed(
    () => new Map(live.value.value.map((each) => [`${each.kind} ${each.key}`, each])),
  )
  const problem = shallowRef<Problem>()
  const of = (kind: KindName, key: string): Noted | undefined =>
    byRecord.value.get(`${kind} ${key}`)

  /** @returns whether it is kept */
  async function write(
    about: { account: string; kind: KindName; key: string },
    note: Omit<Note, 'changedAt'> | undefined,
  ): Promise<boolean> {
    problem.value = undefined
    try {
      await (await rim.cache()).writeNote(about, note)
      return true
    } catch (error) {
      problem.value = problemOf(error)
      return false
    }
  }
  return { of, write, problem }
})
