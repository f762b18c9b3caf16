import type { KindRecord } from '@/utils/records'

/** One lower-case string a row, looked through in the page. */
export function joinedStrings(rows: readonly KindRecord[]): (text: string) => number {
  const texts = rows.map((row) => Object.values(row).join('\n').toLowerCase())
  return (text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    let found = 0
    for (const each of texts) if (words.every((word) => each.includes(word))) found += 1
    return found
  }
}
