import { textAt, type Row } from './chart-data'
import type { Reading } from './columns'

/**
 * Who a row is about: by id, else by the keyed hash of a name that was once seen in full. Masked names come last and are
 * marked `~`: several customers may share one.
 */
export const customer: Reading = {
  name: 'customer',
  fields: [
    'customerId',
    { name: 'customerRef', of: refOf, column: 'customerRef' },
    'customerName',
    'accountName',
  ],
  say: (id, ref, name, account) => id || (ref && `#${ref}`) || shown(name ?? '', account ?? ''),
}
/** A row of the extension's own cache has it in its envelope, one of another host as a field. */
function refOf(row: Row): string | undefined {
  const envelope = row.$ as Row | undefined
  return textAt(row, 'customerRef') ?? (envelope && textAt(envelope, 'customerRef'))
}
const shown = (name: string, account: string): string | undefined =>
  name && account ? `~${name} ${account}` : name || account ? `~${name || account}` : undefined
/** What people call the customer of a row. */
export const customerName = (row: Row): string | undefined =>
  textAt(row, 'customerName') ?? textAt(row, 'accountName') ?? textAt(row, 'customerId')
/** Several customers may hide behind it. */
export const isShared = (customerKey: string): boolean => /^~.*[*•]/.test(customerKey)

/** Customers with the same name, as masked ones often have, with the end of their id behind it. */
export function toldApart(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map(
    [...names].map(([key, name]) => {
      const alone = counts.get(name) === 1 || /^[~#]/.test(key) || name === key
      return [key, alone ? name : `${name} (${key.slice(-6)})`]
    }),
  )
}
