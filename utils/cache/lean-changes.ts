import { databaseName } from './database'

/** Keys that changed, by store and index; the primary key's index is ''. */
export type Changes = Map<string, IDBValidKey[] | 'everything'>
/** As Dexie keeps ranges: a tree in order. */
interface Range {
  from: unknown
  to: unknown
  d: number
  l?: Range | null
  r?: Range | null
}

/** Beyond so many keys their range is told instead of each of them. */
const toldAtMost = 500

/**
 * Notes a row that is written, or what is known of one that goes.
 * @param key where it does not stand inside the row
 */
export function note(
  changes: Changes,
  store: IDBObjectStore,
  row: Record<string, unknown>,
  key = keyAt(row, store.keyPath),
): void {
  widen(changes, `${store.name}/`, key)
  widen(changes, `${store.name}/:dels`, key)
  for (const name of store.indexNames)
    widen(changes, `${store.name}/${name}`, keyAt(row, store.index(name).keyPath))
}
export function noteAll(changes: Changes, { name, indexNames }: IDBObjectStore): void {
  for (const index of ['', ':dels', ...indexNames]) changes.set(`${name}/${index}`, 'everything')
}

function keyAt(row: Record<string, unknown>, path: string | string[] | null) {
  if (typeof path === 'string') return row[path] as IDBValidKey | undefined
  const keys = (path ?? []).map((field) => row[field])
  return keys.includes(undefined) ? undefined : (keys as IDBValidKey)
}

function widen(changes: Changes, part: string, key: IDBValidKey | undefined): void {
  const before = changes.get(part)
  // A row that does not say its key may have had any.
  if (before === 'everything' || key === undefined) changes.set(part, 'everything')
  else if (before) before.push(key)
  else changes.set(part, [key])
}

function rangeOf(keys: IDBValidKey[] | 'everything'): Range {
  if (keys === 'everything') return { from: -Infinity, to: [[]], d: 1 }
  keys.sort((a, b) => indexedDB.cmp(a, b))
  const unlike = keys.filter((key, at) => at === 0 || indexedDB.cmp(key, keys[at - 1]!) !== 0)
  if (unlike.length > toldAtMost) return { from: unlike[0], to: unlike.at(-1), d: 1 }
  return treeOf(unlike)
}
function treeOf(keys: readonly IDBValidKey[]): Range {
  const middle = keys.length >> 1
  const l = middle > 0 ? treeOf(keys.slice(0, middle)) : null
  const r = middle + 1 < keys.length ? treeOf(keys.slice(middle + 1)) : null
  const key = keys[middle]
  return { from: key, to: key, d: 1 + Math.max(l?.d ?? 0, r?.d ?? 0), l, r }
}

/**
 * Tells Dexie's live queries in other contexts what was written, on the channel and in the form (sets of ranges by part)
 * in which its own instances tell each other. A test keeps the two in step.
 */
export function announcer(): (changes: Changes) => void {
  let channel: BroadcastChannel | undefined
  return (changes) => {
    channel ??= new BroadcastChannel('x-storagemutated-1')
    ;(channel as { unref?: () => void }).unref?.()
    const parts = [...changes].map(
      ([part, keys]) => [`idb://${databaseName}/${part}`, rangeOf(keys)] as const,
    )
    // oxlint-disable-next-line require-post-message-target-origin -- a channel has no target
    channel.postMessage(Object.fromEntries(parts))
  }
}
