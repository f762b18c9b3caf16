import { startPage } from '@/components/start'
import { browserRim } from '@/stores/browser-rim'
import { commonTexts } from '@/utils/i18n/features/common'
import { problemTexts } from '@/utils/i18n/features/problem'
import { popupTexts } from '@/utils/i18n/features/popup'
import App from './App.vue'

startPage({
  root: App,
  rim: browserRim(),
  title: 'common.name',
  texts: {
    common: commonTexts,
    problem: problemTexts,
    popup: popupTexts,
  },
})
