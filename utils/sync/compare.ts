import type { Cache } from '@/utils/cache/types'
import type { KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'
import type { Advanced } from '@/utils/sources/api/advance'
import { extentOf, whereOf } from './extent'
import { differencesOf, keyOf, type Reconciled, shownOnPages, withDifferences } from './reconcile'

/** Lays what pages showed and what the API says side by side, as long as a sync runs. */
export interface Reconciler {
  /** Call it before the records are ingested. */
  note(advanced: Advanced, at: number): Promise<void>
  found(): Reconciled
}

/** What pages showed is read once a kind: what they show while the sync runs is compared by the next one. */
export function reconciler(
  account: string,
  before: Reconciled,
  cache: Pick<Cache, 'read'>,
): Reconciler {
  let { differences, missing } = before
  const shownBy = new Map<KindName, Map<string, StoredRecord>>()
  const shownOf = async (kind: KindName): Promise<Map<string, StoredRecord>> => {
    const known = shownBy.get(kind) ?? shownOnPages(kind, await cache.read(kind, account))
    shownBy.set(kind, known)
    return known
  }
  return {
    found: () => ({ differences, missing }),
    async note({ step, records, ended }, at) {
      const { kind, name } = step
      const shown = await shownOf(kind)
      if (shown.size > 0 && records.length > 0) {
        const found = differencesOf(kind, name, records, shown, at)
        const keys = records.map((record) => keyOf(kind, record))
        differences = withDifferences(
          differences,
          new Set(keys.map((key) => `${kind}|${key}`)),
          found,
        )
        // From now on the API's word stands for them.
        for (const key of keys) shown.delete(key)
      }
      if (ended?.complete !== true || extentOf(step, ended.since) === undefined) return
      const where = Object.entries(whereOf(step))
      const left = [...shown].filter(([, row]) =>
        where.every(([field, value]) => row[field] === value),
      )
      const { [name]: sum = 0, ...rest } = missing
      missing = sum + left.length === 0 ? rest : { ...rest, [name]: sum + left.length }
    },
  }
}
