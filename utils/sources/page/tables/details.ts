import { textOf } from './cells'

/** One record shown as names beside values: the columns and the one row they make. */
export interface Details {
  heads: { text: string; cell: Element }[]
  values: Element[]
}

const fewest = 3

/** The pairs of a table whose rows are a name and its value, one or several a row; undefined where it is none. */
export function detailsOf(rows: readonly Element[][]): Details | undefined {
  const within = rows.flat().map(pairIn)
  if (within.every((pair) => pair !== undefined)) return detailsOfPairs(within)
  const pairs: [Element, Element][] = []
  for (const cells of rows) {
    if (cells.length % 2 !== 0 || new Set(cells).size !== cells.length) return undefined
    for (let at = 0; at + 1 < cells.length; at += 2) {
      const [cell, value] = [cells[at], cells[at + 1]]
      if (!cell || !value) return undefined
      pairs.push([cell, value])
    }
  }
  return detailsOfPairs(pairs)
}

/** A name and its value that stand in one cell, and nothing beside them. */
function pairIn(cell: Element): [Element, Element] | undefined {
  let around = cell
  while (around.childElementCount === 1 && around.firstElementChild)
    around = around.firstElementChild
  const [name, value, ...more] = around.children
  const bare = [...around.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim())
  return name && value && more.length === 0 && !bare ? [name, value] : undefined
}

/** Names and their values as one record; undefined where they are not names. */
export function detailsOfPairs(
  pairs: readonly (readonly [Element, Element])[],
): Details | undefined {
  const details: Details = { heads: [], values: [] }
  for (const [cell, value] of pairs) {
    const text = textOf(cell, false).replace(/\s*[:：]$/, '')
    if (text.length > 30 || isValue(text)) return undefined
    if (text === '') continue
    details.heads.push({ cell, text })
    details.values.push(value)
  }
  return likely(details) ? details : undefined
}

/** A number, an amount or a date is the name of nothing. */
const isValue = (text: string) => /^[¥￥$€]?[\s\d.,:/-]+$/.test(text) && /\d/.test(text)

/** Enough names, and no two alike; whether they are names of anything is recognition's to say. */
function likely({ heads }: Details): boolean {
  return heads.length >= fewest && new Set(heads.map(({ text }) => text)).size === heads.length
}
