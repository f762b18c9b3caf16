import { kindOf } from '@/utils/kinds'
import { exportPages } from '@/utils/kinds/export-task'
import { shownKinds } from '@/utils/kinds/shown'
import type { Fields, Kind, Site } from '@/utils/kinds/define'
import type { TableContext } from '@/utils/records'
import { siteOf } from '@/utils/site'
import { currencyIn, type Currency } from './amounts'
import { cjk, plainName } from './names'
import { monthIn, yearIn } from './period'

const consoleHost = /^(?:account|console)[\w-]*(?:\.eu)?\.huaweicloud\.com$/
const apiHost = /^bss[\w-]*(?:\.[\w-]+)?\.myhuaweicloud\.(?:com|eu)$/

/**
 * Whether a table seen at an address may be anything at all: only the console, the open API and origins the user
 * switched on count. A file or snapshot without an address may be anything.
 */
export function mayComeFrom({ url }: TableContext, origins: readonly string[]): boolean {
  if (url === undefined || url === '') return true
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return false
  }
  return (
    consoleHost.test(parsed.hostname) ||
    apiHost.test(parsed.hostname) ||
    origins.includes(parsed.origin)
  )
}

const siteCurrency: Readonly<Record<Site, Currency>> = { cn: 'CNY', intl: 'USD', eu: 'EUR' }

/** What everything around a table says, once a table. */
export interface Surroundings {
  /** Words of address, title, tab, path, in one plain text. */
  text: string
  /** Words nearest to the table: tab, caption, file name, path in the answer. */
  near: string
  month?: string
  year?: string
  currency?: Currency
  /** An address says that this is the console or the open API. */
  addressed: boolean
  /** Who asks, for codes that differ: the partner's or the customer's own call. */
  caller?: 'partner' | 'customer'
}

/** A text as one line of words: Chinese as it is, anything else as a name is read. */
export function wordsOf(text: string): string {
  if (text === '') return ''
  return cjk.test(text) ? text.normalize('NFKC').toLowerCase() : plainName(text)
}
export function surroundingsOf(context: TableContext, columns: readonly string[]): Surroundings {
  const {
    url = '',
    requestUrl = '',
    title = '',
    breadcrumb = [],
    tab = '',
    caption = '',
    path = '',
    fileName = '',
  } = context
  const words = wordsOf
  const address = (text: string) => wordsOf(safeDecode(text.replace(/^https?:\/\/[^/]+/, '')))
  const near = [
    words(tab),
    words(caption),
    words(fileName),
    words(path),
    words(breadcrumb.at(-1) ?? ''),
    address(requestUrl),
  ].join(' ')
  const text = [near, address(url), words(title), ...breadcrumb.map(words)].join(' ')
  const month = monthIn(context)
  const year = month?.slice(0, 4) ?? yearIn(context)
  const unit = columns
    .map((column) => /[（(]\s*([^）)]+)\s*[）)]/.exec(column)?.[1] ?? '')
    .join(' ')
  const currency = currencyIn(unit) ?? currencyIn(`${caption} ${tab}`) ?? siteCurrencyOf(url)
  const caller = /partner|obmgr/.test(text)
    ? 'partner'
    : /customer bills?|usercenter|userindex/.test(text)
      ? 'customer'
      : undefined
  return {
    text: ` ${text} `,
    near: ` ${near} `,
    addressed: url !== '',
    ...(month === undefined ? {} : { month }),
    ...(year === undefined ? {} : { year }),
    ...(currency === undefined ? {} : { currency }),
    ...(caller === undefined ? {} : { caller }),
  }
}

function siteCurrencyOf(url: string): Currency | undefined {
  const site = siteOf(url === '' ? undefined : url)
  return site && siteCurrency[site]
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a text holds a word, in the plural too where it is English. */
function says(text: string, plain: string): boolean {
  if (text.includes(plain)) return true
  if (!plain.endsWith(' ')) return false
  // Addresses write two words as one: salestask, exportrecords.
  const together = plain.replaceAll(' ', '')
  return (
    text.includes(`${plain.trimEnd()}s `) ||
    (together.length > 7 && together.length < plain.length - 2 && text.includes(together))
  )
}

/** How strongly the surroundings speak for a kind: its longest word that is named, near words counting more. */
export function contextFor(kind: Kind<Fields>, around: Surroundings): number {
  let best = 0
  for (const plain of plainWords(kind)) {
    const weight = 1 + Math.min(plain.trim().length, 12) / 24
    const longer = longerThan(plain, kind)
    if (says(without(around.near, longer), plain)) best = Math.max(best, weight * 1.5)
    else if (says(without(around.text, longer), plain)) best = Math.max(best, weight)
  }
  return best
}

const plainWords = ({ words: { zh, en, wire = [] } }: Kind<Fields>): string[] =>
  [...zh, ...en, ...wire].map((word) =>
    cjk.test(word) ? word.toLowerCase() : ` ${plainName(word)} `,
  )

const longerWords = new Map<string, readonly string[]>()
/** Words of other kinds of which a word is a part: 资源 in 资源包 speaks for packages alone. */
function longerThan(plain: string, kind: Kind<Fields>): readonly string[] {
  const key = `${kind.name}|${plain}`
  let longer = longerWords.get(key)
  if (!longer) {
    const own = new Set(plainWords(kind))
    longer = shownKinds
      .flatMap((name) => plainWords(kindOf(name)))
      .filter((word) => !own.has(word) && word !== plain && word.includes(plain.trimEnd()))
    longerWords.set(key, longer)
  }
  return longer
}
const without = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.replaceAll(word.trimEnd(), ' '), text)

/** The slug of the page an export was asked on, by the longest of its words that is named anywhere around it. */
export function exportPageOf(text: string): string {
  let slug = 'unknown'
  let length = 0
  for (const [page, words] of Object.entries(exportPages)) {
    for (const word of words) {
      const chinese = cjk.test(word)
      const plain = chinese ? word : ` ${plainName(word)} `
      // A Chinese sign says as much as several letters, and what is shown more than a word of an address.
      const weight = plain.length * (chinese ? 4 : 1)
      if (weight > length && says(text, plain)) {
        slug = page
        length = weight
      }
    }
  }
  return slug
}
