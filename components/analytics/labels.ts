import { type ChartData, others, type Unit } from '@/utils/analytics/chart-data'
import { isShared } from '@/utils/analytics/customer'
import type { ChartDef } from './chart-def'
import { kindOf } from './kinds'
import { slugWord } from './slug-words'
import { say, type Locale } from './texts'

/** What is hidden of what is shown. */
export interface Mask {
  names?: boolean
  amounts?: boolean
}
const zh = (locale: Locale) => (locale === 'en' ? 'en' : 'zh')

/** Every word of a chart, for people. */
export interface ChartTexts {
  label: (label: string) => string
  /** '' where there is only one that needs no name. */
  series: (id: string) => string
  value: (text: string | undefined) => string
  /** What the places of the axis are. */
  axis: string
  unit: string
}
export function chartTexts(
  def: ChartDef,
  data: ChartData,
  locale: Locale,
  mask: Mask = {},
): ChartTexts {
  const word = (field: string, id: string) => {
    if (id === others) return say(locale, 'others')
    const name = data.names?.get(id) ?? id.replace(/^~/, '')
    return valueText(def, field, name, locale, mask)
  }
  return {
    label: (label) => word(def.axis, label),
    series: (id) => (def.into === undefined ? '' : word(def.into, id)),
    value: (text) => amountText(text, data.unit, locale, mask),
    axis: fieldText(def, def.axis, locale),
    unit: unitText(data.unit, locale),
  }
}
/** Whether a name on it may stand for several customers. */
export const hasShared = ({ labels, series }: ChartData): boolean =>
  labels.some(isShared) || series.some(({ id }) => isShared(id))

function fieldText(def: ChartDef, field: string, locale: Locale): string {
  if (field === 'month') return say(locale, 'axis.month')
  if (field === 'customerName') return say(locale, 'axis.customer')
  if (field === 'window' || field === 'day') return say(locale, 'axis.window')
  if (field === 'age') return say(locale, 'axis.age')
  if (field === 'span') return say(locale, 'axis.span')
  if (field === 'usedShare') return say(locale, 'axis.used')
  if (field === 'fate') return say(locale, 'axis.state')
  return kindOf(def.kind).fields[field]?.[zh(locale)][0] ?? field
}

function valueText(
  def: ChartDef,
  field: string,
  value: string,
  locale: Locale,
  mask: Mask,
): string {
  if (value === '') return say(locale, 'unsaid')
  if (field === 'month') return monthText(value, locale)
  if (field === 'year') return value
  if (field === 'measure') return fieldText(def, value, locale)
  const slug = slugWord(field, value, locale)
  if (slug !== undefined) return slug
  const declared = kindOf(def.kind).fields[field]
  const word = declared?.values?.[value]?.[zh(locale)][0]
  if (word !== undefined) return word
  return declared?.personal && mask.names ? shortened(value) : value
}
/** One character stays; what came masked stays as it is. */
export const shortened = (value: string): string =>
  /[*•]/.test(value) ? value : `${Array.from(value)[0] ?? ''}**`

function monthText(label: string, locale: Locale): string {
  if (label.length > 2) return label
  return locale === 'en'
    ? new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(
        Date.UTC(2000, Number(label) - 1),
      )
    : `${Number(label)}月`
}

const figures = new Map<Locale, Intl.NumberFormat>()
/** Made once a language: making one costs more than a hundred uses of it. */
function figuresOf(locale: Locale): Intl.NumberFormat {
  const made = figures.get(locale) ?? new Intl.NumberFormat(locale)
  figures.set(locale, made)
  return made
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
  if (unit === 'count') return figuresOf(locale).format(Number(value))
  if (mask.amounts) return '•••'
  const [, sign = '', whole = '0', part = '00'] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? []
  return `${sign}${figuresOf(locale).format(BigInt(whole))}.${part} ${unit.currency}`.trim()
}
export const unitText = (unit: Unit, locale: Locale): string =>
  unit === 'count'
    ? say(locale, 'unit.count')
    : unit === 'share'
      ? '%'
      : unit.currency || say(locale, 'unit.unknown')

/** A change as a share: `+12.5 %`. */
export const changeText = (change: number): string =>
  `${change > 0 ? '+' : ''}${(change * 100).toFixed(1)} %`

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
/** A moment in the console's time (UTC+8). */
export const momentText = (at: number, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(at)
