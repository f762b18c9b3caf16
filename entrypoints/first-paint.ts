import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { paintFirst } from '@/components/panel/first-paint'
import { begun } from '@/components/panel/first-paint-begun'

/** Stands in the side panel before all else: what it shows first is on the screen before its code is asked for. */
export default defineUnlistedScript(() => {
  begun.partnerLensPaint = paintFirst(chrome.i18n.getUILanguage())
})
