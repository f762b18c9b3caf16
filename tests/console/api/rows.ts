/** Which rows answer which operation. */
import type { Wire } from '../answers/row.ts'
import { none, type Rows } from '../data/book.ts'
import { billRows } from './bills.ts'
import { moneyRows } from './money.ts'
import type { Operation } from './contract.ts'
import { couponRows } from './coupons.ts'
import type { Asked } from './question.ts'
import { resourceRows } from './resources.ts'
import type { Ask, Rower } from './rower.ts'

const rowers: Record<string, Rower> = { ...couponRows, ...resourceRows, ...billRows, ...moneyRows }

/** All rows that a question finds; operations nothing is generated for find none. */
export function rowsOf({ operationId }: Operation, ask: Ask): Rows<Wire> {
  const rows = (rowers[operationId] ?? (() => none))(ask)
  const { asked } = ask
  if (operationId !== 'ListIssuedPartnerCoupons' || asked['customer_id'] === undefined) return rows
  const found = Array.from({ length: rows.size }, (_, index) => index).filter(
    (index) => rows.at(index)['customer_id'] === asked['customer_id'],
  )
  return { size: found.length, at: (index) => rows.at(found[index] ?? 0) }
}

/** The body of an answer: a page of rows under the contract's names. */
export function pageOf(operation: Operation, rows: Rows<Wire>, asked: Asked): Wire {
  const { paging, response } = operation
  const [only = ''] =
    Object.entries(response.fields ?? {}).find(([, { type }]) => type === 'array') ?? []
  const offset = Number(asked['offset'] ?? 0)
  const limit = paging === undefined ? rows.size : Number(asked['limit'] ?? paging.limit.default)
  const shown = Array.from({ length: Math.max(0, Math.min(limit, rows.size - offset)) }, (_, n) =>
    rows.at(offset + n),
  )
  return {
    [paging?.listField ?? only]: shown,
    ...(paging === undefined ? {} : { [paging.totalField]: rows.size }),
  }
}
