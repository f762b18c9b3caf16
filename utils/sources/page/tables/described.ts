import { isShown } from './cells'
import { detailsOfPairs, type Details } from './details'
import { labelledIn, type Labelled } from './labelled'

/** Records that name their values: the names of one are the columns, others with the same names its rows. */
export interface Described {
  element: Element
  heads: Details['heads']
  rows: Element[][]
  /** What stands over each of them, as the head of a card. */
  over: (Element | null)[]
}

/** Records shown as names above or beside values, as cards and pages of details are. */
export function* describedIn(root: ParentNode): Generator<void, Described[]> {
  const lists = [...root.querySelectorAll('dl')]
    .filter((element) => !element.closest('table') && isShown(element))
    .map((element) => ({ element, pairs: pairsOf(element) }))
  return [...recordsOf(lists), ...recordsOf(yield* labelledIn(root))]
}

function recordsOf(lists: readonly Labelled[]): Described[] {
  const found: Described[] = []
  for (const { element, pairs } of lists) {
    const details = detailsOfPairs(pairs)
    if (details) gather(found, element, details)
  }
  return found
}

/** One more record: a row of those before it where it has the same names. */
export function gather(found: Described[], element: Element, { heads, values }: Details): void {
  const last = found.at(-1)
  const same = last && namesOf(last.heads) === namesOf(heads)
  const record = same ? last : { element, heads, rows: [], over: [] }
  record.rows.push(values)
  record.over.push(element.previousElementSibling)
  if (!same) found.push(record)
}

/** A name and what follows it; a name with nothing behind it is left out. */
function pairsOf(list: Element): [Element, Element][] {
  return [...list.querySelectorAll('dt')].flatMap((name): [Element, Element][] => {
    const value = name.nextElementSibling
    return value?.tagName === 'DD' && name.closest('dl') === list ? [[name, value]] : []
  })
}

const namesOf = (heads: Details['heads']) => heads.map(({ text }) => text).join('\n')
