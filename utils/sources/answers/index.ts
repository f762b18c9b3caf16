import type { Table, TableContext } from '@/utils/records'
import { customerKey, listsOf, monthKey, type FoundList } from './lists'
import { isObject } from './object'
import { parseAnswer, type AnswerProblem } from './parse'

export { accountOf } from './account'
export type { AnswerProblem } from './parse'

/**
 * The tables in the body of an answer, the longest list first.
 * @param context where the page and the request were; path, total and page are added
 * @returns no table and a problem where the body is not a whole JSON text of reasonable size and depth
 */
export function tablesOfAnswer(
  body: Uint8Array | string,
  context: TableContext,
): { tables: Table[]; problem?: AnswerProblem } {
  const parsed = parseAnswer(body)
  if ('problem' in parsed) return { tables: [], problem: parsed.problem }
  return { tables: tablesOfValue(parsed.value, context) }
}

/** The tables in plain data, as `tablesOfAnswer`. */
export function tablesOfValue(value: unknown, context: TableContext): Table[] {
  return listsOf(value).map((list) => tableOf(list, context))
}

const counting = /^(?:total|tot|count|cnt|num|number|sum|size|all)$/
const counted =
  /^(?:in|of|the|record|row|item|result|element|entry|entries|list|data|found|hit|rec|cust|customer)s?$/
/** Whether a name says how many there are: totalItems, rows_in_all, or billCount beside a list called bills. */
function countsAll(key: string, list: string): boolean {
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word.length > 1 && word !== 'odata')
  const said = words.filter((word) => counting.test(word))
  if (!words.every((word) => counting.test(word) || counted.test(word) || isOf(list, word)))
    return false
  return (
    said.some((word) => /^(?:total|tot|count|cnt|all)$/.test(word)) ||
    /^(?:numfound|hits)$/.test(words.join(''))
  )
}
/** Whether a word is what a list is called: the bill of billVOs. */
const isOf = (list: string, word: string) =>
  word.length > 2 && list.toLowerCase().startsWith(word.replace(/s$/, ''))
const recordsKey = /^records$/i
const pageKey =
  /^(?:page|pageno|page_no|pagenum|page_num|currentpage|curpage|pageindex|current|pagenumber)$/i
const sizeKey = /^(?:pagesize|page_size|size|limit|perpage|pagelimit)$/i

function tableOf({ path, rows, beside }: FoundList, context: TableContext): Table {
  const columns = columnsOf(rows)
  const readers = columns.map(readerOf)
  const said = Object.entries(saidBeside(beside, columns))
  const values = said.map(([, value]) => value)
  const cellsOf = (row: Record<string, unknown>) => {
    const cells = inOrder(row, columns) ?? readers.map((read) => read(row))
    return values.length > 0 ? [...cells, ...values] : cells
  }
  let built: unknown[][] | undefined
  // Where both are given, `total` counts pages.
  const list = path.slice(path.lastIndexOf('.') + 1)
  const total =
    numberAt(beside, (key) => recordsKey.test(key)) ??
    numberAt(beside, (key) => countsAll(key, list))
  const caption = captionOf(beside)
  const number = numberAt(beside, (key) => pageKey.test(key))
  const size = numberAt(beside, (key) => sizeKey.test(key))
  return {
    columns: [...columns, ...said.map(([key]) => key)],
    get rows() {
      return (built ??= rows.map(cellsOf))
    },
    // Records are made of the rows as they stand; their cells need not outlive that.
    each: { count: rows.length, row: (at) => cellsOf(rows[at] ?? {}) },
    context: {
      ...context,
      path,
      ...(caption === '' ? {} : { caption }),
      ...(total !== undefined && total >= rows.length ? { total } : {}),
      ...(number !== undefined && number > 0
        ? { page: { number, ...(size === undefined ? {} : { size }) } }
        : {}),
    },
  }
}

const titleKey =
  /^(?:title|caption|heading|(?:report|table|sheet|view|page|board|tab|list|history)_?(?:name|title|label))$/i
