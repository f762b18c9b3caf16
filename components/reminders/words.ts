import type { Reminder } from '@/utils/cache/types'
import { language, t } from '@/utils/i18n/texts'
import { kindOf } from '@/utils/kinds'

const day = 24
/** What a reminder is about: kind, how long before its time, and what the record is called. */
export function reminderTitle({ kind, hours }: Reminder, name: string): string {
  const what = kindOf(kind ?? 'exportTask').label[language.value]
  return t('reminders.title', { what, when: beforeWords(hours, kind), name })
}

/** `24 h before`, `7 days before`, or that it has happened. */
export function beforeWords(hours: number, kind?: string): string {
  if (hours === 0) return t(kind === undefined ? 'reminders.ready' : 'reminders.low')
  return hours >= 2 * day && hours % day === 0
    ? t('reminders.daysBefore', { count: hours / day })
    : t('reminders.hoursBefore', { count: hours })
}
