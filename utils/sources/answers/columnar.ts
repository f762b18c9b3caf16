import { cjk } from '@/utils/recognise/names'
import { isObject } from './object'

type Row = Record<string, unknown>

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Rows of an answer that names its columns once and lists values below: `{columns: […], rows: [[…], […]]}`. */
export function columnarRows(object: Row): Row[] | undefined {
  const lists = Object.values(object).filter((value) => Array.isArray(value))
  const titled = titledRows(lists)
  if (titled) return titled
  const body = lists.find(
    (list) => list.length > 0 && list.every((line) => Array.isArray(line) && line.length > 1),
  ) as unknown[][] | undefined
  if (!body) return columnsOfValues(object)
  const width = body[0]?.length ?? 0
  // The names may stand one step deeper, in what is said of the rows: `{meta: {columns}, rows}`.
  const deeper = Object.values(object).filter(isObject).flatMap(Object.values)
  const names = [...lists, ...deeper]
    .map((list) => (Array.isArray(list) ? namesOf(list) : undefined))
    .find((list) => list?.length === width)
  if (!names || new Set(names).size !== width) return undefined
  return body.map((line) => {
    const row = Object.create(null) as Row
    for (let column = 0; column < width; column++) row[names[column] ?? ''] = line[column]
    return row
  })
}

const mostColumns = 200
const numbered = /^[a-z_]{0,6}\d+$/i
const props = ['key', 'prop', 'field', 'dataIndex']
const keying = [...props, 'code', 'id']
const titling = ['title', 'label', 'name', 'text', 'header', 'caption']

/** Rows whose keys are mere numbers (c0, col1) and whose titles stand in a list beside: `{fields: [{key, title}], rows}`. */
function titledRows(lists: readonly unknown[][]): Row[] | undefined {
  const textIn = (each: unknown, names: readonly string[]) =>
    names.map((name) => (each as Row | null)?.[name]).find(isText)
  for (const list of lists) {
    if (list.length > mostColumns) continue
    const titles = new Map(list.map((each) => [textIn(each, keying), textIn(each, titling)]))
    const keys = [...titles.keys()]
    if (keys.length < 2 || !keys.every((key) => key !== undefined && numbered.test(key))) continue
    const isRow = (each: unknown): each is Row =>
      typeof each === 'object' &&
      each !== null &&
      keys.some((key) => Object.hasOwn(each, key ?? ''))
    const body = lists.find((other) => other !== list && other.length > 0 && other.every(isRow))
    // A column of boxes or of buttons may have none.
    if (!body || [...titles.values()].filter(isText).length < 2) continue
    return (body as Row[]).map((line) => {
      const row = Object.create(null) as Row
      for (const [key = '', title] of titles) if (title !== undefined) row[title] = line[key]
      return row
    })
  }
  return undefined
}

/** Rows of an object that lists the values of each column under its name: `{id: […], amount: […]}`. */
function columnsOfValues(object: Row): Row[] | undefined {
  const entries = Object.entries(object)
  const [, first] = entries[0] ?? []
  if (entries.length < 3 || !Array.isArray(first) || first.length === 0) return undefined
  const even = entries.every(
    ([, list]) =>
      Array.isArray(list) &&
      list.length === first.length &&
      list.every((value) => value === null || typeof value !== 'object'),
  )
  if (!even) return undefined
  return first.map((_, at) => {
    const row = Object.create(null) as Row
    for (const [name, list] of entries) row[name] = (list as unknown[])[at]
    return row
  })
}

/** Names in a list of texts, or of objects that describe columns. */
function namesOf(list: readonly unknown[]): readonly string[] | undefined {
  if (list.length < 2) return undefined
  if (list.every(isText)) return list
  const named = (by: readonly string[]) => {
    const names = list.map((each) => by.map((key) => (each as Row | null)?.[key]).find(isText))
    return names.every(isText) ? names : undefined
  }
  // Titles in Chinese are for people; others may be keys of a dictionary.
  const titles = named(titling)
  return titles?.every((title) => cjk.test(title)) ? titles : named([...props, ...titling])
}
