import type { Fields, Kind } from '@/utils/kinds/define'
import { tells } from './by-value'
import { meaningsOf, namesRecord } from './dictionary'
import { usualId } from './values'

const linesOf = (cell: unknown): string[] =>
  typeof cell === 'string'
    ? cell
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : []

/** What both lines of a column's cells are, where its name says only the first, or neither. */
export function stackedFields(
  kind: Kind<Fields>,
  column: string,
  sample: readonly unknown[],
): [string, string] | undefined {
  if (sample.length === 0 || !sample.some((cell) => linesOf(cell).length === 2)) return undefined
  return (
    nameAboveKey(kind, column, sample) ??
    customerAbove(kind, column, sample) ??
    contacts(kind, column, sample)
  )
}

/** Name and id of a record, one below the other in a column that names only the record: 资源, 实例名称. */
function nameAboveKey(
  kind: Kind<Fields>,
  column: string,
  sample: readonly unknown[],
): [string, string] | undefined {
  const [key, more] = kind.key
  const name = ['name', 'planName'].find((field) => field in kind.fields)
  if (key === undefined || more !== undefined || kind.fields[key]?.type !== 'id') return undefined
  if (name === undefined || kind.fields[name]?.personal !== undefined) return undefined
  if (!namesRecord(kind, column)) return undefined
  const cells = sample.map(linesOf)
  const stacked = cells.every(
    ([above = '', id = '', below]) =>
      above !== '' && id.length > 3 && /\d/.test(id) && usualId.test(id) && below === undefined,
  )
  return stacked && new Set(cells.map(([, id]) => id)).size === cells.length
    ? [name, key]
    : undefined
}

const customerIdForm = /^[\da-f]{32}$/
const accountForm = /^[a-z_][\w.*•-]{1,63}$/i

/** A customer's name above its account name or its id, in a column that names only the customer: 客户. */
function customerAbove(
  kind: Kind<Fields>,
  column: string,
  sample: readonly unknown[],
): [string, string] | undefined {
  const name = Object.keys(kind.fields).find((field) => kind.fields[field]?.personal === 'company')
  if (name === undefined || !meaningsOf(kind, column).some(({ field }) => field === name))
    return undefined
  const cells = sample.map(linesOf)
  const distinct = (line: number) => new Set(cells.map((lines) => lines[line])).size
  // What many customers share is a tag.
  if (distinct(0) !== distinct(1)) return undefined
  const below = (form: RegExp) =>
    cells.every(
      ([above = '', line = '', more]) => above !== line && form.test(line) && more === undefined,
    )
  if ('customerId' in kind.fields && below(customerIdForm)) return [name, 'customerId']
  return 'accountName' in kind.fields && below(accountForm) ? [name, 'accountName'] : undefined
}

/** A phone number and an e-mail address in a column that names only contacts. */
function contacts(
  kind: Kind<Fields>,
  column: string,
  sample: readonly unknown[],
): [string, string] | undefined {
  if (!('phone' in kind.fields) || !('email' in kind.fields)) return undefined
  if (!meaningsOf(kind, column).some(({ field }) => field === 'phone' || field === 'email'))
    return undefined
  const order = ['phone', 'email'] as const
  const found = [order, order.toReversed() as ['email', 'phone']].find((fields) =>
    sample.every((cell) => {
      const lines = linesOf(cell)
      return lines.length === 2 && fields.every((field, at) => tells(field, lines[at] ?? ''))
    }),
  )
  return found && [found[0] ?? '', found[1] ?? '']
}
