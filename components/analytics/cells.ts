import type { Row } from '@/utils/analytics/chart-data'
import type { Field } from '@/utils/kinds/define'
import { amountText, type Mask } from './labels'
import type { Locale } from './texts'

const moments = new Intl.DateTimeFormat('zh-CN', {
  dateStyle: 'short',
  timeStyle: 'short',
  timeZone: 'Asia/Shanghai',
})

/** One value of a record for people; console time (UTC+8). */
export function cellText(
  field: Field,
  value: unknown,
  row: Row,
  locale: Locale,
  mask: Mask,
): string {
  if (value === undefined || value === null) return ''
  if (field.type === 'amount') {
    const currency = typeof row.currency === 'string' ? row.currency : ''
    return amountText(String(value), { currency }, locale, mask)
  }
  if ((field.type === 'time' || field.type === 'day-end') && typeof value === 'number')
    return moments.format(value)
  if (field.type === 'rate') return `${(Number(value) * 100).toFixed(2)} %`
  const word = field.values?.[String(value)]?.[locale === 'en' ? 'en' : 'zh'][0]
  if (word !== undefined) return word
  if (Array.isArray(value)) return String(value.length)
  const text = String(value)
  return field.personal && mask.names && !/[*•]/.test(text)
    ? `${Array.from(text)[0] ?? ''}**`
    : text
}
