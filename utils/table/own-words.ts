import type { Noted } from '@/utils/notes/note'
import { CodedColumn } from './coded-column'

/** What the user wrote, beside the fields: found like these, and shown where a row is shown. */
export const own = {
  name: 'myName',
  text: 'myNote',
  tags: 'myTags',
  colour: 'myColour',
  /** What they call the customer of the row. */
  customer: 'myCustomer',
} as const

/** What is asked of the table they stand in. */
export interface Noting {
  readonly kind: string
  readonly capacity: number
  readonly live: ArrayLike<number>
  slotOf(key: string): number
  column(name: string): { at(slot: number): unknown } | undefined
}

/** The columns of the notes on a table's rows, as its rows stand now. */
export function ownColumns(
  table: Noting,
  notes: readonly Noted[],
  customers: ReadonlyMap<string, string>,
): Map<string, CodedColumn> {
  const columns = new Map<string, CodedColumn>()
  const set = (name: string, slot: number, word: string | undefined) => {
    if (word === undefined) return
    let column = columns.get(name)
    if (!column) columns.set(name, (column = new CodedColumn('text', table.capacity)))
    column.set(slot, word)
  }
  for (const { key, name, text, tags, colour } of notes) {
    const slot = table.slotOf(key)
    if (slot < 0) continue
    set(own.name, slot, name)
    set(own.text, slot, text)
    set(own.tags, slot, tags?.join('\n'))
    set(own.colour, slot, colour)
  }
  const ids =
    customers.size > 0 && table.kind !== 'customer' ? table.column('customerId') : undefined
  if (ids)
    for (let slot = 0; slot < table.capacity; slot += 1) {
      const id = table.live[slot] === 1 ? ids.at(slot) : undefined
      if (id !== undefined) set(own.customer, slot, customers.get(String(id)))
    }
  return columns
}
