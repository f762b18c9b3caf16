import { others, type Series, type Unit } from '@/utils/analytics/chart-data'
import { kindOf } from '@/utils/kinds'
import type { ChartDef } from './chart-defs'
import { say, type Locale } from './texts'

/** What is hidden of what is shown. */
export interface Mask {
  names?: boolean
  amounts?: boolean
}
const zh = (locale: Locale) => (locale === 'en' ? 'en' : 'zh')

/** What stands at a place of the axis, for people. */
export function labelText(def: ChartDef, label: string, locale: Locale, mask: Mask = {}): string {
  if (label === others) return say(locale, 'others')
  if (def.axis === 'window')
    return label === 'later'
      ? say(locale, 'window.later')
      : say(locale, 'window.days', { days: label })
  if (def.axis === 'month') return monthText(label, locale)
  return valueText(def, def.axis, label, locale, mask)
}
/** What a series is called; '' where there is only one that needs no name. */
export function seriesText(def: ChartDef, { id }: Series, locale: Locale, mask: Mask = {}): string {
  if (def.into === undefined) return ''
  return def.into === 'year' ? id : valueText(def, def.into, id, locale, mask)
}

/** What the places of the axis are. */
export function axisText(def: ChartDef, locale: Locale): string {
  if (def.axis === 'month') return say(locale, 'axis.month')
  if (def.axis === 'window') return say(locale, 'axis.window')
  return kindOf(def.kind).fields[def.axis]?.[zh(locale)][0] ?? def.axis
}

function valueText(
  def: ChartDef,
  field: string,
  value: string,
  locale: Locale,
  mask: Mask,
): string {
  if (value === '') return say(locale, 'unsaid')
  const declared = kindOf(def.kind).fields[field]
  const word = declared?.values?.[value]?.[zh(locale)][0]
  if (word !== undefined) return word
  return declared?.personal && mask.names ? shortened(value) : value
}
/** One character stays; what came masked stays as it is. */
const shortened = (value: string) =>
  /[*•]/.test(value) ? value : `${Array.from(value)[0] ?? ''}**`

function monthText(label: string, locale: Locale): string {
  if (label.length > 2) return label
  return locale === 'en'
    ? new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(
        Date.UTC(2000, Number(label) - 1),
      )
    : `${Number(label)}月`
}

/** An exact value for people: grouped, with its currency; hidden amounts are said to be hidden. */
export function amountText(
  value: string | undefined,
  unit: Unit,
  locale: Locale,
  mask: Mask = {},
): string {
  if (value === undefined) return '—'
  if (unit === 'share') return `${(Number(value) * 100).toFixed(1)} %`
  if (unit === 'count') return new Intl.NumberFormat(locale).format(Number(value))
  if (mask.amounts) return '•••'
  const [, sign = '', whole = '0', part = '00'] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? []
  const grouped = new Intl.NumberFormat(locale).format(BigInt(whole))
  return `${sign}${grouped}.${part} ${unit.currency}`.trim()
}
export const unitText = (unit: Unit, locale: Locale): string =>
  unit === 'count' ? say(locale, 'unit.count') : unit === 'share' ? '%' : unit.currency

/** "3 minutes ago": the largest whole unit. */
export function ageText(at: number, now: number, locale: Locale): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const [unit, size] of [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const)
    if (Math.abs(now - at) >= size) return relative.format(Math.trunc((at - now) / size), unit)
  return relative.format(0, 'second')
}
