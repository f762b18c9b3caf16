import type { TableContext } from '@/utils/records'
import { siteOf } from '@/utils/site'

/** How a whole column writes its dates, where one cell alone cannot tell. */
export interface DateForm {
  /** Which of 05/06/2026 is the day. */
  order: 'day' | 'month'
}

const shape = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=$|[\s,T])/
const clock = /^[\s,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?(.*)$/i

/** The form of a column by its values; in Europe the day comes first unless a value says otherwise. */
export function dateFormOf(
  values: readonly unknown[],
  { url }: TableContext,
): DateForm | undefined {
  let day = 0
  let month = 0
  let either = 0
  for (const value of values) {
    const found = typeof value === 'string' && value.length < 48 ? shape.exec(value.trim()) : null
    if (!found) continue
    if (found[2] === '.' || Number(found[1]) > 12) day++
    else if (Number(found[3]) > 12) month++
    else either++
  }
  if (day + month + either === 0 || (day > 0 && month > 0)) return undefined
  if (month > 0) return { order: 'month' }
  return day > 0 || siteOf(url) === 'eu' ? { order: 'day' } : undefined
}

/** A value in the form that every source else uses; what has another form stays as it is. */
export function inUsualForm(value: unknown, { order }: DateForm): unknown {
  const text = typeof value === 'string' ? value.trim() : ''
  const found = shape.exec(text)
  if (!found) return value
  const [whole, first = '', , second = '', year = ''] = found
  const [day, month] = order === 'day' ? [first, second] : [second, first]
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = clock.exec(text.slice(whole.length))
  if (!time) return text.length === whole.length ? date : value
  const [, hour = '', minute = '', seconds = '00', half, rest = ''] = time
  const shift = half === undefined ? 0 : half.toLowerCase() === 'pm' ? 12 : 0
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + shift
  return `${date} ${String(hours).padStart(2, '0')}:${minute}:${seconds}${rest}`
}
