import { isShown } from './cells'
import { detailsOfPairs, type Details } from './details'

/** Records in description lists: the names of one are the columns, lists with the same names its rows. */
export interface Described {
  element: Element
  heads: Details['heads']
  rows: Element[][]
}

/** Records shown as names above or beside values, a list each, as cards and pages of details are. */
export function describedIn(root: ParentNode): Described[] {
  const found: Described[] = []
  for (const element of root.querySelectorAll('dl')) {
    if (element.closest('table') || !isShown(element)) continue
    const details = detailsOfPairs(pairsOf(element))
    if (!details) continue
    const { heads, values } = details
    const last = found.at(-1)
    const same = last && namesOf(last.heads) === namesOf(heads)
    if (same) last.rows.push(values)
    else found.push({ element, heads, rows: [values] })
  }
  return found
}

/** A name and what follows it; a name with nothing behind it is left out. */
function pairsOf(list: Element): [Element, Element][] {
  return [...list.querySelectorAll('dt')].flatMap((name): [Element, Element][] => {
    const value = name.nextElementSibling
    return value?.tagName === 'DD' && name.closest('dl') === list ? [[name, value]] : []
  })
}

const namesOf = (heads: Details['heads']) => heads.map(({ text }) => text).join('\n')
