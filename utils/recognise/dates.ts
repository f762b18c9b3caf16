import type { Table } from '@/utils/records'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const numeric =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]+(\d{1,2})[:时](\d{2})(?:[:分](\d{2})(?:\.\d{1,9})?秒?)?分?)?\s*(Z|(?:GMT|UTC)?\s*[+-]\d{1,2}:?(?:\d{2})?|(?:GMT|UTC))?$/i
const worded =
  /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(Z|(?:GMT|UTC)?\s*[+-]\d{1,2}:?(?:\d{2})?|(?:GMT|UTC))?$/
const compact = /^(20\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/

/** Seconds and milliseconds since 1970 that lie between 2001 and 2100. */
function epoch(value: number): number | undefined {
  if (!Number.isInteger(value)) return undefined
  if (value >= 978_307_200_000 && value < 4_102_444_800_000) return value
  return value >= 978_307_200 && value < 4_102_444_800 ? value * 1000 : undefined
}

/**
 * A moment as a source writes it.
 * @param zone offset of times without one, in minutes (480 is Beijing's)
 * @param end a bare date is its last second, not its first
 * @returns UTC epoch milliseconds
 */
export function readTime(value: unknown, zone: number, end: boolean): number | undefined {
  if (typeof value === 'number') return epoch(value)
  if (typeof value !== 'string' || value.length < 8 || value.length > 48) return undefined
  const text = value.trim()
  if (/^\d{10}$|^\d{13}$/.test(text)) return epoch(Number(text))
  const found = numeric.exec(text) ?? compact.exec(text)
  if (found) return moment(found, found[1], found[2], found[3], zone, end)
  const words = worded.exec(text)
  if (!words) return undefined
  const month = months.indexOf((words[1] ?? '').slice(0, 3).toLowerCase()) + 1
  return month === 0 ? undefined : moment(words, words[3], String(month), words[2], zone, end)
}

type Match = RegExpExecArray
function moment(
  found: Match,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  zone: number,
  end: boolean,
): number | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined
  const bare = found[4] === undefined
  const [h, min, s] = bare
    ? end
      ? [23, 59, 59]
      : [0, 0, 0]
    : [Number(found[4]), Number(found[5]), Number(found[6] ?? 0)]
  if (h > 24 || min > 59 || s > 60) return undefined
  const whole = Date.UTC(y, m - 1, d, h, min, s)
  // 31 February is no day.
  if (new Date(Date.UTC(y, m - 1, d)).getUTCDate() !== d) return undefined
  return whole - (offsetOf(found[7]) ?? zone) * 60_000
}

function offsetOf(mark: string | undefined): number | undefined {
  if (mark === undefined) return undefined
  const found = /([+-])(\d{1,2}):?(\d{2})?$/.exec(mark)
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0))
}

/** The two ends of "A ~ B", in whatever marks. */
export function splitRange(value: unknown): [string, string] | undefined {
  if (typeof value !== 'string' || value.length > 100) return undefined
  const parts = value
    .split(/\s*(?:~|～|至|到|—|–|\n|\s-\s|\sto\s)\s*/i)
    .filter((part) => part !== '')
  const [from, to] = parts
  return parts.length === 2 && from !== undefined && to !== undefined ? [from, to] : undefined
}

/** `YYYY-MM` from 2026-09, 2026年9月, 202609, or a date. */
export function readMonth(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.length > 24) return undefined
  const found = /^\s*(20\d{2})\s*(?:[-/.年]\s*)?(\d{1,2})\s*月?(?:[-/.]\d{1,2}.*)?\s*$/.exec(text)
  const words = found ? null : /^\s*([A-Za-z]{3,9})\.?,?\s+(20\d{2})\s*$/.exec(text)
  const year = found?.[1] ?? words?.[2]
  const month = found
    ? Number(found[2])
    : months.indexOf((words?.[1] ?? '-').slice(0, 3).toLowerCase()) + 1
  return year !== undefined && month >= 1 && month <= 12
    ? `${year}-${String(month).padStart(2, '0')}`
    : undefined
}

/** Minutes by which times without a zone lie east of UTC. */
export function zoneOf({ context }: Table): number {
  if (
    context.zone === undefined ||
    /(?:^|\/\/)[^/]*account\.huaweicloud\.com/.test(context.url ?? '')
  )
    return 480
  try {
    const part = new Intl.DateTimeFormat('en', {
      timeZone: context.zone,
      timeZoneName: 'longOffset',
    })
      .formatToParts(0)
      .find(({ type }) => type === 'timeZoneName')
    return offsetOf(part?.value) ?? 480
  } catch {
    return 480
  }
}
