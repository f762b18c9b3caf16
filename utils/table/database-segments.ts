import { databaseName } from '@/utils/cache/database'
import { guarded } from '@/utils/cache/failure'
import { openLean } from '@/utils/cache/lean'
import { notesIn } from '@/utils/cache/notes'
import type { KindName } from '@/utils/kinds'
import { mutations, type Early } from './early'
import type { Changed, Segments } from './engine'
import type { Which } from './protocol'
import { readSegments } from './read-segments'

/**
 * The segments of the cache, read as they are stored.
 * @param early a database that is being opened, and what is being read from it
 */
export function databaseSegments(
  early?: Pick<Early, 'database' | 'ahead'>,
): Segments & { close(): void } {
  let opening = early?.database
  opening?.catch(() => (opening = undefined))
  let { ahead } = early ?? {}
  const opened = () => {
    const database = (opening ??= openLean())
    database.catch(() => (opening = undefined))
    return database
  }
  return {
    async all(which, take) {
      const database = await opened()
      const read = await ahead
      const isRead = read?.which.account === which.account && read.which.kind === which.kind
      if (isRead) ahead = undefined
      await guarded(database, async () =>
        isRead ? read.follow(take) : readSegments(await database.open(), which, take),
      )
    },
    async some({ account, kind }, parts) {
      const database = await opened()
      const found = await guarded(database, () =>
        database.segments.bulkGet(parts.map(({ scope, part }) => [account, kind, scope, part])),
      )
      return parts.map((each, index) => {
        const columns = found[index]?.columns
        return columns ? { ...each, columns } : each
      })
    },
    async notes(account) {
      const database = await opened()
      return notesIn(await guarded(database, () => database.marks.where({ account }).toArray()))
    },
    close: () => void opening?.then((database) => database.close()).catch(() => {}),
  }
}

interface Part {
  scope: string
  part: number
}
interface Range {
  from?: unknown
  to?: unknown
  l?: Range | null
  r?: Range | null
}

/**
 * Tells which segments other contexts wrote, once a commit: on the channel, and in the form, in which Dexie's live queries
 * tell each other and the worker tells them.
 * @param told what is known by name; undefined where anything may have changed
 * @param noted the user's marks may have changed
 * @param channel on which others tell
 */
export function onSegments(
  told: (changed: Changed[] | undefined) => void,
  noted: () => void,
  channel = mutations(),
): () => void {
  const part = `idb://${databaseName}/segments/`
  const hear = ({ data }: MessageEvent<Record<string, unknown> | undefined>) => {
    const ranges = [data?.[part], data?.[`${part}:dels`]] as (Range | undefined)[]
    const marks = `idb://${databaseName}/marks/`
    if (data?.[marks] || data?.[`${marks}:dels`]) noted()
    if (data?.all || ranges.some(Boolean)) told(data?.all ? undefined : changedIn(ranges))
  }
  channel.addEventListener('message', hear as (event: Event) => void)
  return () => channel.close()
}

/** @returns undefined where ranges reach over more than one table */
export function changedIn(ranges: readonly (Range | undefined)[]): Changed[] | undefined {
  const byTable = new Map<string, Which & { parts: Map<string, Part> | undefined }>()
  const waiting = ranges.filter((range) => range !== undefined)
  for (let range = waiting.pop(); range; range = waiting.pop()) {
    waiting.push(...[range.l, range.r].filter((each) => each !== null && each !== undefined))
    if (!('from' in range)) continue
    const [from, to] = [range.from, range.to].map((key) => (Array.isArray(key) ? key : []))
    const [account, kind, scope, part] = from as [string, KindName, string, number]
    if (from?.length !== 4 || to?.[0] !== account || to[1] !== kind) return undefined
    const id = `${kind}|${account}`
    const table = byTable.get(id) ?? { account, kind, parts: new Map<string, Part>() }
    byTable.set(id, table)
    // Between two keys any segment may have changed.
    if (to[2] !== scope || to[3] !== part) table.parts = undefined
    table.parts?.set(`${part}|${scope}`, { scope, part })
  }
  return [...byTable.values()].map(({ parts, ...which }) => ({
    ...which,
    ...(parts ? { parts: [...parts.values()] } : {}),
  }))
}
