import type { ChartData } from '@/utils/analytics/chart-data'

/** A day of the calendar: where it stands, how it is written, and how much of the largest day it has. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  label: string
  at: number
  value: string | undefined
  /** `12/1` for the first of a month, else `2`. */
  day: string
  /** 0 for a day without anything, 1 to 4 for its share in the largest. */
  level: number
  /** 0 for Monday. */
  weekday: number
  /** Weeks after the first one shown. */
  week: number
}
const levels = 4

export function calendarDays({ labels, series }: ChartData): CalendarDay[] {
  const values = series[0]?.values ?? []
  const largest = values.reduce((most, each) => Math.max(most, Number(each ?? 0)), 0)
  const first = weekdayOf(labels[0] ?? '')
  return labels.map((label, at) => {
    const value = values[at]
    const share = largest > 0 && value !== undefined ? Number(value) / largest : 0
    const month = label.endsWith('-01') || at === 0 ? `${Number(label.slice(5, 7))}/` : ''
    return {
      label,
      at,
      value,
      day: `${month}${Number(label.slice(8))}`,
      level: value === undefined ? 0 : Math.max(1, Math.ceil(share * levels)),
      weekday: (first + at) % 7,
      week: Math.floor((first + at) / 7),
    }
  })
}
const weekdayOf = (label: string) => (new Date(`${label}T00:00:00Z`).getUTCDay() + 6) % 7

/** The names of the weekdays, Monday first, one letter each. */
export function weekdayNames(locale: string): string[] {
  const made = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, at) => made.format(Date.UTC(2024, 0, 1 + at)))
}
