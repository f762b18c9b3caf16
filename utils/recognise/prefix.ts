const first = /^([A-Za-z][a-z]{1,5})(?=[A-Z_.-])[_.-]?/
/** So many keys must have it, and so great a share. */
const fewest = 4
const most = 0.8

/**
 * Keys of a team that puts the same word before all of them: voCouponId, voBalance, voState.
 * @returns the keys without it; undefined where there is none
 */
export function withoutPrefix(columns: readonly string[]): string[] | undefined {
  const counts = new Map<string, number>()
  for (const column of columns) {
    const word = first.exec(column)?.[1]?.toLowerCase()
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const [prefix] =
    [...counts].find(([, count]) => count >= fewest && count >= columns.length * most) ?? []
  if (prefix === undefined) return undefined
  return columns.map((column) => {
    const [start, word = ''] = first.exec(column) ?? ['']
    return word.toLowerCase() === prefix ? column.slice(start.length) : column
  })
}
