/** The words of the console for one viewer, under the wording in force. */
import type { Reading } from './pages/display.ts'
import type { Viewer } from './rows.ts'
import type { World } from './world.ts'
import { textIn } from './wording/wording.ts'

export const readingOf = ({ wording }: World, { locale, currency }: Viewer): Reading => ({
  locale,
  currency,
  say: (words) => textIn(wording, locale, currency, words),
})
