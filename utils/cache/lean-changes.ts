import { databaseName } from './database'

/** From the least to the greatest key that changed, by store and index; the primary key's index is ''. */
export type Changes = Map<string, { from: unknown; to: unknown }>

const everything = { from: -Infinity, to: [[]] as unknown }

/** Notes a row that is written, or what is known of one that goes. */
export function note(changes: Changes, store: IDBObjectStore, row: Record<string, unknown>): void {
  widen(changes, `${store.name}/`, keyAt(row, store.keyPath))
  widen(changes, `${store.name}/:dels`, keyAt(row, store.keyPath))
  for (const name of store.indexNames)
    widen(changes, `${store.name}/${name}`, keyAt(row, store.index(name).keyPath))
}
export function noteAll(changes: Changes, { name, indexNames }: IDBObjectStore): void {
  for (const index of ['', ':dels', ...indexNames]) changes.set(`${name}/${index}`, everything)
}

function keyAt(row: Record<string, unknown>, path: string | string[] | null): unknown {
  if (typeof path === 'string') return row[path]
  const keys = (path ?? []).map((field) => row[field])
  return keys.includes(undefined) ? undefined : keys
}

function widen(changes: Changes, part: string, key: unknown): void {
  const before = changes.get(part)
  if (before === everything) return
  // A row that does not say its key may have had any.
  if (key === undefined) changes.set(part, everything)
  else if (!before) changes.set(part, { from: key, to: key })
  else if (indexedDB.cmp(key, before.from) < 0) before.from = key
  else if (indexedDB.cmp(key, before.to) > 0) before.to = key
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
      ([part, range]) => [`idb://${databaseName}/${part}`, { ...range, d: 1 }] as const,
    )
    // oxlint-disable-next-line require-post-message-target-origin -- a channel has no target
    channel.postMessage(Object.fromEntries(parts))
  }
}
