import { formatDay } from '@/utils/i18n/times'

/* Days are those of Beijing, as everywhere on our pages. */
const zoneMs = 8 * 3_600_000
const dayMs = 86_400_000

/** When `2029-03-01` begins, epoch ms; undefined for anything else. @param days later */
export function startOfDay(day: string, days = 0): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) ? undefined : at - zoneMs + days * dayMs
}
export const dayOfMoment = (at: number): string => formatDay(at)
