/** How a value is written on the screen and in an export file. */
import { clockTime } from '../beijing.ts'
import type { Column, Words } from './page.ts'

export interface Reading {
  locale: 'zh-cn' | 'en-us'
  currency: 'CNY' | 'USD'
  say(words: Words): string
}

export function display(column: Column, value: unknown, reading: Reading): string {
  if (value === undefined || value === null || value === '') return '--'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const code = column.codes?.[text]
  if (code !== undefined) return reading.say(code)
  switch (column.show) {
    case 'money':
      return `${reading.currency === 'CNY' ? '¥' : '$'}${grouped(text)}`
    case 'amount':
      return grouped(text)
    case 'time':
      return typeof value === 'number' ? clockTime(value) : readableTime(text)
    case 'percent':
      return `${Math.round(Number(text) * 10_000) / 100}%`
    default:
      return text
  }
}

/** Times answered in UTC are shown in Beijing time, those already in it are left alone. */
const readableTime = (text: string): string =>
  text.endsWith('Z') ? clockTime(Date.parse(text)) : text

/** "-1,234.50"; works on the text, so that no cent is lost on the way. */
function grouped(text: string): string {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  return `${sign}${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${part.padEnd(2, '0')}`
}
