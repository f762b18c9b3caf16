import { kindOf, type KindName } from '@/utils/kinds'
import type { KindRecord } from '@/utils/records'

/** The exact sum of two decimal strings. */
export function addDecimals(one: string, other: string): string {
  const places = Math.max(placesOf(one), placesOf(other))
  const sum = scaled(one, places) + scaled(other, places)
  if (places === 0) return String(sum)
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, '0')
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Records with the same key become one, their amounts added: a whole listing is needed, or the sums are parts. */
export function summed(kind: KindName, records: readonly KindRecord[]): KindRecord[] {
  const { key, fields } = kindOf(kind)
  const sums = new Map<string, KindRecord>()
  for (const record of records) {
    const id = JSON.stringify(key.map((name) => record[name] ?? null))
    const sum = sums.get(id)
    if (sum === undefined) sums.set(id, { ...record })
    else {
      for (const [name, value] of Object.entries(record)) {
        const before = sum[name]
        const money = fields[name]?.type === 'amount'
        if (money && typeof before === 'string') sum[name] = addDecimals(before, String(value))
        else sum[name] ??= value
      }
    }
  }
  return [...sums.values()]
}

/** The same for sums of one answer, which may be split by more than their key says; rows without a whole key stay. */
export function summedIfKeyed(kind: KindName, records: KindRecord[]): KindRecord[] {
  const { key } = kindOf(kind)
  const keyed = records.every((record) => key.every((name) => record[name] !== undefined))
  return key.includes('grain') && keyed ? summed(kind, records) : records
}

const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0
const scaled = (text: string, places: number): bigint => {
  const [whole = '', part = ''] = text.split('.')
  return BigInt(whole + part.padEnd(places, '0'))
}
