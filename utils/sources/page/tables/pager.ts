import { totalIn } from '@/utils/sources/total'
import { textOf } from './cells'

/** So far up a pager may stand: beside what holds fixed columns, a spinner and a frame around a table. */
const mostAround = 9

/** What the pager beside a table says: how many there are in all, and which page is in front. */
export function pagerOf(table: Element): { total?: number; page?: number } {
  let inner = table
  for (let step = 0; step < mostAround && inner.parentElement; step++) {
    const around = inner.parentElement
    const all = [...around.children]
    const at = all.indexOf(inner)
    // The nearest below, then the nearest above: that one may be of another table.
    for (const each of [...all.slice(at + 1), ...all.slice(0, at).reverse()]) {
      const found = read(each)
      if (found) return found
    }
    // What stands around a table in a cell counts the rows that the cell is in.
    if (around.matches('body, td, [role="gridcell"]')) break
    inner = around
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
