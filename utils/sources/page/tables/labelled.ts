import { isShown } from './cells'

type Pair = [name: Element, value: Element]
/** The pairs of one record and the element around them. */
export interface Labelled {
  element: Element
  pairs: Pair[]
}

/** So far above a name the element may be that holds its record, and so many names it has at least. */
const far = 5
const fewest = 3

/** Records in plain blocks: names that are labels, or end with a colon, each with its value behind it. */
export function* labelledIn(root: ParentNode): Generator<void, Labelled[]> {
  const pairs: Pair[] = []
  // One query for them all would take the page longer at a stretch than any step may.
  const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 1)
  while (walker.nextNode()) {
    yield
    const name = walker.currentNode as Element
    const value = name.matches('label, div, span, p, strong, b, em, i, small') && valueOf(name)
    if (value) pairs.push([name, value])
  }
  const names = new Map<Element, number>()
  for (const [name] of pairs)
    for (const each of above(name)) names.set(each, (names.get(each) ?? 0) + 1)
  const found: Labelled[] = []
  let body: Element | undefined
  for (const pair of pairs) {
    const count = (each: Element) => names.get(each) ?? 0
    const element = above(pair[0]).find((each) => count(each) >= fewest)
    if (!element) continue
    const last = found.at(-1)
    // The head of a card says of what it is, its body the rest.
    if (
      last?.element.contains(element) &&
      count(last.element) === count(element) + last.pairs.length
    )
      body = element
    if (last && (last.element === element || body === element)) last.pairs.push(pair)
    else found.push({ element, pairs: [pair] })
  }
  return joined(found)
}

/**
 * Rows of one block make one record: they hold nothing but their pairs, and no two say the same. Cards beside each other
 * do, and stay as they are.
 */
function joined(found: readonly Labelled[]): Labelled[] {
  const blocks = Map.groupBy(found, ({ element }) => element.parentElement)
  return [...blocks.values()].flatMap((rows) => {
    const pairs = rows.flatMap((row) => row.pairs)
    const different = new Set(pairs.map(([name]) => plain(name))).size === pairs.length
    const [first] = rows
    return first && different && rows.every(isRow) ? { element: first.element, pairs } : rows
  })
}
const plain = (element: Element) => (element.textContent ?? '').replace(/\s+/g, '')
const isRow = ({ element, pairs }: Labelled) =>
  plain(element).length === pairs.flat().reduce((sum, each) => sum + plain(each).length, 0)

function valueOf(name: Element): Element | undefined {
  const value = name.nextElementSibling
  if (!value || name.childElementCount > 0) return undefined
  const text = name.textContent?.trim() ?? ''
  if (text.length > 31) return undefined
  if (name.tagName !== 'LABEL' && !/\S[:：]$/.test(text) && !isAmongPairs(name)) return undefined
  // What asks for something is no record; tables and lists are read as what they are.
  if (value.matches(asks) || value.querySelector(asks) || name.closest(others)) return undefined
  return isShown(name) && isShown(value) ? value : undefined
}
/** Neither a label nor with a colon, but the first of two where the lines around it are built alike: a card's. */
function isAmongPairs(name: Element): boolean {
  const line = name.parentElement
  const isPair = (each: Element | null | undefined): boolean =>
    each?.childElementCount === 2 &&
    each.tagName === line?.tagName &&
    each.firstElementChild?.tagName === name.tagName &&
    each.firstElementChild.childElementCount === 0
  if (line?.firstElementChild !== name || !isPair(line)) return false
  const [before, after] = [line.previousElementSibling, line.nextElementSibling]
  return (
    (isPair(before) && (isPair(after) || isPair(before?.previousElementSibling))) ||
    (isPair(after) && isPair(after?.nextElementSibling))
  )
}
const asks = 'input, select, textarea, [role="combobox"], [contenteditable]'
const others = 'table, dl, nav, [role="grid"], [role="table"], [role="navigation"]'

function above(name: Element): Element[] {
  const found: Element[] = []
  for (let each = name.parentElement; each && found.length < far; each = each.parentElement)
    if (each.tagName !== 'BODY') found.push(each)
  return found
}
