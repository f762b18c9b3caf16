import { totalIn } from '@/utils/sources/total'
import { textOf } from './cells'

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
  const total = totalIn(text)
  if (total === undefined) return undefined
  const current = element.querySelector(
    '[aria-current="page"], [aria-current="true"], [aria-selected="true"]',
  )
  const page = Number(current?.textContent)
  return { total, ...(page > 0 ? { page } : {}) }
}
