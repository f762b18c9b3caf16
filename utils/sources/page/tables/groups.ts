import { textOf } from './cells'

const pair = /([^\s:：]{2,20})\s*[:：]\s*([^\s:：（(]+)/g
const pairsIn = ([cell]: readonly Element[]) => (cell ? [...textOf(cell).matchAll(pair)] : [])
const namesIn = (row: readonly Element[]) => pairsIn(row).map(([, name = '']) => name)
/** What a row that reaches over all columns says of those below it, as the customer whose coupons follow. */
export const saidOver = (row: readonly Element[]) => pairsIn(row).map(([, , value = '']) => value)

/**
 * What such rows name. Only where a table begins with one, and all name the same: what reaches over all columns below a
 * row are its details.
 */
export function groupsOf(body: readonly Element[][]): string[] {
  const over = body.filter((row) => row.length > 1 && new Set(row).size === 1)
  const names = over[0] && over[0] === body[0] ? namesIn(over[0]) : []
  return over.every((row) => namesIn(row).join() === names.join()) ? names : []
}
