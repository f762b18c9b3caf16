import { idOf, type Catalogue, type Entry } from './catalogue'
import { keysOf, type Columns } from './columns'
import { segmentKey } from './segment'
import type { Shelf } from './shelf'

/*
 * Whole segments for rows that nobody has seen yet, without an object a row. Only pages take in so much at once: the
 * worker does without.
 */

/**
 * The next segment of a scope for rows without aliases.
 * @returns undefined with nothing noted where one of them is known already, or comes twice
 */
export function claim(
  catalogue: Catalogue,
  scope: string,
  keys: readonly string[],
): Entry | undefined {
  const { where, aliases } = catalogue
  const part = (catalogue.lastOf(scope)?.part ?? -1) + 1
  const entry = { scope, part, count: keys.length }
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? ''
    if (where.has(key) || (aliases.size > 0 && aliases.has(key))) {
      for (const taken of keys.slice(0, at)) where.delete(taken)
      return undefined
    }
    where.set(key, entry)
  }
  return catalogue.enter(entry)
}

/** Takes a claim back, the latest of its scope first. */
export function release(catalogue: Catalogue, entry: Entry, keys: readonly string[]): void {
  const { where, entries, last } = catalogue
  const { scope, part } = entry
  for (const key of keys) where.delete(key)
  entries.delete(idOf(entry))
  const before = entries.get(idOf({ scope, part: part - 1 }))
  if (before) last.set(scope, before)
  else last.delete(scope)
}

/** What was claimed is sent into the database. */
export function fill(shelf: Shelf, { scope, part }: Entry, columns: Columns): void {
  const { account, kind } = shelf
  const { length: rows, observedAt } = columns
  const newest = observedAt.reduce((latest, each) => Math.max(latest, each), 0)
  const segment = { account, kind, scope, part, rows, newest, columns }
  const put = shelf.tables.segments.put(segment, segmentKey(segment))
  // Whoever takes the transaction back does not wait for it any more.
  put.then(undefined, () => {})
  shelf.sent.push(put)
}

/**
 * A segment made elsewhere becomes the next of its scope.
 * @returns its key; undefined with nothing done where one of its rows is there already, or twice
 */
export function append(
  shelf: Shelf,
  scope: string,
  columns: Columns,
): [scope: string, part: number] | undefined {
  const entry = claim(shelf.catalogue, scope, keysOf(columns))
  if (entry) fill(shelf, entry, columns)
  return entry && [scope, entry.part]
}
