import MiniSearch from 'minisearch'
import type { KindRecord } from '@/utils/records'

/** MiniSearch over the same fields, words by their beginnings. */
export function miniSearch(rows: readonly KindRecord[]): (text: string) => number {
  const index = new MiniSearch({
    idField: 'resourceId',
    fields: Object.keys(rows[0] ?? {}),
    searchOptions: { prefix: true, combineWith: 'AND' },
  })
  index.addAll(rows)
  return (text) => index.search(text).length
}
