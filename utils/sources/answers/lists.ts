import { columnarRows } from './columnar'
import { isObject } from './object'

/** A list of objects somewhere in an answer, and what stands beside it. */
export interface FoundList {
  /** Keys that lead to it, joined by ".". */
  path: string
  rows: Record<string, unknown>[]
  /** Scalars beside the list, nearest last, a total, a currency; and the customer it is of. */
  beside: Record<string, unknown>
}

const most = { lists: 20, places: 5000, text: 1_000_000 }
const pageFacts =
  /^_*(?:page|pages|paging|pagination|page_?info|page_?data|page_?vo|meta|pager|footer)$/i

const asked = /quer|condition|filter|param/i
/** Where a list says of which month it is. */
export const monthKey =
  /^(?:(?:(?:bill|billing|account|settle|stat)_?)?(?:month|cycle|period)(?:_?id)?|(?:消费)?(?:账期|月份))$/i

/** Whose a list is, where an object beside it says so. */
export const customerKey = /^(?:sub)?(?:cust(?:omer)?|client|buyer)_?(?:info|vo|dto|base|detail)?$/i

interface Place {
  value: unknown
  path: string
  beside: Record<string, unknown>
  /** Whether it came out of a text; a text in a text is left alone. */
  unfolded?: boolean
}

/**
 * Every list of objects of an answer, the longest first; lists inside a row stay with their row. An object keyed by
 * ids counts as a list, an object alone as a list of one, and rows of values below a row of names as a list too.
 */
export function listsOf(value: unknown): FoundList[] {
  const found: FoundList[] = []
  const queue: Place[] = [{ value, path: '', beside: {} }]
  for (let at = 0; at < queue.length && at < most.places; at++) {
    const place = queue[at]
    if (place) look(place, queue, found)
  }
  return found.sort((a, b) => b.rows.length - a.rows.length).slice(0, most.lists)
}

function look(place: Place, queue: Place[], found: FoundList[]): void {
  const { value, path, beside } = place
  if (Array.isArray(value)) {
    const rows = value.filter(isObject)
    if (rows.length === 0 || rows.length * 2 < value.length) return
    found.push({ path, rows: unwrapped(rows), beside })
    let inside = path
    // Groups may hold groups: the services of each month of each customer.
    for (let grouped = groupedRows(rows); grouped; grouped = groupedRows(grouped.rows)) {
      inside += `.${grouped.key}`
      found.push({ path: inside, rows: grouped.rows, beside })
    }
    return
  }
  if (!isObject(value)) return
  const rows = keyedRows(value, path) ?? keyedLists(value) ?? columnarRows(value)
  if (rows) {
    found.push({ path, rows, beside: { ...beside, ...facts(value) } })
    return
  }
  const here = { ...beside, ...facts(value) }
  const lists = Object.values(value).filter((inner) => Array.isArray(inner) && inner.some(isObject))
  const inside = (key: string) => (path === '' ? key : `${path}.${key}`)
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null)
      queue.push({ ...place, value: inner, path: inside(key), beside: here })
    else if (typeof inner === 'string' && place.unfolded !== true) {
      const unfolded = unfold(inner)
      if (unfolded !== undefined)
        queue.push({ value: unfolded, path: inside(key), beside: here, unfolded: true })
    }
  }
  // One object that is a record itself, possibly with its own lists.
  if (Object.keys(scalarsOf(value)).length >= 4)
    found.push({ path: lists.length > 0 ? `${path}(self)` : path, rows: [value], beside })
}

/**
 * What an object says itself, in its objects of paging, also where these stand one in the other (`meta.page.total`), and
 * where it repeats what was asked for: of that the month alone is said of every row.
 */
function facts(object: Record<string, unknown>): Record<string, unknown> {
  const found = scalarsOf(object)
  for (const [key, inner] of Object.entries(object)) {
    if (!isObject(inner)) continue
    if (pageFacts.test(key)) Object.assign(found, facts(inner))
    // How many there are, and how exactly that is known.
    else if (key === 'total' && typeof inner.value === 'number') found[key] = inner.value
    else if (asked.test(key))
      for (const name in inner) if (monthKey.test(name)) found[name] = inner[name]
    if (customerKey.test(key)) found[key] = inner
  }
  return found
}

/** So much a row says that only holds others together: whose they are, or a title; and whom, in an object. */
const mostOfGroup = 2
/** More it says of whom or when it is only, besides its sums. */
const ofGroups =
  /cust|client|buyer|user|account|login|reseller|partner|manager|relation|associat|month|period|cycle|name|title/i
/** What a group says of itself by these names is not said of its rows. */
const groupsOwn = /^(?:no|page|name|title|label|group|type|status|total|count|num|index|sort)$/i
const ofMonths = /year|month|cycle|period|账期|月份/i
/** Neither are its sums: only numbers that something goes by, and months. */
const isSum = ([name, value]: [string, unknown]): boolean =>
  !ofMonths.test(name) &&
  !/(?:^id|I[dD]|No|Num|Number|Code|_(?:id|no|num|number|code))$/.test(name) &&
  /^\D{0,4}\d[\d,]*(?:\.\d+)?\D{0,4}$/.test(String(value))
/** Who has a number of its own is a record with a list inside. */
const isNumbered = /^(?:id|code|key)$/i

