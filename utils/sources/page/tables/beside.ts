import type { Parts } from './rows'

/** Steps up from a table to what holds it and the ones beside it. */
const near = 4
/** Component libraries and pages say of columns that stay put that they do; where rows have keys, the keys say it. */
const staysPut = /fix|lock|froz|freez|pinn|sticky/i

/**
 * Tables side by side that are one: the left columns stay where they are while the others scroll. They have as many
 * rows, no column in common and nothing but each other around them, and their rows carry the same keys or one of them
 * is said to stay put.
 */
export function withBeside(parts: readonly Parts[]): Parts[] {
  const taken = new Set<Parts>()
  return parts.flatMap((left, index) => {
    if (taken.has(left)) return []
    const right = parts[index + 1]
    if (!right || !isWhole(left) || !isWhole(right) || !areOne(left, right)) return [left]
    taken.add(right)
    return [
      {
        ...left,
        element: right.element,
        heads: [...left.heads, ...right.heads],
        body: left.body.map((cells, row) => [...cells, ...(right.body[row] ?? [])]),
      },
    ]
  })
}

const isWhole = ({ element, heads, body }: Parts) =>
  element.tagName === 'TABLE' &&
  heads.length > 0 &&
  body.every((row) => row.length === heads.length)

function areOne(left: Parts, right: Parts): boolean {
  if (left.body.length === 0 || left.body.length !== right.body.length) return false
  const names = [...left.heads, ...right.heads]
    .map(({ text }) => text)
    .filter((text) => text !== '')
  if (new Set(names).size < names.length) return false
  const all = [left, right].flatMap(({ element, above }) => (above ? [above, element] : [element]))
  const around = holderOf(left.element, right.element, all.length)
  const length = all.reduce((sum, each) => sum + lengthOf(each), 0)
  if (!around || lengthOf(around) !== length) return false
  return (
    haveSameKeys(left, right) || saysFixed(left.element, around) || saysFixed(right.element, around)
  )
}

function holderOf(left: Element, right: Element, tables: number): Element | undefined {
  let around = left.parentElement
  for (let step = 0; step < near && around && around.tagName !== 'BODY'; step++) {
    if (around.contains(right))
      return around.querySelectorAll('table').length === tables ? around : undefined
    around = around.parentElement
  }
  return undefined
}

const lengthOf = ({ textContent }: Element) => (textContent ?? '').replace(/\s+/g, '').length

function haveSameKeys(left: Parts, right: Parts): boolean {
  const keys = ({ body }: Parts) => body.map((cells) => keyOf(cells[0]?.parentElement))
  const [ours, theirs] = [keys(left), keys(right)]
  return (
    ours.every((key, row) => key !== '' && key === theirs[row]) &&
    new Set(ours).size === ours.length
  )
}
const keyOf = (row: Element | null | undefined) =>
  ['data-row-key', 'data-rowkey', 'rowkey', 'data-rowid', 'rowid', 'data-key', 'data-id']
    .map((name) => row?.getAttribute(name) ?? '')
    .find((key) => key !== '') ?? ''

function saysFixed(table: Element, around: Element): boolean {
  for (let each: Element | null = table; each && each !== around; each = each.parentElement)
    if (staysPut.test(each.getAttribute('class') ?? '')) return true
  return false
}
