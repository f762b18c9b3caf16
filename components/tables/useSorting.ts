import { computed, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { StoredRecord } from '@/utils/records'
import { language } from '@/utils/i18n/texts'
import { sorted, type Column, type Sorting } from './columns'

/** Rows by the column whose header was pressed last; pressed again, the other way round. */
export function useSorting(
  rows: MaybeRefOrGetter<readonly StoredRecord[]>,
  columns: MaybeRefOrGetter<readonly Column[]>,
  /** A change of it starts anew. */
  subject: MaybeRefOrGetter<string>,
) {
  const sorting = shallowRef<Sorting>()
  watch(
    () => toValue(subject),
    () => (sorting.value = undefined),
  )
  const ordered = computed(() => {
    const { column, down } = sorting.value ?? { column: '', down: false }
    const by = toValue(columns).find(({ name }) => name === column)
    return sorted(toValue(rows), by, down, language.value)
  })
  function press(column: string): void {
    const { column: before, down } = sorting.value ?? { column: '', down: false }
    sorting.value = { column, down: before === column ? !down : false }
  }
  const direction = (name: string) =>
    sorting.value?.column !== name ? undefined : sorting.value.down ? 'descending' : 'ascending'
  return { ordered, press, direction }
}
