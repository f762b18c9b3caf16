import { ShapeError } from '@/utils/errors'
import type { Operation } from './operation'

export type Row = Readonly<Record<string, unknown>>

/** What a call gave: the whole body, its rows and how many the server says there are. */
export interface Answer {
  body: Row
  rows: readonly unknown[]
  total?: number
}

/**
 * @param body parsed, without an error in it
 * @throws ShapeError where the rows are no list, naming the operation only
 */
export function answerOf(name: string, operation: Operation, body: unknown): Answer {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ShapeError(`${name}: the answer is no object`, { place: 'api' })
  }
  const fields = body as Row
  // An empty list may be left out.
  const rows = fields[operation.list] ?? []
  if (!Array.isArray(rows)) throw new ShapeError(`${name}: no list of rows`, { place: 'api' })
  const total = operation.total === undefined ? undefined : countOf(fields[operation.total])
  return { body: fields, rows, ...(total === undefined ? {} : { total }) }
}

/** A count, as a number or as text. */
function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : undefined
}
