import { textOf } from './cells'

/** One record shown as names beside values: the columns and the one row they make. */
export interface Details {
  heads: { text: string; cell: Element }[]
  values: Element[]
}

const fewest = 3
type Pair = readonly [name: Element, value: Element]

/**
 * The records of a table that names its values: in the cells before them, one or several a row, or in their own cells, all
 * rows together or each by itself as on narrow screens. Undefined where it does not.
 */
export function detailsOf(rows: readonly Element[][]): Details[] | undefined {
  const within = rows.map((cells) => cells.map(pairIn))
  if (within.flat().every((pair) => pair !== undefined)) {
    const whole = detailsOfPairs(within.flat() as Pair[])
    return whole ? [whole] : (within as Pair[][]).flatMap((pairs) => detailsOfPairs(pairs) ?? [])
  }
  const pairs: Pair[] = []
  for (const cells of rows) {
    if (cells.length % 2 !== 0 || new Set(cells).size !== cells.length) return undefined
    for (let at = 0; at + 1 < cells.length; at += 2) {
      const [cell, value] = [cells[at], cells[at + 1]]
      if (!cell || !value) return undefined
      pairs.push([cell, value])
    }
  }
  const details = detailsOfPairs(pairs)
  return details && [details]
}

/** A name and its value that stand in one cell, and nothing beside them. */
function pairIn(cell: Element): Pair | undefined {
  let around = cell
  while (around.childElementCount === 1 && around.firstElementChild)
    around = around.firstElementChild
  const [name, value, ...more] = around.children
  const bare = [...around.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim())
  return name && value && more.length === 0 && !bare ? [name, value] : undefined
}

/** Names and their values as one record; undefined where they are not names. */
export function detailsOfPairs(pairs: readonly Pair[]): Details | undefined {
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
