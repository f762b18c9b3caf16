import { startPage } from '@/components/start'
import { browserRim } from '@/stores/browser-rim'
import { commonTexts } from '@/utils/i18n/features/common'
import { couponsTexts } from '@/utils/i18n/features/coupons'
import { healthTexts } from '@/utils/i18n/features/health'
import { problemTexts } from '@/utils/i18n/features/problem'
import { panelTexts } from '@/utils/i18n/features/panel'
import { maskingTexts } from '@/utils/i18n/features/masking'
import { revealTexts } from '@/utils/i18n/features/reveal'
import { exportsTexts } from '@/utils/i18n/features/exports'
import { remindersTexts } from '@/utils/i18n/features/reminders'
import { importsTexts } from '@/utils/i18n/features/imports'
import { refusalTexts } from '@/utils/i18n/features/refusal'
import { slugTexts } from '@/utils/i18n/features/slug'
import { teachTexts } from '@/utils/i18n/features/teach'
import { presentationTexts } from '@/utils/i18n/features/presentation'
import App from './App.vue'

startPage({
  root: App,
  rim: browserRim({ paintsFirst: true }),
  title: 'panel.title',
  texts: {
    presentation: presentationTexts,
    common: commonTexts,
    coupons: couponsTexts,
    health: healthTexts,
    problem: problemTexts,
    panel: panelTexts,
    masking: maskingTexts,
    reveal: revealTexts,
    exports: exportsTexts,
    reminders: remindersTexts,
    imports: importsTexts,
    refusal: refusalTexts,
    slug: slugTexts,
    teach: teachTexts,
  },
})
