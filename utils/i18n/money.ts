import type { Language } from '@/utils/kinds/define'
import { localeOf } from './language'

/** Stands where amounts are covered while presenting. */
export const hiddenAmount = '•••'

type Decimal = Intl.StringNumericLiteral
const formats = new Map<string, Intl.NumberFormat>()
function numberFormat(language: Language, currency?: string): Intl.NumberFormat {
  const key = `${language}|${currency ?? ''}`
  const made =
    formats.get(key) ??
    new Intl.NumberFormat(localeOf(language), {
      ...(currency === undefined
        ? {}
        : { style: 'currency' as const, currency, minimumFractionDigits: 2 }),
      maximumFractionDigits: 12,
    })
  formats.set(key, made)
  return made
}

/**
 * An amount exactly as kept: Intl takes the decimal string, no float is made of it.
 * @param currency absent where the source named none: then the bare number is shown
 */
export function moneyOf(value: string, currency: string | undefined, language: Language) {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value
  return numberFormat(language, currency).format(value as Decimal)
}
export function formatNumber(value: string | number, language: Language): string {
  if (typeof value === 'string' && !/^-?\d+(\.\d+)?$/.test(value)) return value
  return numberFormat(language).format(value as Decimal)
}
/** A fraction as kept ("0.05") as per cent; shifted as text, so that it stays exact. */
export function formatRate(value: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value)
  if (!match) return value
  const [, sign = '', whole = '0', part = ''] = match
  const shifted = `${whole}${part.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  const rest = part.slice(2).replace(/0+$/, '')
  return `${sign}${shifted}${rest === '' ? '' : `.${rest}`}%`
}
