import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { fullValueOf, fullValuesOf, type FullValues } from '@/utils/cache/full-values'
import type { KindName } from '@/utils/kinds'
import type { ShownTables } from '@/utils/messaging/protocol'
import type { StoredRecord } from '@/utils/records'
import { usePresentation } from './presentation'
import { useRim } from './rim'
import { useSettings } from './settings'
import { useTab } from './tab'

const none: FullValues = new Map()

/** What the console's page in front shows in full at this moment, for the same rows here. In memory, and gone with it. */
export const useRevealed = defineStore('revealed', () => {
  const rim = useRim()
  const tab = useTab()
  const settings = useSettings()
  const presentation = usePresentation()
  const values = shallowRef<FullValues>(none)
  /** The user was told once what it means to copy a hidden value. */
  const copiesKnowingly = shallowRef(false)

  const frames = computed(() => {
    if (presentation.state.on || tab.state.tabId === undefined) return []
    const open = tab.state.columns.filter(({ state }) => state === 'shown' || state === 'partly')
    return [...new Set(open.map(({ frame = 0 }) => frame))]
  })
  let round = 0
  async function look(): Promise<void> {
    const own = ++round
    const { tabId } = tab.state
    // What was shown is not shown any more, whatever the page answers.
    if (frames.value.length === 0 || tabId === undefined) return void (values.value = none)
    const answers = await Promise.all(
      frames.value.map((frame) => rim.tell?.(tabId, { order: 'masking.values' }, frame)),
    ).catch(() => [])
    const { recognise } = await import('@/utils/recognise')
    const { learned, origins } = settings.settings
    const found = (answers as (ShownTables | undefined)[]).flatMap((answer) =>
      (answer?.tables ?? []).flatMap(({ columns, rows }) => {
        const context = { source: 'page', ...answer?.page } as const
        return recognise({ columns, rows, context }, { learned, origins }) ?? []
      }),
    )
    if (own === round) values.value = fullValuesOf(found)
  }
  watch([() => tab.state, frames], () => void look(), { immediate: true })

  return {
    copiesKnowingly,
    /** How to learn a value in full; undefined where it is not shown. */
    fullOf(kind: KindName, row: StoredRecord, name: string) {
      const full = fullValueOf(values.value, kind, row, name)
      return full === undefined ? undefined : async () => full
    },
  }
})
