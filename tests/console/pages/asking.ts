/**
 * The question a page asks and the answer it gets, each kind of page in its own habit: names of the paging
 * parameters and of the wrapper differ, as on the real console. Both the server and the screens use this.
 */
import type { Wording } from '../wording/wording.ts'
import { keyIn } from '../wording/wording.ts'
import type { Sheet, Wrapper } from './page.ts'

export interface Query {
  page: number
  size: number
  /** Filters and scope, by their key in the default wording. */
  where: Record<string, string>
}

export type Params = Record<string, string>

export function toParams(sheet: Sheet, { page, size, where }: Query): Params {
  const [first, second] = pagingNames[sheet.answer.wrapper]
  const start = sheet.answer.wrapper === 'flat' ? (page - 1) * size : page
  return { ...where, [first]: String(start), [second]: String(size) }
}

export function fromParams(sheet: Sheet, params: Params): Query {
  const [first, second] = pagingNames[sheet.answer.wrapper]
  const { [first]: start = '', [second]: limit = '', ...where } = params
  const size = Math.min(Math.max(Number(limit) || (sheet.pageSizes[0] ?? 10), 1), 1000)
  const page = sheet.answer.wrapper === 'flat' ? Number(start) / size + 1 : Number(start)
  return { page: Math.max(Math.floor(page) || 1, 1), size, where }
}

const pagingNames: Record<Wrapper, [string, string]> = {
  retCode: ['pageNum', 'pageSize'],
  result: ['curPage', 'curPageSize'],
  flat: ['offset', 'limit'],
  customer: ['pageNo', 'limit'],
}

/** The body around the rows, in the default wording. */
export function wrapped(
  sheet: Sheet,
  rows: unknown[],
  total: number,
  { page, size }: Query,
): object {
  const { wrapper, list } = sheet.answer
  switch (wrapper) {
    case 'retCode':
      return { retCode: '0', retMsg: '', data: { total, [list]: rows } }
    case 'result':
      return {
        code: 0,
        message: 'success',
        result: { pageVO: { curPage: page, pageSize: size, totalRows: total }, [list]: rows },
      }
    case 'flat':
      return { total_count: total, [list]: rows }
    case 'customer':
      return { result: { [list]: rows, totalCount: total }, errorCode: null }
  }
}

export interface Unwrapped {
  rows: Record<string, unknown>[]
  total: number
}

/** What a screen makes of an answer; throws when the answer is not what it expects. */
export function unwrapped(sheet: Sheet, wording: Wording, body: unknown): Unwrapped {
  const { wrapper, list } = sheet.answer
  const inner = { retCode: ['data'], result: ['result'], flat: [], customer: ['result'] }[wrapper]
  const holder = path(body, wording, inner)
  const total = {
    retCode: ['data', 'total'],
    result: ['result', 'pageVO', 'totalRows'],
    flat: ['total_count'],
    customer: ['result', 'totalCount'],
  }[wrapper]
  const rows = path(holder, wording, [list])
  if (!Array.isArray(rows)) throw new TypeError(`no ${list} in the answer`)
  return { rows: rows.filter(isRecord), total: Number(path(body, wording, total)) }
}

function path(from: unknown, wording: Wording, names: string[]): unknown {
  return names.reduce(
    (at: unknown, name) => (isRecord(at) ? at[keyIn(wording, name)] : undefined),
    from,
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
