import type { common } from './locales/zh-CN/common'
import type { problem } from './locales/zh-CN/problem'
import type { welcome } from './locales/zh-CN/welcome'
import type { panel } from './locales/zh-CN/panel'
import type { masking } from './locales/zh-CN/masking'
import type { reveal } from './locales/zh-CN/reveal'
import type { presentation } from './locales/zh-CN/presentation'
import type { exports as exportsTexts } from './locales/zh-CN/exports'
import type { coupons } from './locales/zh-CN/coupons'
import type { popup } from './locales/zh-CN/popup'
import type { dashboard } from './locales/zh-CN/dashboard'
import type { health } from './locales/zh-CN/health'
import type { options } from './locales/zh-CN/options'
import type { reminders } from './locales/zh-CN/reminders'
import type { imports } from './locales/zh-CN/imports'
import type { refusal } from './locales/zh-CN/refusal'
import type { slug } from './locales/zh-CN/slug'
import type { backup } from './locales/zh-CN/backup'
import type { notes } from './locales/zh-CN/notes'
import type { search } from './locales/zh-CN/search'
import type { tables } from './locales/zh-CN/tables'
import type { sync } from './locales/zh-CN/sync'
import type { keys } from './locales/zh-CN/keys'
import type { teach } from './locales/zh-CN/teach'

/** Features and their texts, as types alone: no page is made to load what it does not show. */
interface Features {
  common: typeof common
  problem: typeof problem
  welcome: typeof welcome
  panel: typeof panel
  masking: typeof masking
  reveal: typeof reveal
  presentation: typeof presentation
  exports: typeof exportsTexts
  coupons: typeof coupons
  popup: typeof popup
  dashboard: typeof dashboard
  health: typeof health
  options: typeof options
  reminders: typeof reminders
  imports: typeof imports
  refusal: typeof refusal
  slug: typeof slug
  backup: typeof backup
  notes: typeof notes
  search: typeof search
  tables: typeof tables
  sync: typeof sync
  keys: typeof keys
  teach: typeof teach
}

/** Every key there is, as `feature.key`. */
export type TextKey = {
  [F in keyof Features]: `${F}.${keyof Features[F] & string}`
}[keyof Features]
