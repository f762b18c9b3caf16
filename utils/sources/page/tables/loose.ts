import { isHidden } from './cells'
import { roots } from './rows'

const cells = '[role="gridcell"], [role="cell"]'

/** Elements around rows that say they are rows while nothing around them says it is a table. */
export function rootsOfRows(page: ParentNode): Element[] {
  const found = new Set<Element>()
  for (const head of page.querySelectorAll('[role="columnheader"]')) {
    if (head.closest(roots) || [...found].some((each) => each.contains(head))) continue
    let around = head.parentElement
    while (around && !around.querySelector(cells)) around = around.parentElement
    if (around && around.tagName !== 'BODY' && !around.querySelector(roots)) found.add(around)
  }
  return [...found]
}

const far = 5

/**
 * Rows drawn as plain blocks below a head that is a table, as virtual lists do: elements side by side that have as many
 * children as the head has columns.
 */
export function rowsBelow(head: Element, width: number): Element[][] | undefined {
  if (width < 3) return undefined
  let around = head.parentElement
  for (let step = 0; step < far && around && around.tagName !== 'BODY'; step++) {
    for (const first of around.querySelectorAll('div, li')) {
      const lines = first.parentElement?.children ?? []
      if (first !== lines[0] || first.children.length !== width || head.contains(first)) continue
      const rows = [...lines].filter((line) => !isHidden(line))
      if (rows.length > 0 && rows.every(({ children }) => children.length === width))
        return rows.map((row) => [...row.children])
    }
    around = around.parentElement
  }
  return undefined
}
