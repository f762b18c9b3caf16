import type { Field, Fields } from '@/utils/kinds/define'
import { isMasked, mask, withoutNumbers } from '@/utils/masking/mask'
import type { KindRecord, Source, StoredRecord, Value } from '@/utils/records'
import type { KeptRecord } from './columns'

/**
 * What may be written of a recognised record: fields its kind declares, personal ones masked. Anything else an answer
 * held ends here.
 */
export function storable(fields: Fields, record: KindRecord): KindRecord {
  const kept: KindRecord = {}
  for (const name of Object.keys(fields)) {
    const field = fields[name]
    const value = Object.hasOwn(record, name) ? record[name] : undefined
    const written = field && stored(field, value)
    if (written !== undefined) kept[name] = written
  }
  return kept
}

/** One value as it may be written; undefined where there is none. */
export function stored(field: Field, value: Value | undefined): Value | undefined {
  if (value === undefined || value === '') return undefined
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined
  if ('of' in field) return inner(field.of as Fields, value)
  return field.type === 'text' && !field.personal && typeof value === 'string'
    ? withoutNumbers(value)
    : short(field.personal, value)
}

function inner(fields: Fields, value: Value): Value {
  if (!Array.isArray(value)) return []
  const rows = value.filter((each): each is KindRecord => typeof each === 'object')
  return rows.map((each) => storable(fields, each))
}

function short(personal: Fields[string]['personal'], value: Value): Value {
  if (!personal) return value
  if (typeof value === 'string') return mask(personal, value)
  return Array.isArray(value)
    ? value.filter((each) => typeof each === 'string').map((each) => mask(personal, each))
    : mask(personal, String(value))
}

const rank: Record<Source, number> = { api: 3, file: 2, capture: 1, page: 0 }

/**
 * One record of two observations of it. The newer wins field by field, at equal age the better source; what the winner
 * does not show stays. A record seen again is no longer gone.
 * @param next its raw personal values masked by `storable`
 * @param foreign fields the source itself had masked: they never replace what we hold
 * @returns `stored` itself when nothing at all changed
 */
export function merge(
  stored: KeptRecord,
  next: KeptRecord,
  foreign: ReadonlySet<string> = none,
): KeptRecord {
  const age = next.$.observedAt - stored.$.observedAt
  const wins = age > 0 || (age === 0 && rank[next.$.source] >= rank[stored.$.source])
  const [base, top] = wins ? [stored, next] : [next, stored]
  const merged = { ...base, ...top, $: envelope(stored, next, wins) } as KeptRecord
  for (const name of Object.keys(merged)) {
    if (name === '$') continue
    const [old, fresh] = [stored[name], next[name]]
    if (old === undefined || fresh === undefined) continue
    if (foreign.has(name) && typeof old === 'string' && isMasked(old)) merged[name] = old
    else if (isItems(old) && isItems(fresh))
      merged[name] = wins ? items(old, fresh) : items(fresh, old)
  }
  return same(merged, stored) && sameEnvelope(merged, stored) ? stored : merged
}
const none: ReadonlySet<string> = new Set()

function envelope(stored: KeptRecord, next: KeptRecord, wins: boolean): KeptRecord['$'] {
  const { account, key, goneAt } = stored.$
  const { source, observedAt } = wins ? next.$ : stored.$
  // Gone stays gone when what arrives is older than the listing that missed it.
  const gone = goneAt !== undefined && next.$.observedAt < goneAt ? goneAt : next.$.goneAt
  const alias = stored.$.alias ?? next.$.alias
  const customerRef = next.$.customerRef ?? stored.$.customerRef
  return {
    account,
    key,
    source,
    observedAt,
    ...(gone === undefined ? {} : { goneAt: gone }),
    ...(alias === undefined ? {} : { alias }),
    ...(customerRef === undefined ? {} : { customerRef }),
  }
}

const isItems = (value: Value): value is KindRecord[] =>
  Array.isArray(value) && value.length > 0 && typeof value[0] === 'object'

/** Rows inside a record: a page may show one a time, so those with an id are laid together. */
function items(old: readonly KindRecord[], fresh: readonly KindRecord[]): KindRecord[] {
  const all = [...old, ...fresh]
  if (!all.every((each) => typeof each.itemId === 'string')) return [...fresh]
  const byId = new Map<Value | undefined, KindRecord>()
  for (const each of all) byId.set(each.itemId, { ...byId.get(each.itemId), ...each })
  return [...byId.values()]
}

/** Equal fields, whatever the envelopes say. */
export function same(a: StoredRecord, b: StoredRecord): boolean {
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => name === '$' || equal(a[name], b[name]))
  )
}
export const equal = (a: Value | undefined, b: Value | undefined) =>
  a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))

const sameEnvelope = ({ $: a }: KeptRecord, { $: b }: KeptRecord) =>
  a.source === b.source &&
  a.observedAt === b.observedAt &&
  a.goneAt === b.goneAt &&
  a.alias === b.alias &&
  a.customerRef === b.customerRef
