import type { Table } from '@/utils/records'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const numeric =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]+(\d{1,2})[:时](\d{2})(?:[:分](\d{2})(?:\.\d{1,9})?秒?)?分?)?\s*\(?(Z|(?:GMT|UTC)?\s*[+-]\d{1,2}:?(?:\d{2})?|(?:GMT|UTC))?\)?$/i
const clock =
  '(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?\\s*([ap]m)?)?\\s*\\(?(Z|(?:GMT|UTC)?\\s*[+-]\\d{1,2}:?(?:\\d{2})?|(?:GMT|UTC))?\\)?$'
const monthFirst = new RegExp(`^([A-Za-z]{3,9})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})${clock}`, 'i')
const dayFirst = new RegExp(`^(\\d{1,2})[\\s-]([A-Za-z]{3,9})\\.?[\\s,-]+(\\d{4})${clock}`, 'i')
const compact = /^(20\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/

/** Seconds and milliseconds since 1970 that lie between 2001 and 2100. */
function epoch(value: number): number | undefined {
  if (!Number.isInteger(value)) return undefined
  if (value >= 978_307_200_000 && value < 4_102_444_800_000) return value
  return value >= 978_307_200 && value < 4_102_444_800 ? value * 1000 : undefined
}

/** Days since 1900 as a spreadsheet counts them, of the years 2000 to 2099. */
function serial(days: number, zone: number, end: boolean): number | undefined {
  if (!(days >= 36_526 && days < 73_051)) return undefined
  const seconds = Math.round((days - 25_569) * 86_400)
  return (seconds + (end && Number.isInteger(days) ? 86_399 : 0) - zone * 60) * 1000
}

/** Year, month, day and perhaps a time, as some libraries write a day without a zone: [2026, 9, 3, 8, 5]. */
const isParts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length > 2 && value.length < 8 && value.every(Number.isInteger)
function textOf([year, month, day, hour, minute = 0, second = 0]: readonly number[]): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${year}-${month}-${day}${hour === undefined ? '' : ` ${hour}:${two(minute)}:${two(second)}`}`
}

/**
 * A moment as a source writes it.
 * @param zone offset of times without one, in minutes (480 is Beijing's)
 * @param end a bare date is its last second, not its first
 * @returns UTC epoch milliseconds
 */
export function readTime(value: unknown, zone: number, end: boolean): number | undefined {
  if (typeof value === 'number') return epoch(value) ?? serial(value, zone, end)
  if (isParts(value)) return readTime(textOf(value), zone, end)
  if (typeof value !== 'string') return undefined
  const usual = usualTime(value, zone)
  if (usual !== undefined) return usual
  if (/^\d{5}(?:\.\d{1,12})?$/.test(value)) return serial(Number(value), zone, end)
  if (value.length < 8 || value.length > 48) return undefined
  const text = value.trim()
  if (text.length < value.length) return readTime(text, zone, end)
  if (/^\d{10}$|^\d{13}$/.test(text)) return epoch(Number(text))
  const [, ...parts] = numeric.exec(text) ?? compact.exec(text) ?? []
  if (parts.length > 0) {
    const [year, month, day, hour, minute, second, offset] = parts
    return moment({ year, month: Number(month), day, hour, minute, second, offset }, zone, end)
  }
  const first = monthFirst.exec(text)
  const [, a, b, year, hour, minute, second, half, offset] = first ?? dayFirst.exec(text) ?? []
  if (a === undefined || b === undefined) return undefined
  const month = months.indexOf((first ? a : b).slice(0, 3).toLowerCase()) + 1
  return moment(
    { year, month, day: first ? b : a, hour: hourOf(hour, half), minute, second, offset },
    zone,
    end,
  )
}

const zero = 48
/** Two digits as a number. */
function pairAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero
  const ones = text.charCodeAt(at + 1) - zero
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}
/** The form nearly every row has, `2026-09-18 10:00:00` or `2026-09-18T10:00:00Z`, without a pattern. */
export function usualTime(text: string, zone: number): number | undefined {
  const { length } = text
  const universal = length === 20 && text.charCodeAt(19) === 90
  if (length !== 19 && !universal) return undefined
  const dash = text.charCodeAt(4)
  const gap = text.charCodeAt(10)
  if ((dash !== 45 && dash !== 47) || text.charCodeAt(7) !== dash) return undefined
  if ((gap !== 32 && gap !== 84) || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58)
    return undefined
  const [year, month, day] = [
    pairAt(text, 0) * 100 + pairAt(text, 2),
    pairAt(text, 5),
    pairAt(text, 8),
  ]
  const [hour, minute, second] = [pairAt(text, 11), pairAt(text, 14), pairAt(text, 17)]
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined
  if (!(hour <= 24 && minute <= 59 && second <= 60)) return undefined
  const seconds = daysBefore(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
  return Number.isNaN(seconds) ? undefined : seconds * 1000 - (universal ? 0 : zone * 60_000)
}

/** Days from 1970 to a day of the Gregorian calendar, counted in years that begin with March. */
function daysBefore(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month < 3 ? 9 : -3)) + 2) / 5) + day - 1
  return (
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
  )
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const daysIn = (year: number, month: number) =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)
    ? 29
    : (lengths[month - 1] ?? 0)

/** The hour of a day of twenty-four, where a source counts two times twelve. */
function hourOf(hour: string | undefined, half: string | undefined): string | undefined {
  if (hour === undefined || half === undefined) return hour
  return String((Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0))
}

interface Parts {
  year: string | undefined
  month: number
  day: string | undefined
  hour: string | undefined
  minute: string | undefined
  second: string | undefined
  offset: string | undefined
}
function moment(parts: Parts, zone: number, end: boolean): number | undefined {
  const { month, hour } = parts
  const [year, day] = [Number(parts.year), Number(parts.day)]
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined
  const [h, min, s] =
    hour !== undefined
      ? [Number(hour), Number(parts.minute), Number(parts.second ?? 0)]
      : end
        ? [23, 59, 59]
        : [0, 0, 0]
  if (h > 24 || min > 59 || s > 60) return undefined
  return Date.UTC(year, month - 1, day, h, min, s) - (offsetOf(parts.offset) ?? zone) * 60_000
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
  if (parts.length === 2 && from !== undefined && to !== undefined) return [from, to]
  // 2026.01.01-2026.06.30: the mark between the days stands before a year.
  const [, first, second] = /^\s*(.{8,32}?)\s*[-/]\s*(20\d{2}[-./年].*)$/.exec(value) ?? []
  return first !== undefined && second !== undefined ? [first, second] : undefined
}

/** `YYYY-MM` from 2026-09, 2026年9月, 202609, or a date. */
export function readMonth(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  // A time of day says more than a month: such a column is a moment.
  if (typeof text !== 'string' || text.length > 24 || text.includes(':')) return undefined
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

const zoneIn = /\b(?:UTC|GMT)\b\s*([+-]\d{1,2}(?::?\d{2})?)?/i
/** The zone a header states for its times, as 创建时间(UTC+08:00) does, in minutes. */
export function zoneOfHeader(header: string): number | undefined {
  const found = zoneIn.exec(header)
  return found ? offsetOf(found[1] ?? 'UTC') : undefined
}
