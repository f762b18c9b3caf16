import { sumDecimals } from '@/utils/analytics/sums'
import { kindNames, kindOf, type KindName } from '@/utils/kinds'
import type { Noted } from '@/utils/notes/note'
import type { Source, StoredRecord } from '@/utils/records'
import type { Found, Group, Line, Look, Sum, Tables, Which } from './protocol'
import { bind, parseQuery } from './query'
import { envelope } from './shelf'
import { Table, type Change } from './table'
import { childBit, groupBit, numberBits, View, type Lines, type Spec } from './view'

/** Segments of an account and kind that were written; without parts, any of them. */
export interface Changed extends Which {
  parts?: readonly { scope: string; part: number }[]
}
/** Where segments come from: the database, or a test. */
export interface Segments {
  /** @param take some, of so many pieces: first where each row stands once, in the end the deltas over them */
  all(which: Which, take: (some: readonly Change[], of: number) => void): Promise<void>
  /** These as they are now; one that is no more comes without columns. */
  some(which: Which, parts: readonly { scope: string; part: number }[]): Promise<Change[]>
  /** What the user wrote on the account's records. */
  notes(account: string): Promise<Noted[]>
}

/** What a page shows at a glance does not grow with what it is asked for. */
const linesAtOnce = 10_000
/** By then a page has painted what it asked for. */
const settleMs = 300

interface Kept {
  table: Table
  /** One a caller: each remembers its last order and words. */
  views: Map<string, { view: View; by: string; version: number; lines: Lines }>
  facts?: { version: number; facts: Facts }
}
type Facts = Pick<Look, 'all' | 'gone' | 'fields' | 'observedAt' | 'source'>

/**
 * Tables of several kinds, built when first asked for and kept current.
 * @param now epoch ms
 */
export class Engine implements Tables {
  readonly #tables = new Map<string, Promise<Kept>>()
  /** One change after the other, or an older state could stand over a newer one. */
  #turn: Promise<unknown> = Promise.resolve()

  constructor(
    readonly segments: Segments,
    readonly now: () => number,
    readonly tell: (changed: Which) => void,
  ) {}

  async look({ view, from, count, sum, ...which }: Parameters<Tables['look']>[0]): Promise<Look> {
    const kept = await this.#kept(which)
    const { table } = kept
    const { lines, codes, groups, slots, rows } = linesOf(kept, view, which.spec, this.now())
    const window: Line[] = []
    for (const code of codes.subarray(from, from + Math.min(count, linesAtOnce))) {
      const group = groups[code & numberBits]
      if ((code & groupBit) !== 0 && group)
        window.push({ group: groupOf(table, group, slots, sum) })
      const row = (code & groupBit) === 0 ? table.row(code & numberBits) : undefined
      if (row) window.push({ row, child: (code & childBit) !== 0 })
    }
    return { lines, rows, version: table.version, from, window, ...factsOf(kept) }
  }

  async values({ field, spec, ...which }: Parameters<Tables['values']>[0]) {
    return viewOf(await this.#kept(which)).values(field, spec, this.now())
  }

  async sums({ field, spec, ...which }: Parameters<Tables['sums']>[0]): Promise<Sum[]> {
    const kept = await this.#kept(which)
    const marks = viewOf(kept).fitting(spec, this.now())
    const slots: number[] = []
    for (let slot = 0; slot < marks.length; slot += 1) if (marks[slot] === 1) slots.push(slot)
    return sumsOf(kept.table, field, slots)
  }

  async rows({
    spec,
    from,
    count,
    ...which
  }: Parameters<Tables['rows']>[0]): Promise<StoredRecord[]> {
    const kept = await this.#kept(which)
    const { group: _group, ...plain } = spec
    const { codes } = linesOf(kept, 'rows', plain, this.now())
    const slots = [...codes.subarray(from, from + Math.min(count, linesAtOnce))]
    return slots.flatMap((code) => kept.table.row(code & numberBits) ?? [])
  }

  async find({ account, text, named = [], few }: Parameters<Tables['find']>[0]): Promise<Found[]> {
    const query = parseQuery(text)
    if (query.words.length + query.conditions.length + query.kinds.length === 0) return []
    const found: Found[] = []
    for (const kind of kindNames) {
      if (!bind(query, kind, this.now())) continue
      const kept = await this.#kept({ account, kind })
      const spec: Spec = { text, named, language: 'en', sort: soonest(kind) }
      const { codes, rows } = linesOf(kept, 'find', spec, this.now())
      if (rows === 0) continue
      const first = [...codes.subarray(0, few)].flatMap((slot) => kept.table.row(slot) ?? [])
      found.push({ kind, rows, first })
    }
    return found
  }

  /** Has a table ready before anybody asks for it. */
  async prepare(which: Which): Promise<void> {
    await this.#kept(which)
  }

  /** Brings the tables that are open up to date. */
  changed(changes: readonly Changed[]): Promise<void> {
    const work = this.#turn.then(async () => {
      for (const change of changes) await this.#take(change)
    })
    this.#turn = work.catch(() => {})
    return work
  }

  /** The user wrote something: laid anew over all tables that are open. */
  noted(): Promise<void> {
    const work = this.#turn.then(async () => {
      for (const [id, opening] of this.#tables) {
        const { table } = await opening
        const which = whichOf(id)
        noteOn(table, await this.segments.notes(which.account))
        this.tell(which)
      }
    })
    this.#turn = work.catch(() => {})
    return work
  }

  /** All tables that are open, for when anything may have changed. */
  open(): Changed[] {
    return [...this.#tables.keys()].map(whichOf)
  }

  async #take({ account, kind, parts }: Changed): Promise<void> {
    const id = idOf({ account, kind })
    const opening = this.#tables.get(id)
    if (!opening) return
    const { table } = await opening
    if (parts) table.apply(await this.segments.some({ account, kind }, parts))
    else {
      // Read anew as a whole; who looks meanwhile sees the state before.
      const version = table.version + 1
      const fresh = await this.#load({ account, kind })
      fresh.table.version += version
      this.#tables.set(id, Promise.resolve(fresh))
    }
    this.tell({ account, kind })
  }

  async #kept(which: Which): Promise<Kept> {
    const kept = await this.#opened(which)
    kept.table.age(this.now())
    return kept
  }
  #opened(which: Which): Promise<Kept> {
    const id = idOf(which)
    const known = this.#tables.get(id)
    if (known) return known
    const loading = this.#load(which)
    this.#tables.set(id, loading)
    // A failed reading is tried again by the next who asks.
    loading.catch(() => this.#tables.get(id) === loading && this.#tables.delete(id))
    return loading
  }
  async #load({ account, kind }: Which): Promise<Kept> {
    const table = new Table(kind)
    const notes = this.segments.notes(account)
    notes.catch(() => {})
    await this.segments.all({ account, kind }, (some, of) => table.load(some, of))
    noteOn(table, await notes)
    void settled(table)
    return { table, views: new Map() }
  }
}

