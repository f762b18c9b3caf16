import { textOf } from './cells'

/** What no count goes on with: the cents or the currency of an amount, or what is counted is pages. */
const noCount = String.raw`(?![\d,]|\.\d|\s*(?:[元万%¥$€页]|(?:CNY|USD|EUR|pages?)\b))`
const totals = [
  new RegExp(String.raw`(?:总条数|总记录数|总数|记录总数|总计)\s*[:：]?\s*([\d,]+)${noCount}`),
  /共\s*([\d,]+)\s*(?:条|项|个|行)/,
  // "132 items in total" stands before the numbers of the pages.
  /([\d,]+)\s+(?:(?:items|records|results|rows|entries)\s+)?in\s+total\b/i,
  new RegExp(
    String.raw`Total\s*(?:Records|items|results|rows)?\s*[:：]?\s*([\d,]+)${noCount}`,
    'i',
  ),
  new RegExp(String.raw`(?<!\bpage\s+[\d,]+\s+)\bof\s+([\d,]+)${noCount}`, 'i'),
]

/** What the pager beside a table says: how many there are in all, and which page is in front. */
export function pagerOf(table: Element): { total?: number; page?: number } {
  let around: Element | null = table
  for (let step = 0; step < 7 && around; step++) {
    around = around.parentElement
    if (!around) break
    const beside = [...around.children].filter((child) => !child.contains(table))
    for (const child of beside) {
      const found = read(child)
      if (found) return found
    }
    if (around.tagName === 'BODY') break
  }
  return {}
}

function read(element: Element): { total?: number; page?: number } | undefined {
  // A pager is short; whole pages of text are none.
  if ((element.textContent?.length ?? 0) > 400 || element.querySelector('table')) return undefined
  const text = textOf(element).replaceAll('\n', ' ')
  for (const pattern of totals) {
    const found = pattern.exec(text)?.[1]
    if (found === undefined) continue
    const total = Number(found.replaceAll(',', ''))
    const current = element.querySelector(
      '[aria-current="page"], [aria-current="true"], [aria-selected="true"]',
    )
    const page = Number(current?.textContent?.trim())
    return {
      ...(Number.isSafeInteger(total) ? { total } : {}),
      ...(Number.isInteger(page) && page > 0 ? { page } : {}),
    }
  }
  return undefined
}
