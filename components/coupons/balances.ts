import type { Glance, GlanceLine } from '@/utils/cache/types'
import type { TextKey } from '@/utils/i18n/keys'
import type { TextValues } from '@/utils/i18n/texts'
import { formatAge, formatDay } from '@/utils/i18n/times'
import type { Language } from '@/utils/kinds/define'
import { typeWord } from './type-word'

/** What balances are written with. */
export interface Pen {
  language: Language
  now: number
  t(key: TextKey, values?: TextValues): string
  /** An amount with its currency, or covered. */
  money(value: string, currency: string | undefined): string
}

const holders = [
  { id: 'quota', title: 'coupons.quota' },
  { id: 'own', title: 'coupons.own' },
  { id: 'issued', title: 'coupons.atCustomers' },
] as const

/**
 * What can still be used, by who holds it, as plain elements: they are on the screen before the code of a page has come.
 * The three are never added up: the same money would count twice.
 */
export function balances(glance: Glance, pen: Pen): HTMLElement[] {
  const { t, now, language } = pen
  return [
    element('h2', 'unseen', t('coupons.title')),
    ...holders.map(({ id, title }) => {
      const lines = glance.lines.filter(({ holder }) => holder === id)
      const part = element('section', 'balance-lines', element('h3', 'quiet', t(title)))
      part.dataset.testid = `holder-${id}`
      part.append(...lines.map((line) => balance(line, pen)))
      if (lines.length === 0) part.append(element('p', 'quiet', t('coupons.none')))
      return part
    }),
    element(
      'p',
      'quiet small balance-facts',
      element('span', '', t('coupons.apart')),
      ...(glance.observedAt
        ? [
            element(
              'span',
              '',
              t('common.age', { age: formatAge(glance.observedAt, now, language) }),
            ),
          ]
        : []),
    ),
  ]
}

function balance(line: GlanceLine, { t, language, money }: Pen): HTMLElement {
  const detail = [
    t('coupons.issued', { count: line.count }),
    ...(line.nearestExpiry === undefined
      ? []
      : [t('coupons.nearest', { day: formatDay(line.nearestExpiry) })]),
  ]
  return element(
    'dl',
    'balance-line',
    element('dt', '', typeWord(line.type, language)),
    element('dd', 'number balance', money(line.balance, line.currency || undefined)),
    element('dd', 'quiet small balance-detail', detail.join(' · ')),
  )
}

function element(tag: string, classes: string, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag)
  made.className = classes
  made.append(...inside)
  return made
}