function noteOn(table: Table, notes: readonly Noted[]): void {
  const customers = new Map<string, string>()
  for (const each of notes)
    if (each.kind === 'customer' && each.name !== undefined) customers.set(each.key, each.name)
  table.note(
    notes.filter((each) => each.kind === table.kind),
    customers,
  )
}

/** What nobody asked for yet is laid when the page has its first rows, a column at a time. */
async function settled(table: Table): Promise<void> {
  const pause = (ms: number) => new Promise((go) => void setTimeout(go, ms))
  await pause(settleMs)
  while (table.settle()) await pause(0)
}

function sumsOf(table: Table, field: string, slots: Iterable<number>): Sum[] {
  const amounts = table.column(field)
  const currencies = table.column('currency')
  const sums = new Map<string, string[]>()
  for (const slot of slots) {
    const amount = amounts?.at(slot)
    if (typeof amount !== 'string') continue
    const currency = String(currencies?.at(slot) ?? '')
    const others = sums.get(currency)
    if (others) others.push(amount)
    else sums.set(currency, [amount])
  }
  return [...sums].map(([currency, all]) => ({
    ...(currency === '' ? {} : { currency }),
    sum: sumDecimals(all),
    rows: all.length,
  }))
}

function groupOf(
  table: Table,
  { start, ...group }: Lines['groups'][number],
  slots: Uint32Array,
  sum: string | undefined,
): Group {
  const first = table.row(slots[start] ?? -1)
  const own = slots.subarray(start, start + group.rows)
  return {
    ...group,
    ...(first ? { first } : {}),
    ...(sum === undefined ? {} : { sums: sumsOf(table, sum, own) }),
  }
}

const idOf = ({ account, kind }: Which) => `${kind}|${account}`
function whichOf(id: string): Which {
  const at = id.indexOf('|')
  return { kind: id.slice(0, at) as KindName, account: id.slice(at + 1) }
}
const soonest = (kind: KindName) => {
  const { expires } = kindOf(kind)
  return expires === undefined ? [] : [{ field: expires }]
}
const viewOf = ({ table, views }: Kept) => views.get('rows')?.view ?? new View(table)

function linesOf({ table, views }: Kept, name: string, spec: Spec, now: number) {
  const by = JSON.stringify(spec)
  let kept = views.get(name)
  if (kept?.by !== by || kept.version !== table.version) {
    const view = kept?.view ?? new View(table)
    kept = { view, by, version: table.version, lines: view.lines(spec, now) }
    views.set(name, kept)
  }
  return { ...kept.lines, lines: kept.lines.codes.length }
}

function factsOf(kept: Kept): Facts {
  const { table } = kept
  if (kept.facts?.version !== table.version)
    kept.facts = { version: table.version, facts: factsIn(table) }
  return kept.facts.facts
}

function factsIn(table: Table): Facts {
  const goneAt = table.column(envelope.goneAt)
  const observed = table.column(envelope.observedAt)
  let [gone, newest, at] = [0, -Infinity, -1]
  for (let slot = 0; slot < table.capacity; slot += 1) {
    if (table.live[slot] !== 1) continue
    if (goneAt?.type === 'number' && !Number.isNaN(goneAt.values[slot])) gone += 1
    const seen = observed?.type === 'number' ? observed.values[slot]! : -Infinity
    if (seen > newest) [newest, at] = [seen, slot]
  }
  return {
    all: table.rows - gone,
    gone,
    fields: table.names().filter((name) => table.isUsed(name)),
    ...(at < 0 ? {} : { observedAt: newest, source: table.row(at)?.$.source as Source }),
  }
}
