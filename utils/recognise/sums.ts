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
  'page total',
  'sum',
  '总合计',
  '本页合计',
  '本页小计',
  '当页合计',
  '累计',
])
const look = 3
const firsts = new Set([...sums].map((word) => word.charCodeAt(0)))

/** Whether a row only says something of the table: a note below it, the name of a group; nothing else stands beside it. */
export function isNote(cells: readonly unknown[]): boolean {
  if (cells.length < 4) return false
  let seen = 0
  for (const cell of cells)
    if (cell !== undefined && cell !== null && cell !== '' && ++seen > 1) return false
  return seen === 1
}

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
          .replace(/[（(][^）)]*[）)]?\s*$/, '')
          .replace(/[:：\s]+$/, '')
          .trim()
          .toLowerCase(),
      )
    )
      return true
  }
  return false
}
