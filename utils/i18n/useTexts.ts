import { language, t } from './texts'

/** Texts in the page's language; what a template shows with `t` follows when the language changes. */
export function useTexts() {
  return { t, language }
}
