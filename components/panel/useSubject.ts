import { computed, shallowRef, watch } from 'vue'
import { useTab } from '@/stores/tab'
import { placeOfPage, type Subject } from './subjects'

/** The subject in front: the page's, unless the user chose another since the page last changed. */
export function useSubject() {
  const tab = useTab()
  const subject = shallowRef<Subject>('coupons')
  let chosenAt: string | undefined

  watch(
    () => tab.state,
    async ({ page, columns }) => {
      if (!page) return
      const place = placeOfPage(page)
      if (chosenAt === place) return
      chosenAt = undefined
      // The words of all kinds: the first paint does without them.
      const { subjectOfPage } = await import('./page-subject')
      if (placeOfPage(tab.state.page) !== place || chosenAt === place) return
      subject.value = subjectOfPage(page, columns.length) ?? subject.value
    },
    { immediate: true },
  )
  return computed<Subject>({
    get: () => subject.value,
    set: (next) => {
      subject.value = next
      chosenAt = placeOfPage(tab.state.page)
    },
  })
}
