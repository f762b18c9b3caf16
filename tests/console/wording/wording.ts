/**
 * One way the console may speak: the same pages and rows under other menus, headers, keys, addresses and
 * class names. Menus were renamed twice in two years (section 2.3 of DOMAIN.md); the rest may be next.
 */
import type { Words } from '../pages/page.ts'

export interface Wording {
  id: string
  /** Other words for the same thing, found by the Chinese words of the default. */
  texts: Record<string, Words>
  /** Other keys of the wire, where it is not enough to write them another way. */
  keys: Record<string, string>
  keyStyle: (key: string) => string
  route: (route: string) => string
  endpoint: (path: string) => string
  /** What the console's own class names begin with. */
  css: string
}

export const keyIn = (wording: Wording, key: string): string =>
  wording.keyStyle(wording.keys[key] ?? key)

export function textIn(
  wording: Wording,
  locale: 'zh-cn' | 'en-us',
  currency: string,
  text: Words,
): string {
  const words = wording.texts[text.zh] ?? text
  if (currency === 'CNY') return locale === 'en-us' ? words.en : words.zh
  return locale === 'en-us' ? words.en.replace('CNY', currency) : words.zh.replace('元', '美元')
}

/** The same answer with every key in the wording's words. */
export function reworded(wording: Wording, body: unknown): unknown {
  if (Array.isArray(body)) return body.map((one) => reworded(wording, one))
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [keyIn(wording, key), reworded(wording, value)]),
  )
}

export const snake = (key: string): string =>
  key.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()

export const camel = (key: string): string =>
  key.replaceAll(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase())

export const asIs = (text: string): string => text
