import { kindOf, type KindName } from '@/utils/kinds'
import { isMasked, mask } from '@/utils/masking/mask'
import type { KindRecord, Recognition, StoredRecord } from '@/utils/records'
import { shownKeyOf } from './identity'

/** Personal values in full by the record they belong to. Held in memory for as long as they are shown, never written. */
export type FullValues = ReadonlyMap<string, Readonly<Record<string, string>>>

/** What says who a customer is, in records of any kind. */
const ofCustomer = ['customerName', 'accountName']
/** A customer's own record calls `name` what the records about it call `customerName`. */
const heldAs = (kind: KindName, name: string) =>
  kind === 'customer' && name === 'name' ? 'customerName' : name
const customerMark = (id: unknown) => `customer|${String(id)}`

/** The personal values that tables show in full, found again by the key of their record or by its customer. */
export function fullValuesOf(tables: readonly Pick<Recognition, 'kind' | 'rows'>[]): FullValues {
  const values = new Map<string, Record<string, string>>()
  const put = (at: string, fields: Record<string, string>) =>
    Object.keys(fields).length > 0 && values.set(at, { ...values.get(at), ...fields })
  for (const { kind, rows } of tables) {
    const keyOf = shownKeyOf(kind)
    for (const row of rows) {
      const full = fullFieldsOf(kind, row)
      const key = keyOf(row)
      if (key !== undefined) put(`${kind}|${key}`, full)
      if (row.customerId === undefined) continue
      const named = Object.entries(full).filter(([name]) => ofCustomer.includes(name))
      put(customerMark(row.customerId), Object.fromEntries(named))
    }
  }
  return values
}

/**
 * The full form of a masked field of a record. One whose own mask differs from what is stored is another value: the
 * name has changed since, or the record is not the one it seems.
 */
export function fullValueOf(
  values: FullValues,
  kind: KindName,
  row: StoredRecord,
  name: string,
): string | undefined {
  const personal = kindOf(kind).fields[name]?.personal
  const stored = row[name]
  if (!personal || typeof stored !== 'string') return undefined
  const held = heldAs(kind, name)
  const own = values.get(`${kind}|${row.$.key}`)?.[held]
  const full =
    own ??
    (row.customerId !== undefined && ofCustomer.includes(held)
      ? values.get(customerMark(row.customerId))?.[held]
      : undefined)
  return full !== undefined && agrees(stored, full, mask(personal, full)) ? full : undefined
}

/** By our own mask, or by the characters that another one leaves. */
function agrees(stored: string, full: string, ours: string): boolean {
  if (stored === ours) return true
  if (!isMasked(stored)) return false
  const parts = stored.split(/[*•]+/).map((part) => part.trim())
  let at = 0
  for (const part of parts) {
    const found = full.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return full.startsWith(parts[0] ?? '')
}

function fullFieldsOf(kind: KindName, row: KindRecord): Record<string, string> {
  const { fields } = kindOf(kind)
  return Object.fromEntries(
    Object.entries(row)
      .filter(
        (entry): entry is [string, string] =>
          fields[entry[0]]?.personal !== undefined &&
          typeof entry[1] === 'string' &&
          entry[1] !== '' &&
          !isMasked(entry[1]),
      )
      .map(([name, value]) => [heldAs(kind, name), value]),
  )
}
