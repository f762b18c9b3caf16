import type { KindRecord } from '@/utils/records'

/* What a page does that holds its rows as objects. */

export const sortedByNumber = (rows: readonly KindRecord[], field: string): KindRecord[] =>
  [...rows].sort((a, b) => Number(a[field]) - Number(b[field]))

export function sortedByText(rows: readonly KindRecord[], field: string): KindRecord[] {
  const { compare } = new Intl.Collator('zh-CN')
  return [...rows].sort((a, b) => compare(String(a[field]), String(b[field])))
}

export const filteredByTwo = (
  rows: readonly KindRecord[],
  [first, one]: [string, string],
  [second, other]: [string, string],
): KindRecord[] => rows.filter((row) => row[first] === one && row[second] === other)
