import { Dexie } from 'dexie'
import { databaseName, openDatabase, type Database } from '@/utils/cache/database'
import { inOrder } from '@/utils/cache/delta'
import { guarded } from '@/utils/cache/failure'
import type { KindName } from '@/utils/kinds'
import type { Changed, Segments } from './engine'

/** The segments of the cache, read as they are stored. */
export function databaseSegments(): Segments & { close(): void } {
  let opening: Promise<Database> | undefined
  const opened = () => {
    const database = (opening ??= openDatabase())
    database.catch(() => (opening = undefined))
    return database
  }
  return {
    async all({ account, kind }) {
      const database = await opened()
      const found = await guarded(database, () =>
        database.segments.where({ account, kind }).toArray(),
      )
      return inOrder(found)
    },
    async some({ account, kind }, parts) {
      const database = await opened()
      const keys = parts.map(({ scope, part }) => [account, kind, scope, part] as never)
      const found = await guarded(database, () => database.segments.bulkGet(keys))
      return parts.map((each, index) => {
        const columns = found[index]?.columns
        return columns ? { ...each, columns } : each
      })
    },
    close: () => void opening?.then((database) => database.close()).catch(() => {}),
  }
}

interface Range {
  from?: unknown
  to?: unknown
  l?: Range | null
  r?: Range | null
}

/**
 * Tells which segments were written, in any context, once a commit.
 * @param told what is known by name; undefined where anything may have changed
 */
export function onSegments(told: (changed: Changed[] | undefined) => void): () => void {
  const part = `idb://${databaseName}/segments/`
  const hear = (parts: Record<string, unknown>) => {
    const ranges = [parts[part], parts[`${part}:dels`]] as (Range | undefined)[]
    if (parts.all || ranges.some(Boolean)) told(changedIn(ranges))
  }
  Dexie.on('storagemutated', hear)
  return () => Dexie.on.storagemutated.unsubscribe(hear)
}

/** @returns undefined where a range is more than one key */
export function changedIn(ranges: readonly (Range | undefined)[]): Changed[] | undefined {
  const byTable = new Map<string, Changed & { parts: { scope: string; part: number }[] }>()
  const seen = new Set<string>()
  const waiting = ranges.filter((range) => range !== undefined)
  for (let range = waiting.pop(); range; range = waiting.pop()) {
    waiting.push(...[range.l, range.r].filter((each) => each !== null && each !== undefined))
    if (!('from' in range)) continue
    const key = JSON.stringify(range.from)
    if (!Array.isArray(range.from) || key !== JSON.stringify(range.to)) return undefined
    if (seen.has(key)) continue
    seen.add(key)
    const [account, kind, scope, part] = range.from as [string, KindName, string, number]
    const id = `${kind}|${account}`
    const present = byTable.get(id)
    if (present) present.parts.push({ scope, part })
    else byTable.set(id, { account, kind, parts: [{ scope, part }] })
  }
  return [...byTable.values()]
}
