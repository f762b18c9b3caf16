import type { Field, Language } from '@/utils/kinds/define'
import { amountsHidden } from '@/utils/masking/amounts'
import type { KindRecord, Value } from '@/utils/records'
import { localeOf } from './language'
import { formatNumber, formatRate, hiddenAmount, moneyOf } from './money'
import { formatMoment } from './times'

/** An amount as `moneyOf` writes it, or covered while presenting. */
export const formatMoney: typeof moneyOf = (value, currency, language) =>
  amountsHidden.value ? hiddenAmount : moneyOf(value, currency, language)

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
