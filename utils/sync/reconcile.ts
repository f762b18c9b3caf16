import { kindOf, type KindName } from '@/utils/kinds'
import type { FieldType } from '@/utils/kinds/define'
import type { KindRecord, Source, StoredRecord, Value } from '@/utils/records'
import type { ReadableName } from '@/utils/sources/api/readings'

/** One value that the console showed and the API says otherwise. */
export interface Difference {
  kind: KindName
  operation: ReadableName
  /** The record's key fields, joined. */
  key: string
  field: string
  shown: Value
  shownAt: number
  source: Source
  said: Value
  saidAt: number
}

/** Why the two may differ, as documented: texts are `sync.reason.<reason>`. */
export type Reason = 'agency' | 'lag' | 'summary' | 'changed'

/** What was found when pages and the API were laid side by side. */
export interface Reconciled {
  differences: Difference[]
  /** Records that a page showed and a whole listing of the API does not hold, by operation. */
  missing: Partial<Record<ReadableName, number>>
}

const reasonsOf: Partial<Record<ReadableName, Reason>> = {
  ListIssuedPartnerCoupons: 'agency',
  ListCustomerOnDemandResources: 'lag',
  ListSubcustomerMonthlyBills: 'summary',
  ShowCustomerMonthlySum: 'summary',
}
export const reasonOf = (operation: ReadableName): Reason => reasonsOf[operation] ?? 'changed'

const KEPT = 300
/** What can be compared: names may be masked or worded differently, moments are rounded by pages. */
const compared = new Set<FieldType>(['amount', 'decimal', 'count', 'choice', 'flag', 'month'])

/** Records by their key, for those that came from elsewhere than the API. */
export function shownOnPages(kind: KindName, rows: readonly StoredRecord[]) {
  const shown = new Map<string, StoredRecord>()
  for (const row of rows) {
    if (row.$.source !== 'api' && row.$.goneAt === undefined) shown.set(keyOf(kind, row), row)
  }
  return shown
}

/** @param shown as `shownOnPages` gives it */
export function differencesOf(
  kind: KindName,
  operation: ReadableName,
  records: readonly KindRecord[],
  shown: ReadonlyMap<string, StoredRecord>,
  at: number,
): Difference[] {
  const { fields } = kindOf(kind)
  return records.flatMap((record) => {
    const key = keyOf(kind, record)
    const row = shown.get(key)
    if (row === undefined) return []
    return Object.entries(record).flatMap(([field, said]) => {
      const declared = fields[field]
      const before = row[field]
      if (said === undefined || before === undefined || declared === undefined) return []
      if (!compared.has(declared.type) || declared.personal !== undefined) return []
      if (plain(before) === plain(said)) return []
      const { source, observedAt: shownAt } = row.$
      return [{ kind, operation, key, field, shown: before, shownAt, source, said, saidAt: at }]
    })
  })
}

/** The list with what was found now: of a record that was compared again only the new word stands. */
export function withDifferences(
  before: readonly Difference[],
  comparedKeys: ReadonlySet<string>,
  found: readonly Difference[],
): Difference[] {
  const rest = before.filter(({ kind, key }) => !comparedKeys.has(`${kind}|${key}`))
  return [...rest, ...found].slice(-KEPT)
}

export const keyOf = (kind: KindName, record: KindRecord): string =>
  kindOf(kind)
    .key.map((name) => String(record[name] ?? ''))
    .join(' · ')

/** "1200" and "1200.00" are the same amount. */
function plain(value: Value): string {
  const text = String(value)
  return /^-?\d+\.\d*$/.test(text) ? text.replace(/\.?0+$/, '') : text
}
