import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { revealsToday } from '@/utils/masking/reveal-list'
import type { MaskedColumn, RevealNote } from '@/utils/messaging/protocol'
import type { Personal } from '@/utils/kinds/define'
import { placeOf } from '@/utils/site'
import { problemOf, type Problem } from './live'
import { useRim } from './rim'
import { useSettings } from './settings'
import { useTab } from './tab'

/** PRIV-05: presses one gesture may make, over all frames of a page. */
const mostAGesture = 20

/** What of the page in front is masked and revealed, and what the user may do about it. Nothing here holds a value. */
export const useMasks = defineStore('masks', () => {
  const rim = useRim()
  const tab = useTab()
  const settings = useSettings()
  const problem = shallowRef<Problem>()
  const running = shallowRef(false)
  const list = shallowRef<RevealNote[]>([])

  const columns = computed(() => tab.state.columns)
  const place = computed(() => tab.state.page && placeOf(tab.state.page.url))
  const today = computed(() => revealsToday(list.value, rim.now()))
  const known = ({ id }: MaskedColumn) => mine.value.includes(id)
  /** The user's own columns of this page. */
  const mine = computed(() => settings.settings.revealSets[place.value ?? ''] ?? [])
  const kinds = computed(() => [
    ...new Set(columns.value.flatMap(({ personal }) => (personal ? [personal] : []))),
  ])

  /** One gesture: frame after frame, until its presses are used up. */
  async function show(due: readonly MaskedColumn[], why: RevealNote['why']): Promise<void> {
    const { tabId } = tab.state
    if (tabId === undefined || !rim.tell) return
    const { revealSeconds: seconds, revealKeep: keep } = settings.settings
    problem.value = undefined
    running.value = true
    let most = mostAGesture
    try {
      for (const [frame, ids] of byFrame(due)) {
        if (most <= 0) break
        const order = { order: 'masking.show', columns: ids, seconds, keep, why, most } as const
        const answer = await rim.tell(tabId, order, frame)
        most = (answer as { left?: number } | undefined)?.left ?? 0
      }
    } catch (error) {
      problem.value = problemOf(error)
    } finally {
      running.value = false
    }
    await tab.refresh()
  }
  async function tellAll(order: 'masking.stop' | 'masking.leave'): Promise<void> {
    const { tabId } = tab.state
    if (tabId !== undefined) await rim.tell?.(tabId, { order }).catch(() => {})
  }
  async function hide(due: readonly MaskedColumn[]): Promise<void> {
    const { tabId } = tab.state
    if (tabId === undefined || !rim.tell) return
    problem.value = undefined
    try {
      await Promise.all(
        [...byFrame(due)].map(([frame, ids]) =>
          rim.tell?.(tabId, { order: 'masking.hide', columns: ids }, frame),
        ),
      )
    } catch (error) {
      problem.value = problemOf(error)
    }
    await tab.refresh()
  }
  const pressable = computed(() =>
    columns.value.filter(({ state }) => state === 'masked' || state === 'partly'),
  )
  const open = computed(() =>
    columns.value.filter(({ state }) => state === 'shown' || state === 'partly'),
  )

  function remember(ids: readonly string[]): Promise<boolean> {
    const revealSets = { ...settings.settings.revealSets }
    if (place.value === undefined) return Promise.resolve(false)
    if (ids.length === 0) delete revealSets[place.value]
    else revealSets[place.value] = [...ids]
    return settings.change({ revealSets })
  }

  let letGo: (() => void) | undefined
  // Each by itself: to let go without need would end what is shown.
  watch(
    [() => tab.state.page && tab.state.tabId, () => settings.settings.revealEndsWithPanel],
    ([tabId, endsWithPanel]) => {
      letGo?.()
      letGo = tabId === undefined ? undefined : rim.tether?.(tabId, { endsWithPanel })
    },
    { immediate: true },
  )
  const stopList = rim.onReveals?.((next) => (list.value = next))
  onScopeDispose(() => {
    letGo?.()
    stopList?.()
  })

  return {
    columns,
    place,
    problem,
    running,
    list,
    today,
    mine,
    kinds,
    pressable,
    open,
    show: (column: MaskedColumn) => show([column], 'column'),
    showAll: () => show(pressable.value, 'all'),
    showKind: (kind: Personal) =>
      show(
        pressable.value.filter(({ personal }) => personal === kind),
        'kind',
      ),
    showMine: () => show(pressable.value.filter(known), 'set'),
    hide: (column: MaskedColumn) => hide([column]),
    hideAll: () => hide(open.value),
    hideKind: (kind: Personal) => hide(open.value.filter(({ personal }) => personal === kind)),
    stop: () => tellAll('masking.stop'),
    remember,
  }
})

function byFrame(columns: readonly MaskedColumn[]): Map<number, string[]> {
  const frames = new Map<number, string[]>()
  for (const { frame = 0, id } of columns) frames.set(frame, [...(frames.get(frame) ?? []), id])
  return frames
}
