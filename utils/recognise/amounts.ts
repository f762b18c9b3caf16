export type Currency = 'CNY' | 'USD' | 'EUR'

const marks: readonly [RegExp, Currency][] = [
  [/¥|￥|元|CNY|RMB|人民币/i, 'CNY'],
  [/US\$|\$|USD|美元/i, 'USD'],
  [/€|EUR|欧元/i, 'EUR'],
]

/** The currency a text names, if it names one. */
export function currencyIn(text: string): Currency | undefined {
  for (const [mark, currency] of marks) if (mark.test(text)) return currency
  return undefined
}

/** A number without separators, as most amounts come. */
export const plainNumber = /^-?\d+(?:\.\d+)?$/
const grouped = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/
const continental = /^-?(?:\d{1,3}(?:\.\d{3})*|\d+),\d{2}$/

/**
 * An amount as a decimal string without separators, as received: "¥1,200.00" is "1200.00".
 * @returns undefined for what is no amount ("--", "1.2万", text)
 */
export function readAmount(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? decimalOf(value) : undefined
  if (typeof value !== 'string' || value.length > 40) return undefined
  if (plainNumber.test(value)) return value
  let text = value.replace(/\s|\u00a0|CNY|RMB|USD|EUR|US(?=\$)|人民币|美元|欧元|[¥￥元$€]/gi, '')
  if (/^\(.+\)$/.test(text)) text = `-${text.slice(1, -1)}`
  text = text.replace(/^\+/, '').replace(/^[−–]/, '-')
  if (plainNumber.test(text)) return text
  if (grouped.test(text)) return text.replaceAll(',', '')
  if (continental.test(text)) return text.replaceAll('.', '').replace(',', '.')
  return undefined
}

const measured = /^(-?[\d,]+(?:\.\d+)?)\s*([A-Za-z\u3400-\u9fff][\w/\u3400-\u9fff·-]{0,11})$/
/** What a quantity counts, when it says so behind the number: the GB of "12.5 GB". */
export function unitBehind(value: unknown): string | undefined {
  return typeof value === 'string' && value.length < 40
    ? measured.exec(value.trim())?.[2]
    : undefined
}
/** A quantity as a decimal string, without its unit. */
export function readQuantity(value: unknown): string | undefined {
  const plainly = readAmount(value)
  if (plainly !== undefined || typeof value !== 'string' || value.length > 40) return plainly
  const number = measured.exec(value.trim())
  return number?.[1] === undefined || /^[万亿](?:元|美元|欧元)?$/.test(number[2] ?? '')
    ? undefined
    : readAmount(number[1])
}

/** A number as digits, never with an exponent. */
export function decimalOf(value: number): string {
  const text = String(value)
  const size = Math.abs(value)
  if ((size < 1e21 && size >= 1e-6) || size === 0) return text
  return value.toFixed(20).replace(/\.?0+$/, '')
}

/**
 * A share as a fraction: "5%" and "5 %" are "0.05", 0.05 stays.
 * @param hundredths the column counts in percent without saying so in its cells
 */
export function readRate(value: unknown, hundredths = false): string | undefined {
  if (typeof value === 'number')
    return Number.isFinite(value) ? readRate(decimalOf(value), hundredths) : undefined
  if (typeof value !== 'string' || value.length > 20) return undefined
  const text = value.replaceAll(' ', '')
  const percent = /^(-?\d+(?:\.\d+)?)[%％]$/.exec(text)
  if (percent?.[1] === undefined && plainNumber.test(text))
    return hundredths ? shiftLeft(text, 2) : text
  if (percent?.[1] === undefined) return undefined
  return shiftLeft(percent[1], 2)
}

/** Whether a column of shares counts in percent: its header says so, or a share would be more than all. */
export function inHundredths(values: readonly unknown[], header: string): boolean {
  return /[%％]/.test(header) || values.some((value) => Math.abs(Number(value)) > 1)
}

/** Moves the point of a decimal string to the left, exactly. */
function shiftLeft(digits: string, places: number): string {
  const negative = digits.startsWith('-')
  const [whole = '', part = ''] = digits.replace('-', '').split('.')
  const padded = whole.padStart(places + 1, '0')
  const cut = padded.length - places
  const fraction = (padded.slice(cut) + part).replace(/0+$/, '')
  return `${negative ? '-' : ''}${padded.slice(0, cut)}${fraction === '' ? '' : `.${fraction}`}`
}
