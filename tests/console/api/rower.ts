import type { Account } from '../accounts.ts'
import type { Wire } from '../answers/row.ts'
import type { Book, Rows } from '../data/book.ts'
import type { Asked } from './question.ts'

/** A question to the open API, and whose data it is about. */
export interface Ask {
  book: Book
  account: Account
  asked: Asked
}
export type Rower = (ask: Ask) => Rows<Wire>
