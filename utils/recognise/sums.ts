const sums = new Set([
  '合计',
  '总计',
  '小计',
  '共计',
  '汇总',
  '总和',
  'total',
  'totals',
  'subtotal',
  'grand total',
  'sum',
])
const look = 3
const firsts = new Set([...sums].map((word) => word.charCodeAt(0)))

/** Whether a row only adds up the others: one of its first cells says so. */
export function isSum(cells: readonly unknown[]): boolean {
  let seen = 0
  for (let column = 0; column < cells.length && seen < look; column++) {
    const cell = cells[column]
    if (cell === undefined || cell === null || cell === '') continue
    seen++
    if (typeof cell !== 'string' || cell.length > 14) continue
    if (!firsts.has(cell.charCodeAt(0)) && !firsts.has(cell.charCodeAt(0) | 32)) continue
    if (
      sums.has(
        cell
          .replace(/[:：\s]+$/, '')
          .trim()
          .toLowerCase(),
      )
    )
      return true
  }
  return false
}