/** The rows of all groups, where each group is little more than a list: the coupons of each customer. */
function groupedRows(
  groups: readonly Record<string, unknown>[],
): { key: string; rows: Record<string, unknown>[] } | undefined {
  const isList = (value: unknown) => Array.isArray(value) && value.some(isObject)
  const lists = Object.entries(groups[0] ?? {}).filter(([, value]) => isList(value))
  const [key] = lists[0] ?? []
  if (key === undefined || lists.length > 1) return undefined
  const rows: Record<string, unknown>[] = []
  for (const group of groups) {
    const list = group[key]
    const said = Object.entries(scalarsOf(group)).filter(([, value]) => value !== null)
    const apart = said.filter((each) => !isSum(each))
    const isGroup = said.length <= mostOfGroup || apart.every(([name]) => ofGroups.test(name))
    if (!Array.isArray(list) || !isGroup) return undefined
    if (said.some(([name]) => isNumbered.test(name))) return undefined
    const whose = Object.entries(group).filter(([, value]) => isObject(value))
    if (whose.length > 1) return undefined
    const shared = Object.fromEntries([
      ...apart.filter(([name]) => !groupsOwn.test(name)),
      ...whose,
    ])
    for (const row of list) if (isObject(row)) rows.push({ ...shared, ...row })
  }
  return { key, rows: unwrapped(rows) }
}

/**
 * Rows that each stand in a wrapper of their own, with a cursor beside at most, or with what an index says of them:
 * `edges: [{ node: {…}, cursor }]`, `hits: [{ _index, _score, _source: {…} }]`.
 */
function unwrapped(rows: Record<string, unknown>[]): Record<string, unknown>[] {
  if (rows.every(({ attributes }) => isObject(attributes))) return rows.map(resourceObject)
  const key = Object.keys(rows[0] ?? {}).find((name) => isObject(rows[0]?.[name]))
  if (key === undefined) return rows
  const inner = rows.flatMap((row) => {
    const value = row[key]
    const [, second] = Object.keys(row).filter((name) => isObject(row[name]))
    const beside = Object.keys(row).filter((name) => name !== key && !name.startsWith('_'))
    const isAlone = second === undefined && beside.length <= 1
    return isAlone && isObject(value) && Object.keys(value).length >= 3 ? [value] : []
  })
  return inner.length === rows.length ? inner : rows
}

/** A row as JSON:API writes it: its id, its attributes, and whose ids it is related to. */
function resourceObject({ type, id, attributes, relationships }: Record<string, unknown>) {
  // Of big-order-renewal-tasks it is a task's.
  const [what = ''] = /[a-z]+(?=s$)/i.exec(String(type)) ?? []
  const related = Object.entries(isObject(relationships) ? relationships : {})
  return {
    [`${what}_id`]: id,
    ...(attributes as object),
    ...Object.fromEntries(related.map(([name, of]) => [name, isObject(of) ? of.data : of])),
  }
}

/** An answer inside an answer, written as text. */
function unfold(text: string): unknown {
  if (text.length < 20 || text.length > most.text || !/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function scalarsOf(object: Record<string, unknown>): Record<string, unknown> {
  const scalars = Object.create(null) as Record<string, unknown>
  for (const [key, value] of Object.entries(object)) {
    if (value === null || typeof value !== 'object') scalars[key] = value
  }
  return { ...scalars }
}

const isMonth = /^20\d{2}-?(?:0[1-9]|1[0-2])$/
/**
 * Rows of lists that are keyed by what they are of, a year or a day; keys that are names say what a list is. A month is
 * told to its rows.
 */
function keyedLists(object: Record<string, unknown>): Record<string, unknown>[] | undefined {
  const entries = Object.entries(object)
  if (entries.length < 2 || !entries.every(([key]) => /^\d[\d-]*$/.test(key))) return undefined
  const lists = entries.map(([, value]) => (Array.isArray(value) ? value.filter(isObject) : []))
  if (!lists.every((list) => list.length > 0)) return undefined
  if (!entries.every(([key]) => isMonth.test(key))) return lists.flat()
  return entries.flatMap(([month], at) => (lists[at] ?? []).map((row) => ({ month, ...row })))
}

/** Lists by any name, whose keys may be anything. */
const anyMap = /^(?:data|list|item|record|row|result|content|body|map|value)?$/i
/** What the keys of a map are: `couponsById`, `couponMap` and `coupons` are keyed by ids of coupons. */
function keyName(path: string): string {
  const [, what = '', by = 'id'] =
    /^(?:.*\.)?(.*?)(?:_?map)?(?:_?by_?([a-z]\w*))?$/i.exec(path) ?? []
  const one = what.replace(/s$/, '')
  return by === 'id' && anyMap.test(one) ? by : /^(?:id|key)$/i.test(by) ? `${one}_id` : by
}

/** Rows of an object keyed by id: objects that have most of their keys in common; the key is kept beside them. */
function keyedRows(
  object: Record<string, unknown>,
  path: string,
): Record<string, unknown>[] | undefined {
  const entries = Object.entries(object)
  if (entries.length < 2 || !entries.every(([, value]) => isObject(value))) return undefined
  const values = entries.map(([, value]) => value as Record<string, unknown>)
  const keys = Object.keys(values[0] ?? {})
  if (keys.length < 3) return undefined
  const alike = values.every(
    (each) => keys.filter((key) => Object.hasOwn(each, key)).length >= keys.length * 0.6,
  )
  if (!alike) return undefined
  const name = keyName(path)
  return entries.map(([key, value]) => {
    const row = value as Record<string, unknown>
    // A key that the row says itself is no other identity.
    const said = Object.hasOwn(row, 'id') || Object.values(row).includes(key)
    return said ? row : { [name]: key, ...row }
  })
}
