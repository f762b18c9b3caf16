import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Reminder } from '@/utils/cache/types'
import { close, snooze, type Snooze } from '@/utils/reminders/act'
import { follow, problemOf, type Problem } from './live'
import { useRim } from './rim'

/** Reminders as planned, shown and missed; the list stands where the system shows no notifications. */
export const useReminders = defineStore('reminders', () => {
  const rim = useRim()
  const { value, status, problem, retry } = follow<Reminder[]>(
    async () => (await rim.cache()).reminders(),
    [],
  )
  const failed = shallowRef<Problem>()
  /** Shown, and nothing was done about it yet; newest first. */
  const open = computed(() =>
    value.value
      .filter(({ state, acted }) => state === 'shown' && acted === undefined)
      .sort((a, b) => (b.shownAt ?? 0) - (a.shownAt ?? 0)),
  )
  async function act(work: () => Promise<void>): Promise<void> {
    failed.value = undefined
    try {
      await work()
      await rim.ask('reminders.changed', {})
    } catch (error) {
      failed.value = problemOf(error)
    }
  }
  const putOff = (ids: readonly string[], how: Snooze) =>
    act(async () => snooze(await rim.cache(), ids, how, rim.now()))
  const finish = (ids: readonly string[]) =>
    act(async () => close(await rim.cache(), ids, rim.now()))
  return { all: value, open, status, problem, failed, retry, putOff, finish }
})
