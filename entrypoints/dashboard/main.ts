import { startPage } from '@/components/start'
import { browserRim } from '@/stores/browser-rim'
import { commonTexts } from '@/utils/i18n/features/common'
import { couponsTexts } from '@/utils/i18n/features/coupons'
import { problemTexts } from '@/utils/i18n/features/problem'
import { panelTexts } from '@/utils/i18n/features/panel'
import { revealTexts } from '@/utils/i18n/features/reveal'
import { exportsTexts } from '@/utils/i18n/features/exports'
import { dashboardTexts } from '@/utils/i18n/features/dashboard'
import { healthTexts } from '@/utils/i18n/features/health'
import { optionsTexts } from '@/utils/i18n/features/options'
import { remindersTexts } from '@/utils/i18n/features/reminders'
import { importsTexts } from '@/utils/i18n/features/imports'
import { refusalTexts } from '@/utils/i18n/features/refusal'
import { slugTexts } from '@/utils/i18n/features/slug'
import { notesTexts } from '@/utils/i18n/features/notes'
import { searchTexts } from '@/utils/i18n/features/search'
import { tablesTexts } from '@/utils/i18n/features/tables'
import { keysTexts } from '@/utils/i18n/features/keys'
import { syncTexts } from '@/utils/i18n/features/sync'
import { teachTexts } from '@/utils/i18n/features/teach'
import App from './App.vue'

const rim = browserRim()
rim.tables().start()
startPage({
  root: App,
  rim,
  title: 'dashboard.title',
  texts: {
    common: commonTexts,
    coupons: couponsTexts,
    problem: problemTexts,
    panel: panelTexts,
    exports: exportsTexts,
    dashboard: dashboardTexts,
    health: healthTexts,
    options: optionsTexts,
    reminders: remindersTexts,
    imports: importsTexts,
    refusal: refusalTexts,
    slug: slugTexts,
    notes: notesTexts,
    search: searchTexts,
    tables: tablesTexts,
    reveal: revealTexts,
    keys: keysTexts,
    sync: syncTexts,
    teach: teachTexts,
  },
})
