import { startPage } from '@/components/start'
import { browserRim } from '@/stores/browser-rim'
import { backupTexts } from '@/utils/i18n/features/backup'
import { commonTexts } from '@/utils/i18n/features/common'
import { problemTexts } from '@/utils/i18n/features/problem'
import { maskingTexts } from '@/utils/i18n/features/masking'
import { keysTexts } from '@/utils/i18n/features/keys'
import { optionsTexts } from '@/utils/i18n/features/options'
import { slugTexts } from '@/utils/i18n/features/slug'
import App from './App.vue'

startPage({
  root: App,
  rim: browserRim(),
  title: 'options.title',
  texts: {
    backup: backupTexts,
    common: commonTexts,
    problem: problemTexts,
    masking: maskingTexts,
    keys: keysTexts,
    options: optionsTexts,
    slug: slugTexts,
  },
})
