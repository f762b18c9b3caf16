import { kindOf, type KindName } from '@/utils/kinds'
import { keysOf, type KeptRecord } from './columns'
import type { Segment } from './segment'
import { deltaScope } from './delta'

/** Rows a segment holds at most: large enough to be quick to read, small enough to be quick to write. */
export const segmentRows = 1000

/** A segment as the catalogue knows it. */
export interface Entry {
  scope: string
  part: number
  count: number
}

export const idOf = ({ scope, part }: Pick<Entry, 'scope' | 'part'>) => `${part}|${scope}`

/** In which segment each row of one account and kind lies. */
export class Catalogue {
  readonly entries = new Map<string, Entry>()
  readonly where = new Map<string, Entry>()
  /** From alias to key. */
  readonly aliases = new Map<string, string>()
  /** Segments that still hold an older copy of a row. */
  readonly stale = new Map<string, Entry[]>()
  /** The segment of each scope that takes its next new rows. */
  readonly last = new Map<string, Entry>()

  /** In the order of `inOrder`. */
  add({ scope, part, rows, columns }: Segment): Entry {
    const entry = this.enter({ scope, part, count: rows })
    keysOf(columns).forEach((key, index) => {
      this.place(key, entry)
      const alias = columns.aliases?.[index]
      if (alias) this.aliases.set(alias, key)
    })
    return entry
  }

  /** Notes where the row lies now; the copy it had elsewhere is out of date. */
  place(key: string, entry: Entry): void {
    const before = this.where.get(key)
    if (before && before !== entry) this.stale.set(key, [...(this.stale.get(key) ?? []), before])
    this.where.set(key, entry)
  }
  /** All segments with a copy of the row. */
  copiesOf(key: string): Entry[] {
    const live = this.where.get(key)
    return live ? [live, ...(this.stale.get(key) ?? [])] : []
  }
  forget(key: string): void {
    this.where.delete(key)
    this.stale.delete(key)
  }

  /** The segment that takes the next new row of a scope value. */
  roomIn(scope: string): Entry {
    const last = this.last.get(scope)
    if (last && last.count < segmentRows) return last
    return this.enter({ scope, part: last ? last.part + 1 : 0, count: 0 })
  }
  lastOf(scope: string): Entry | undefined {
    return this.last.get(scope)
  }
  of(scope?: string): Entry[] {
    const all = [...this.entries.values()]
    return scope === undefined ? all : all.filter((each) => each.scope === scope)
  }

  /** Deltas there is something in. */
  get deltas(): Entry[] {
    return this.of(deltaScope).filter(({ count }) => count > 0)
  }

  get size(): { rows: number; segments: number } {
    return { rows: this.where.size, segments: this.of().filter(({ count }) => count > 0).length }
  }

  enter(entry: Entry): Entry {
    this.entries.set(idOf(entry), entry)
    const last = this.last.get(entry.scope)
    if (!last || last.part < entry.part) this.last.set(entry.scope, entry)
    return entry
  }
}

/**
 * Catalogues kept between transactions of one context. Each commit gives the rows of its account and kind a new stamp in
 * the database: a catalogue under another stamp is out of date, whoever wrote since.
 */
export class Catalogues {
  readonly #kept = new Map<string, { stamp: string; catalogue: Catalogue }>()

  /** Taken out: what is changed inside a transaction is only put back after its commit. */
  take(kind: KindName, account: string, stamp: string | undefined): Catalogue | undefined {
    const id = `${kind}|${account}`
    const kept = this.#kept.get(id)
    this.#kept.delete(id)
    return stamp !== undefined && kept?.stamp === stamp ? kept.catalogue : undefined
  }
  keep(kind: KindName, account: string, stamp: string, catalogue: Catalogue): void {
    this.#kept.set(`${kind}|${account}`, { stamp, catalogue })
  }

  /** Kinds whose rows wait in several deltas. */
  unfolded(): { kind: KindName; account: string }[] {
    const waiting = [...this.#kept].filter(([, { catalogue }]) => catalogue.deltas.length > 3)
    return waiting.map(([id]) => {
      const at = id.indexOf('|')
      return { kind: id.slice(0, at) as KindName, account: id.slice(at + 1) }
    })
  }
}

/** The value that groups rows into segments; '' where the kind has none or the row does not say. */
export function scopeOf(kind: KindName, row: KeptRecord): string {
  const { scope } = kindOf(kind)
  return scope === undefined ? '' : String(row[scope] ?? '')
}
