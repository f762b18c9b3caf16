/**
 * A book holds what one account can see. It is described by a few numbers; every row follows from them
 * and its index, so that a million rows cost nothing until they are turned to.
 */
export interface Book {
  seed: number
  /** Rows of the longest list; the others take their share. */
  scale: number
  customers?: number
  resourcesEach?: number
  /** The start of the day everything is dated around, epoch ms. It does not move with the clock. */
  today: number
  /** The console's time, epoch ms: what has ended by then has lapsed. */
  now: number
  site: 'cn' | 'intl'
}

export interface Rows<T> {
  size: number
  at(index: number): T
}

export const none: Rows<never> = {
  size: 0,
  at: () => {
    throw new RangeError('an empty list has no rows')
  },
}

/** A share of the scale, but never so few that a list is bare. */
export const share = (book: Book, part: number, least = 4): number =>
  Math.max(least, Math.round(book.scale * part))

export function* each<T>(rows: Rows<T>, from = 0, to = rows.size): Generator<T> {
  for (let index = from; index < Math.min(to, rows.size); index++) yield rows.at(index)
}

export const listed = <T>(list: T[]): Rows<T> => ({
  size: list.length,
  at: (index) => {
    const row = list[index]
    if (row === undefined) throw new RangeError(`no row ${index}`)
    return row
  },
})

/** Rows that hold, in their order. Turns every page of the book once. */
export function matching<T>(rows: Rows<T>, holds: (row: T) => boolean): Rows<T> {
  const found: number[] = []
  for (let index = 0; index < rows.size; index++) if (holds(rows.at(index))) found.push(index)
  return { size: found.length, at: (index) => rows.at(listed(found).at(index)) }
}
