import type { Language } from '@/utils/kinds/define'
import { localeOf } from './language'

/** The console shows Beijing time on the China site; elsewhere it stands in until an account says otherwise (KINDS.md). */
export const zone = 'Asia/Shanghai'
export const zoneName = 'UTC+8'

/** Made when it is first needed: what a page paints first is asked for before. */
let days: Intl.DateTimeFormat | undefined
const momentParts = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const
let moments: Intl.DateTimeFormat | undefined
export function formatDay(at: number): string {
  days ??= new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  return days.format(at)
}
/** `2026-11-22 18:05`; the zone stands in the column's header. */
export function formatMoment(at: number): string {
  moments ??= new Intl.DateTimeFormat('sv-SE', { ...momentParts, timeZone: zone })
  return moments.format(at)
}
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
