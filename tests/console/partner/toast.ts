/** The short message at the top of the page. */
import { ref } from 'vue'

export const message = ref<{ text: string; kind: 'success' | 'error' } | undefined>()

let ending: ReturnType<typeof setTimeout> | undefined

export function toast(text: string, kind: 'success' | 'error' = 'success'): void {
  message.value = { text, kind }
  clearTimeout(ending)
  ending = setTimeout(() => {
    message.value = undefined
  }, 4000)
}
