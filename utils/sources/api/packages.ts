import type { KindRecord } from '@/utils/records'
import { readAmount } from '@/utils/recognise/amounts'
import type { Row } from './answer'

/** What a resource package has besides its plain fields: its items, and whether they are filled again. */
export function packageParts(row: Row): KindRecord {
  const list: unknown = row['free_resources']
  const items = (Array.isArray(list) ? list : [])
    .filter(isRow)
    .map(itemOf)
    .filter((item) => item !== undefined)
  const mode = String(row['quota_reuse_mode'] ?? '')
  return {
    ...(items.length === 0 ? {} : { items }),
    ...(mode === '1' || mode === '2' ? { resettable: mode === '1' } : {}),
  }
}

/** The ids to ask usages of, in the order of the packages. */
export const itemIdsOf = (records: readonly KindRecord[]): string[] =>
  records.flatMap((record) => itemsOf(record).map((item) => String(item['itemId'])))

/** Packages with what an answer on usage says of their items; an item it does not name stays as it was. */
export function withUsages(
  records: readonly KindRecord[],
  usages: readonly unknown[],
): KindRecord[] {
  const said = new Map<string, KindRecord>()
  for (const row of usages.filter(isRow)) {
    const item = itemOf(row)
    if (item !== undefined) said.set(String(item['itemId']), item)
  }
  return records.map((record) => {
    const items = itemsOf(record).map((item) => ({ ...item, ...said.get(String(item['itemId'])) }))
    return items.length === 0 ? record : { ...record, items }
  })
}

function itemOf(row: Row): KindRecord | undefined {
  const itemId = row['free_resource_id']
  if (typeof itemId !== 'string' || itemId === '') return undefined
  const [remaining, total] = [readAmount(row['amount']), readAmount(row['original_amount'])]
  const text = (from: string, to: string): KindRecord => {
    const value = row[from]
    const said = typeof value === 'number' || (typeof value === 'string' && value !== '')
    return said ? { [to]: String(value) } : {}
  }
  return {
    itemId,
    ...text('usage_type_name', 'usageTypeName'),
    ...(remaining === undefined ? {} : { remaining }),
    ...(total === undefined ? {} : { total }),
    ...text('measure_id', 'unit'),
    ...text('quota_reuse_cycle', 'resetCycle'),
  }
}

const itemsOf = ({ items }: KindRecord): KindRecord[] =>
  Array.isArray(items) ? (items as KindRecord[]) : []
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
