/** What a row of an answer is, and how the wire writes money: exact, whatever the form. */
import type { Book, Rows } from '../data/book.ts'

export type Wire = Record<string, unknown>

export interface Asked {
  customerId?: string
  month: string
  year: string
  locale: 'zh-cn' | 'en-us'
  currency: 'CNY' | 'USD'
}

export type Answer = (book: Book, asked: Asked) => Rows<Wire>

export const mapped = <T>(rows: Rows<T>, write: (one: T) => Wire): Rows<Wire> => ({
  size: rows.size,
  at: (index) => write(rows.at(index)),
})

/** "1234.50" */
export function yuan(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** 1234.5, as a number */
export const decimal = (cents: number): number => Number(yuan(cents))

export const named = (one: { zh: string; en: string }, asked: Asked): string =>
  asked.locale === 'en-us' ? one.en : one.zh
