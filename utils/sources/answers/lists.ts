/** A list of objects somewhere in an answer, and what stands beside it. */
export interface FoundList {
  /** Keys that lead to it, joined by ".". */
  path: string
  rows: Record<string, unknown>[]
  /** Scalars beside the list, nearest first: a total, a currency. */
  beside: Record<string, unknown>
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const mostLists = 20

/**
 * Every list of objects of an answer, the longest first; lists inside a row stay with their row. An object keyed by
 * ids counts as a list, and an object alone as a list of one.
 */
export function listsOf(value: unknown): FoundList[] {
  const found: FoundList[] = []
  const queue: { value: unknown; path: string; beside: Record<string, unknown> }[] = [
    { value, path: '', beside: {} },
  ]
  for (let at = 0; at < queue.length && at < 5000; at++) {
    const each = queue[at]
    if (!each) break
    const { path, beside } = each
    if (Array.isArray(each.value)) {
      const rows = each.value.filter(isObject)
      if (rows.length > 0 && rows.length * 2 >= each.value.length)
        found.push({ path, rows, beside })
      continue
    }
    if (!isObject(each.value)) continue
    const keyed = keyedRows(each.value)
    if (keyed) {
      found.push({ path, rows: keyed, beside })
      continue
    }
    const here = { ...beside, ...scalarsOf(each.value) }
    let lists = 0
    for (const [key, inner] of Object.entries(each.value)) {
      if (typeof inner !== 'object' || inner === null) continue
      queue.push({ value: inner, path: path === '' ? key : `${path}.${key}`, beside: here })
      if (Array.isArray(inner) && inner.some(isObject)) lists++
    }
    // One object that is a record itself, possibly with its own lists.
    if (Object.keys(scalarsOf(each.value)).length >= 4)
      found.push({ path: lists > 0 ? `${path}(self)` : path, rows: [each.value], beside })
  }
  return found.sort((a, b) => b.rows.length - a.rows.length).slice(0, mostLists)
}

function scalarsOf(object: Record<string, unknown>): Record<string, unknown> {
  const scalars = Object.create(null) as Record<string, unknown>
  for (const [key, value] of Object.entries(object)) {
    if (value === null || typeof value !== 'object') scalars[key] = value
  }
  return { ...scalars }
}

/** Rows of an object keyed by id: many objects that have most of their keys in common. */
function keyedRows(object: Record<string, unknown>): Record<string, unknown>[] | undefined {
  const values = Object.values(object)
  if (values.length < 2 || !values.every(isObject)) return undefined
  const [first] = values
  const keys = Object.keys(first ?? {})
  if (keys.length < 3) return undefined
  const alike = values.every(
    (each) => keys.filter((key) => Object.hasOwn(each, key)).length >= keys.length * 0.6,
  )
  return alike ? values : undefined
}