/** What a list is called by what stands beside it, as a table on a page is by its caption. */
const captionOf = (beside: Record<string, unknown>): string => {
  const [, title] = Object.entries(beside).findLast(([key]) => titleKey.test(key)) ?? []
  return String(title ?? '').slice(0, 60)
}

const aMonth = /^20\d\d(?:-?(?:0[1-9]|1[0-2])|年(?:0?[1-9]|1[0-2])月)$/
/** What stands beside a list and is true of each of its rows, which do not say it: currency, month, customer. */
function saidBeside(
  beside: Record<string, unknown>,
  columns: readonly string[],
): Record<string, unknown> {
  const said: Record<string, unknown> = {}
  if (typeof beside.currency === 'string' && !columns.includes('currency'))
    said.currency = beside.currency
  const all = Object.entries(beside)
  const month = columns.some((column) => monthKey.test(column))
    ? undefined
    : all.find(([key, value]) => monthKey.test(key) && aMonth.test(String(value)))
  if (month) said[month[0]] = String(month[1])
  if (columns.some((column) => /cust|client|acc(?:oun)?t|buyer|user/i.test(column))) return said
  const [whose, customer] = all.findLast(([key]) => customerKey.test(key)) ?? []
  if (isObject(customer))
    for (const [key, value] of Object.entries(customer))
      if (!isObject(value)) said[`${whose}.${key}`] = value
  return said
}

/** The values of a row whose keys are the columns in their order, as nearly all are; undefined for any other. */
function inOrder(row: Record<string, unknown>, columns: readonly string[]): unknown[] | undefined {
  const cells: unknown[] = []
  for (const key in row) {
    if (key !== columns[cells.length]) return undefined
    cells.push(row[key])
  }
  return cells.length === columns.length ? cells : undefined
}

/** Keys of the rows in the order they come; keys of an object inside a row follow its own. */
function columnsOf(rows: readonly Record<string, unknown>[]): string[] {
  const columns = new Set<string>()
  const look = Math.min(rows.length, 200)
  for (let i = 0; i < look; i++) {
    // Spread over all rows, so that a key only later rows have is seen too.
    const row = rows[Math.floor((i * rows.length) / look)]
    for (const [key, value] of Object.entries(row ?? {})) {
      if (columns.size >= mostColumns) return [...columns]
      columns.add(key)
      addInner(columns, key, value)
    }
  }
  return [...columns].filter((column) => !isWholeObject(column, columns))
}

const mostColumns = 200
/** So many keys of an object in a row; of one in that, which is an amount or a choice, and of none further in. */
const mostInside = [20, 6]
function addInner(columns: Set<string>, outer: string, value: unknown, depth = 0): void {
  if (!isObject(value)) return
  for (const [key, inner] of Object.entries(value).slice(0, mostInside[depth] ?? 0)) {
    if (columns.size >= mostColumns) return
    columns.add(`${outer}.${key}`)
    addInner(columns, `${outer}.${key}`, inner, depth + 1)
  }
}

/** A key whose object is shown by its own keys need not be shown as a whole. */
function isWholeObject(column: string, columns: ReadonlySet<string>): boolean {
  for (const each of columns) if (each.startsWith(`${column}.`)) return true
  return false
}

function readerOf(column: string): (row: Record<string, unknown>) => unknown {
  const dot = column.indexOf('.')
  if (dot < 0) return (row) => own(row, column)
  const outer = column.slice(0, dot)
  const inside = readerOf(column.slice(dot + 1))
  return (row) => {
    if (Object.hasOwn(row, column)) return row[column]
    const object = own(row, outer)
    return isObject(object) ? inside(object) : undefined
  }
}
/** Only what the row itself has: `__proto__` and `constructor` are names like any other. */
const own = (row: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(row, key) ? row[key] : undefined

function numberAt(
  beside: Record<string, unknown>,
  isMeant: (key: string) => boolean,
): number | undefined {
  for (const [key, value] of Object.entries(beside).reverse()) {
    if (!isMeant(key)) continue
    const number = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value
    if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number
  }
  return undefined
}
