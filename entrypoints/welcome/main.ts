import { startPage } from '@/components/start'
import { browserRim } from '@/stores/browser-rim'
import { commonTexts } from '@/utils/i18n/features/common'
import { problemTexts } from '@/utils/i18n/features/problem'
import { welcomeTexts } from '@/utils/i18n/features/welcome'
import App from './App.vue'

startPage({
  root: App,
  rim: browserRim(),
  title: 'welcome.title',
  texts: {
    common: commonTexts,
    problem: problemTexts,
    welcome: welcomeTexts,
  },
})
