/** From a question to rows: filters, pages, masks, eyes. Nothing here knows of HTTP. */
import { answers } from './answers/index.ts'
import type { Asked, Wire } from './answers/row.ts'
import type { Account } from './accounts.ts'
import { month } from './beijing.ts'
import { each, listed, matching, type Rows } from './data/book.ts'
import { recordOf } from './exports.ts'
import { mask, type Mask } from './masking.ts'
import type { Query } from './pages/asking.ts'
import type { Sheet } from './pages/page.ts'
import type { World } from './world.ts'

/** Who looks, and in which language. */
export interface Viewer {
  account: Account
  locale: Asked['locale']
  currency: Asked['currency']
}

/** Somebody at home: on the site of the account, in its language. */
export const viewerOf = (account: Account): Viewer =>
  account.site === 'intl'
    ? { account, locale: 'en-us', currency: 'USD' }
    : { account, locale: 'zh-cn', currency: 'CNY' }

/** All rows that a question finds, in full. */
export function rowsFor(world: World, viewer: Viewer, sheet: Sheet, query: Query): Rows<Wire> {
  if (sheet.id.startsWith('exports:')) {
    const tasks = world.exports.of(sheet.id.slice('exports:'.length), viewer.account.id)
    return listed(
      tasks.map((task) => recordOf(task, world.exports.stateOf(task), world.clock.now())),
    )
  }
  const answer = answers[sheet.id]
  if (answer === undefined) throw new RangeError(`nothing answers for ${sheet.id}`)
  const rows = answer(world.bookOf(viewer.account), askedOf(world, viewer, query))
  const wanted = sheet.filters.filter(
    ({ key, kind }) => (kind === 'text' || kind === 'select') && (query.where[key] ?? '') !== '',
  )
  if (wanted.length === 0) return rows
  return matching(rows, (row) =>
    wanted.every(({ key, kind }) => {
      const [value, asked] = [String(row[key]), query.where[key] ?? '']
      return kind === 'select' ? value === asked : value.includes(asked)
    }),
  )
}

function askedOf(world: World, viewer: Viewer, { where }: Query): Asked {
  const { customerId, period = month(world.clock.now()), year = period.slice(0, 4) } = where
  return {
    month: period,
    year,
    locale: viewer.locale,
    currency: viewer.currency,
    ...(customerId === undefined ? {} : { customerId }),
  }
}

export function pageOfRows(rows: Rows<Wire>, { page, size }: Query): Wire[] {
  return [...each(rows, (page - 1) * size, page * size)]
}

/** The keys whose values nobody sees unasked, with what an eye on `key` would open. */
export function maskedKeys(
  sheet: Sheet,
): { key: string; as: Mask; eye: string; forEver: boolean }[] {
  return sheet.columns.flatMap(({ key, masked, also, forEver = false }) => [
    ...(masked === undefined ? [] : [{ key, as: masked, eye: key, forEver }]),
    ...(also?.masked === undefined ? [] : [{ key: also.key, as: also.masked, eye: key, forEver }]),
  ])
}

/** @param open the column whose eye was pressed, if any */
export function maskedRow(sheet: Sheet, row: Wire, open?: string): Wire {
  const hidden = maskedKeys(sheet).filter(({ eye, forEver }) => forEver || eye !== open)
  return {
    ...row,
    ...Object.fromEntries(hidden.map(({ key, as }) => [key, mask(String(row[key] ?? ''), as)])),
  }
}

/** What a row is known by, its scope included where the same name comes again in another one. */
export function identityOf(sheet: Sheet, row: Wire, { where }: Query): string {
  const own = String(row[sheet.identity])
  const scope =
    sheet.scope === 'year' ? where['year'] : sheet.scope === 'month' ? where['period'] : ''
  return scope === undefined || scope === '' ? own : `${scope}/${own}`
}
