import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef, toValue, watchEffect, type MaybeRefOrGetter } from 'vue'

/** Something the user can do here, by name. */
export interface Command {
  id: string
  label: string
  run(): void
}

/** What can be done with what is on the page now; whoever shows it offers it. */
export const useCommands = defineStore('commands', () => {
  const offered = shallowRef<readonly (readonly Command[])[]>([])
  function offer(commands: MaybeRefOrGetter<readonly Command[]>): void {
    let own: readonly Command[] = []
    const take = () => (offered.value = offered.value.filter((each) => each !== own))
    watchEffect(
      () => {
        const next = toValue(commands)
        offered.value = [...offered.value.filter((each) => each !== own), next]
        own = next
      },
      { flush: 'sync' },
    )
    onScopeDispose(take)
  }
  /** A sync was asked for by its command: whoever shows what it would fetch begins it, once. */
  const syncAsked = shallowRef(false)
  return { offered, offer, syncAsked }
})
