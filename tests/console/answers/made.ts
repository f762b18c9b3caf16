/** Rows that stand for themselves: thrown and written in one go, for pages nothing else depends on. */
import { clockTime, DAY_MS } from '../beijing.ts'
import { type Book, type Rows, share } from '../data/book.ts'
import { type Dice, dice } from '../dice.ts'
import type { Wire } from './row.ts'

export const made = (
  book: Book,
  kind: number,
  part: number,
  write: (throws: Dice, index: number) => Wire,
): Rows<Wire> => ({
  size: share(book, part),
  at: (index) => write(dice(book.seed, kind, index), index),
})

export const earlier = (book: Book, throws: Dice, days = 300): number =>
  book.today - throws.between(0, days) * DAY_MS - throws.below(DAY_MS)

export const ago = (book: Book, throws: Dice): string => clockTime(earlier(book, throws))
