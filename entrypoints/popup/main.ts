import { startPage } from '@/components/start'
import { browserRim } from '@/stores/browser-rim'
import { commonTexts } from '@/utils/i18n/features/common'
import { couponsTexts } from '@/utils/i18n/features/coupons'
import { problemTexts } from '@/utils/i18n/features/problem'
import { popupTexts } from '@/utils/i18n/features/popup'
import { presentationTexts } from '@/utils/i18n/features/presentation'
import App from './App.vue'

startPage({
  root: App,
  rim: browserRim({ paintsFirst: true }),
  title: 'common.name',
  texts: {
    presentation: presentationTexts,
    common: commonTexts,
    coupons: couponsTexts,
    problem: problemTexts,
    popup: popupTexts,
  },
})
