import { wear } from '@/components/base/style/wear'
import { balances } from '@/components/coupons/balances'
import { beginLook } from '@/utils/cache/first-look-begun'
import { newestFirst } from '@/utils/cache/newest-first'
import { now } from '@/utils/clock'
import { bareTexts } from '@/utils/i18n/bare-texts'
import { commonTexts } from '@/utils/i18n/features/common'
import { couponsTexts } from '@/utils/i18n/features/coupons'
import { localeOf, resolveLanguage } from '@/utils/i18n/language'
import { hiddenAmount, moneyOf } from '@/utils/i18n/money'
import { painted } from '@/utils/painted'
import { withDefaults } from '@/utils/settings'
import { glanceOf } from './glance-of'

/**
 * The sums of coupons of the account seen last, on the screen before the code of the page is asked for: what it shows
 * first itself, read by the same look and made by the same hand, so that nothing moves when it takes over.
 */
export async function paintFirst(browserLanguage: string): Promise<void> {
  const look = await beginLook()
  const place = document.querySelector<HTMLElement>('#first')
  if (!look || !place) return
  const { language: chosen, theme } = withDefaults(look.settings)
  const language = resolveLanguage(chosen, undefined, browserLanguage)
  document.documentElement.lang = localeOf(language)
  wear(theme)
  const glance = glanceOf(look.glances, newestFirst(look.accounts)[0]?.key)
  if (!glance) return
  const money = (value: string, currency: string | undefined) =>
    look.amountsHidden ? hiddenAmount : moneyOf(value, currency, language)
  const t = bareTexts({ common: commonTexts, coupons: couponsTexts }, language)
  place.className = 'card balances'
  place.append(...balances(glance, { language, now: now(), t, money }))
  await painted()
}
