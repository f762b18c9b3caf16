import type { Field, Language } from '@/utils/kinds/define'
import type { KindRecord, Value } from '@/utils/records'
import { amountsHidden, hiddenAmount } from '@/utils/masking/amounts'
import { localeOf } from './texts'

/** The console shows Beijing time on the China site; elsewhere it stands in until an account says otherwise (KINDS.md). */
export const zone = 'Asia/Shanghai'
export const zoneName = 'UTC+8'

type Decimal = Intl.StringNumericLiteral
const formats = new Map<string, Intl.NumberFormat>()
function numberFormat(language: Language, currency?: string): Intl.NumberFormat {
  const key = `${language}|${currency ?? ''}`
  const made =
    formats.get(key) ??
    new Intl.NumberFormat(localeOf(language), {
      ...(currency === undefined
        ? {}
        : { style: 'currency' as const, currency, minimumFractionDigits: 2 }),
      maximumFractionDigits: 12,
    })
  formats.set(key, made)
  return made
}

/**
 * An amount exactly as kept: Intl takes the decimal string, no float is made of it.
 * @param currency absent where the source named none: then the bare number is shown
 */
export function formatMoney(value: string, currency: string | undefined, language: Language) {
  if (amountsHidden.value) return hiddenAmount
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value
  return numberFormat(language, currency).format(value as Decimal)
}
export function formatNumber(value: string | number, language: Language): string {
  if (typeof value === 'string' && !/^-?\d+(\.\d+)?$/.test(value)) return value
  return numberFormat(language).format(value as Decimal)
}
/** A fraction as kept ("0.05") as per cent; shifted as text, so that it stays exact. */
export function formatRate(value: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value)
  if (!match) return value
  const [, sign = '', whole = '0', part = ''] = match
  const shifted = `${whole}${part.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const rest = part.slice(2).replace(/0+$/, '')
  return `${sign}${shifted}${rest === '' ? '' : `.${rest}`}%`
}

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
const momentParts = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const
const moments = new Intl.DateTimeFormat('sv-SE', { ...momentParts, timeZone: zone })
export const formatDay = (at: number): string => days.format(at)
/** `2026-11-22 18:05`; the zone stands in the column's header. */
export const formatMoment = (at: number): string => moments.format(at)
/** The same with its zone, where it stands alone. */
export const formatMomentZoned = (at: number): string => `${formatMoment(at)} (${zoneName})`

/**
 * A moment by the user's own clock, where that is another than Beijing's; undefined where both say the same.
 * @param zone IANA name
 */
export function formatOwnMoment(
  at: number,
  zone = new Intl.DateTimeFormat().resolvedOptions().timeZone,
): string | undefined {
  const own = new Intl.DateTimeFormat('sv-SE', { ...momentParts, timeZone: zone }).format(at)
  if (own === formatMoment(at)) return undefined
  const [name] = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .filter(({ type }) => type === 'timeZoneName')
  return `${own} (${(name?.value ?? zone).replace('GMT', 'UTC')})`
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const
/** "3 minutes ago", "in 2 days": the largest whole unit. */
export function formatAge(at: number, now: number, language: Language): string {
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' })
  const away = at - now
  for (const [unit, size] of steps)
    if (Math.abs(away) >= size) return relative.format(Math.trunc(away / size), unit)
  return relative.format(0, 'second')
}

/** What is left until a moment: `2 天 3 小时`, `5 h 12 min`, `42 s`. Never negative. */
export function formatLeft(ms: number, language: Language): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const unit = (value: number, name: 'day' | 'hour' | 'minute' | 'second') =>
    new Intl.NumberFormat(localeOf(language), {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
    }).format(value)
  const day = Math.floor(seconds / 86_400)
  const hour = Math.floor((seconds % 86_400) / 3600)
  const minute = Math.floor((seconds % 3600) / 60)
  if (day > 0) return `${unit(day, 'day')} ${unit(hour, 'hour')}`
  if (hour > 0) return `${unit(hour, 'hour')} ${unit(minute, 'minute')}`
  return minute > 0
    ? `${unit(minute, 'minute')} ${unit(seconds % 60, 'second')}`
    : unit(seconds, 'second')
}

/** The same in its largest whole unit alone, where the rest would be noise. */
export function formatAbout(ms: number, language: Language): string {
  const [unit, size] = steps.find(([, each]) => ms >= each) ?? steps[2]
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(Math.floor(ms / size))
}

export function formatBytes(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  let step = 0
  let size = bytes
  while (size >= 1024 && step < units.length - 1) {
    size /= 1024
    step++
  }
  return new Intl.NumberFormat(localeOf(language), {
    style: 'unit',
    unit: units[step],
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(size)
}

/** The console's own word for a choice; a slug nobody named shows itself. */
export const choiceWord = (field: Field, slug: string, language: Language): string =>
  field.values?.[slug]?.[language][0] ?? slug

/** One value of a record as text for people. Personal values are kept masked and shown as they are. */
export function formatValue(
  field: Field,
  value: Value | undefined,
  record: KindRecord,
  language: Language,
): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) {
    return field.type === 'items'
      ? formatNumber(value.length, language)
      : value.join(language === 'zh' ? '、' : ', ')
  }
  switch (field.type) {
    case 'amount':
      return formatMoney(String(value), currencyOf(record), language)
    case 'decimal':
    case 'count':
      return formatNumber(typeof value === 'number' ? value : String(value), language)
    case 'rate':
      return formatRate(String(value))
    case 'time':
    case 'day-end':
      return typeof value === 'number' ? formatMoment(value) : String(value)
    case 'flag':
      return language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No'
    case 'choice':
      return choiceWord(field, String(value), language)
    default:
      return String(value)
  }
}
export const currencyOf = (record: KindRecord): string | undefined =>
  typeof record.currency === 'string' ? record.currency : undefined
