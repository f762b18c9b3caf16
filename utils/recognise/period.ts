import type { TableContext } from '@/utils/records'
import { readMonth } from './dates'

const monthParameter =
  /[?&](?:bill_?cycle|billing_?cycle|cycle|month|period|consume_?month|bill_?month|bill_?period|acct_?period)=([^&#]+)/i
const numbered = /(?<!\d)(20\d{2})\s*[-/年.]\s*(\d{1,2})(?!\d)(\s*[-/月.]\s*\d)?/g
const named = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s+20\d{2}\b/g
const longest = 1000

/** The month that address, tab, caption, filters or title name; two different ones say nothing of a row. */
export function monthIn(context: TableContext): string | undefined {
  const { url = '', requestUrl = '', tab = '', caption = '', filters = '', title = '' } = context
  for (const address of [requestUrl, url]) {
    const found = monthParameter.exec(address)?.[1]
    const month = found === undefined ? undefined : readMonth(decoded(found))
    if (month !== undefined) return month
  }
  for (const text of [tab, caption, filters, title]) {
    const months = monthsOf(text.slice(0, longest))
    const [month] = months
    if (month !== undefined) return months.size === 1 ? month : undefined
  }
  return undefined
}

function monthsOf(text: string): Set<string> {
  const months = new Set<string>()
  // With a day behind it, it is the date of something else.
  for (const [, year, month, day] of text.matchAll(numbered))
    if (day === undefined) add(months, `${year}-${month}`)
  for (const [words] of text.matchAll(named)) add(months, words)
  return months
}
function add(months: Set<string>, text: string): void {
  const month = readMonth(text)
  if (month !== undefined) months.add(month)
}

/** The year that they name, where no month is named. */
export function yearIn(context: TableContext): string | undefined {
  const { url = '', requestUrl = '', tab = '', caption = '', filters = '', title = '' } = context
  return (
    /[?&]year=(20\d{2})\b/i.exec(`${requestUrl} ${url}`)?.[1] ??
    /(?:年份|年度|\byear)\s*[:：]\s*(20\d{2})(?!\d)|(20\d{2})\s*年(?!\d)/i
      .exec(`${tab} ${caption} ${title}`.slice(0, longest))
      ?.slice(1)
      .find(Boolean) ??
    /^(20\d{2})$/.exec(filters)?.[1]
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
