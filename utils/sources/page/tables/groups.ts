import { textOf } from './cells'

/**
 * A name, and its value behind it or in the next line. Where another follows in the same line, or a count in brackets,
 * nobody knows where the value ends.
 */
const pair = /^([^:：]{2,30})[:：]\s*([^:：（(]*)$/
const pairsIn = ([cell]: readonly Element[]) => {
  const lines = cell ? textOf(cell).split('\n') : []
  return lines.flatMap((line, at) => {
    const [, name, value] = pair.exec(line) ?? []
    return name ? [[name, value || lines[at + 1] || '']] : []
  })
}
const namesIn = (row: readonly Element[]) => pairsIn(row).map(([name = '']) => name)
/** What a row that reaches over all columns says of those below it, as the customer whose coupons follow. */
export const saidOver = (row: readonly Element[]) => pairsIn(row).map(([, value = '']) => value)

/** Records with the heads of their cards over them, where each has one of its own. */
export function withHeads(rows: Element[][], over: readonly (Element | null)[]): Element[][] {
  if (rows.length < 2 || new Set(over).size < rows.length) return rows
  return rows.flatMap((row, at) => {
    const head = over[at]
    return head ? [[head, head], row] : [row]
  })
}

const isOver = (row: readonly Element[] = []) =>
  row.length > 1 && row.every((cell) => cell === row[0])
/**
 * What such rows name. Only where a table begins with one, and all name the same: what reaches over all columns below a
 * row are its details.
 */
export function groupsOf(body: readonly Element[][]): string[] {
  // Nearly every table is done with here.
  if (!isOver(body[0])) return []
  const names = namesIn(body[0] ?? [])
  return body.every((row) => !isOver(row) || namesIn(row).join() === names.join()) ? names : []
}
