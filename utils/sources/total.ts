/** What no count goes on with: the cents or the currency of an amount, or what is counted is pages. */
const noCount = String.raw`(?![\d,]|\.\d|\s*(?:[元万%¥$€页]|(?:CNY|USD|EUR|pages?(?!\s*\d))\b))`
const totals = [
  new RegExp(String.raw`(?:总条数|总记录数|总数|记录总数|总计)\s*[:：]?\s*([\d,]+)${noCount}`),
  /共\s*([\d,]+)\s*(?:条|项|个|行)/,
  // "132 items in total" stands before the numbers of the pages.
  /([\d,]+)\s+(?:(?:items|records|results|rows|entries)\s+)?in\s+total\b/i,
  new RegExp(
    String.raw`(?<!/\s*)Total\s*(?:Records|items|results|rows)?\s*[:：]?\s*([\d,]+)${noCount}`,
    'i',
  ),
  new RegExp(String.raw`(?<!\bpage\s+[\d,]+\s+)\bof\s+([\d,]+)${noCount}`, 'i'),
]

/** How many rows there are in all, where a text says so: below a table on a page, above one in a file. */
export function totalIn(text: string): number | undefined {
  for (const pattern of totals) {
    const total = Number(pattern.exec(text)?.[1]?.replaceAll(',', ''))
    if (total >= 0) return total
  }
  return undefined
}
