import { kindOf, type KindName } from '@/utils/kinds'
import type { Language } from '@/utils/kinds/define'
import type { Filter, Operator } from '@/utils/table/filter'
import type { Sort } from '@/utils/table/order'
import type { Spec } from '@/utils/table/view'

/** How a table is arranged: what its address keeps and what a saved view remembers. */
export interface TableState {
  text: string
  /** A condition of the query language on the expiry: `<30d`; '' for none. */
  within: string
  filters: Filter[]
  sort: Sort[]
  /** Field under whose values rows are grouped; '' for none. */
  group: string
  /** Groups stand closed, all but those opened. */
  folded: boolean
  tree: boolean
  gone: NonNullable<Spec['gone']>
}

export const plainState: Readonly<TableState> = {
  text: '',
  within: '',
  filters: [],
  sort: [],
  group: '',
  folded: false,
  tree: false,
  gone: 'without',
}

/** The field that names a row's main row, where a kind has one. */
export const parentOf = (kind: KindName): string | undefined =>
  kind === 'resource' ? 'mainResourceId' : undefined

/**
 * What comes first while nobody chose an order: the nearest expiry ahead, or the newest. What is over with its expiry
 * stands last; a resource in its grace period, or a task that is late, wants to be seen first.
 */
export function usualSort(kind: KindName): Sort[] {
  const { dated, expires, over } = kindOf(kind)
  if (dated !== undefined) return [{ field: dated, down: true }]
  return expires === undefined
    ? []
    : [{ field: expires, ...(over ? { coming: true as const } : {}) }]
}

export function specOf(
  kind: KindName,
  state: TableState,
  language: Language,
  opened: readonly string[] = [],
): Spec {
  const { text, within, filters, sort, group, folded, gone } = state
  const parent = state.tree && group === '' ? parentOf(kind) : undefined
  const words = [text.trim(), within === '' ? '' : `expires${within}`].filter(Boolean).join(' ')
  return {
    ...(words === '' ? {} : { text: words }),
    filters,
    sort: sort.length > 0 ? sort : usualSort(kind),
    ...(group === '' ? {} : { group: { field: group, closed: opened, allClosed: folded } }),
    ...(parent === undefined ? {} : { tree: parent }),
    gone,
    language,
  }
}

/** As part of an address; nothing for what is as it always is. */
export function queryOf(state: TableState): string {
  const query = new URLSearchParams()
  if (state.text.trim() !== '') query.set('q', state.text.trim())
  if (state.within !== '') query.set('within', state.within)
  for (const filter of state.filters) query.append('f', JSON.stringify(filter))
  const sort = state.sort.map(({ field, down }) => (down ? `-${field}` : field)).join(',')
  if (sort !== '') query.set('sort', sort)
  if (state.group !== '') query.set('group', state.group)
  if (state.folded) query.set('folded', '1')
  if (state.tree) query.set('tree', '1')
  if (state.gone !== 'without') query.set('gone', state.gone)
  return query.toString()
}

/** An address may be of another version or typed by hand: what it says of fields that are not there is left out. */
export function stateOf(kind: KindName, query: string): TableState {
  const from = new URLSearchParams(query)
  const known = (field: string) =>
    Object.hasOwn(kindOf(kind).fields, field) || field.startsWith('$')
  const sort = (from.get('sort') ?? '').split(',').map((each) => ({
    field: each.replace(/^-/, ''),
    ...(each.startsWith('-') ? { down: true } : {}),
  }))
  const group = from.get('group') ?? ''
  const gone = from.get('gone')
  const within = from.get('within') ?? ''
  return {
    text: from.get('q') ?? '',
    within: /^[<>]\d{1,4}[hdwm]$/.test(within) ? within : '',
    filters: from.getAll('f').flatMap((text) => filterFrom(text, known) ?? []),
    sort: sort.filter(({ field }) => known(field)),
    group: known(group) ? group : '',
    folded: from.get('folded') === '1',
    tree: from.get('tree') === '1',
    gone: gone === 'only' || gone === 'with' ? gone : 'without',
  }
}

const operators: readonly Operator[] = ['<', '<=', '>', '>=']
function filterFrom(text: string, known: (field: string) => boolean): Filter | undefined {
  let value: Record<string, unknown>
  try {
    value = Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    return undefined
  }
  const { field, fields, is, has, op, than, missing, any } = value
  if (Array.isArray(any)) {
    const parts = any.map((each) => filterFrom(JSON.stringify(each), known))
    return parts.every((each) => each !== undefined) ? { any: parts } : undefined
  }
  const texts = (list: unknown): list is string[] =>
    Array.isArray(list) && list.every((each) => typeof each === 'string')
  if (texts(fields) && fields.every(known) && typeof has === 'string') return { fields, has }
  if (typeof field !== 'string' || !known(field)) return undefined
  if (texts(is)) return { field, is }
  if (typeof missing === 'boolean') return { field, missing }
  const operator = operators.find((each) => each === op)
  if (operator && (typeof than === 'number' || typeof than === 'string'))
    return { field, op: operator, than }
  return undefined
}

/** Fields a filter speaks of. */
export const fieldsOf = (filter: Filter): readonly string[] =>
  'any' in filter ? filter.any.flatMap(fieldsOf) : 'has' in filter ? filter.fields : [filter.field]
/** The filters of a table with those of one field replaced. */
export const withFilters = (
  filters: readonly Filter[],
  field: string,
  next: readonly Filter[],
): Filter[] => [...filters.filter((each) => !fieldsOf(each).includes(field)), ...next]

/** A press on a column's head: up, down, off; with the shift key beside the others. */
export function pressed(sort: readonly Sort[], field: string, beside: boolean): Sort[] {
  const at = sort.findIndex((each) => each.field === field)
  const present = sort[at]
  const next: Sort[] = present ? (present.down ? [] : [{ field, down: true }]) : [{ field }]
  if (!beside) return next
  return present ? [...sort.slice(0, at), ...next, ...sort.slice(at + 1)] : [...sort, ...next]
}
