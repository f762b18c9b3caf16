import type { Parts } from './rows'

/**
 * Grids by role whose pinned columns are drawn as grids of their own beside them, put together: the rows of the wide one
 * leave as many places free as the others have columns, and all stand in one element and have as many rows.
 */
export function withPinned(parts: readonly Parts[]): Parts[] {
  const taken = new Set<Parts>()
  const whole = parts.map((main) => {
    if (main.spare <= 0 || main.heads.length === 0) return main
    const beside = parts.filter((each) => each !== main && isPinned(each, main))
    const width = beside.reduce((sum, { heads }) => sum + heads.length, 0)
    if (beside.length === 0 || width !== main.spare) return main
    for (const each of beside) taken.add(each)
    return {
      ...main,
      heads: [...beside.flatMap(({ heads }) => heads), ...main.heads],
      body: main.body.map((cells, row) => [
        ...beside.flatMap(({ body }) => body[row] ?? []),
        ...cells,
      ]),
    }
  })
  return whole.filter((_, index) => !taken.has(parts[index] as Parts))
}

const isPinned = (each: Parts, main: Parts) =>
  each.spare === 0 &&
  each.heads.length > 0 &&
  each.element.parentElement === main.element.parentElement &&
  each.body.length === main.body.length &&
  each.body.every((cells) => cells.length === each.heads.length)
