/** What there is to see, in full, so that a test can compare it with what was kept. */
import { accountOf } from './accounts.ts'
import type { Wire } from './answers/row.ts'
import { month, monthsBack } from './beijing.ts'
import { each } from './data/book.ts'
import { years } from './data/incentives.ts'
import { pageOf, sheets } from './pages/index.ts'
import type { Query } from './pages/asking.ts'
import type { Sheet } from './pages/page.ts'
import { identityOf, rowsFor, type Viewer, viewerOf } from './rows.ts'
import { readingOf } from './reading.ts'
import type { World } from './world.ts'
import { keyIn } from './wording/wording.ts'

export interface TruthEntry {
  sheet: string
  side: 'partner' | 'customer'
  /** Menu words in Chinese, the tab last. */
  menu: string[]
  hash: string
  /** The key and the header of every column, as the wording in force has them. */
  columns: { key: string; header: string; masked: boolean }[]
  identity: string
  pageSize: number
  /** How many rows the page says it has when it is opened; 0 for pages of one customer. */
  shown: number
  total: number
  rows: { id: string; row: Wire }[]
}

export interface TruthOptions {
  account?: string
  /** At most this many rows a sheet; all of them by default. */
  limit?: number
  sheet?: string
}

/** Months there is spending for (section 3.2: up to 18 months back). */
const MONTHS = 18

export function truthOf(world: World, options: TruthOptions = {}): TruthEntry[] {
  const account = options.account === undefined ? world.account : accountOf(options.account)
  const viewer = viewerOf(account)
  return sheets
    .filter((sheet) => options.sheet === undefined || sheet.id === options.sheet)
    .map((sheet) => entryOf(world, viewer, sheet, options.limit ?? Number.POSITIVE_INFINITY))
}

function entryOf(world: World, viewer: Viewer, sheet: Sheet, limit: number): TruthEntry {
  const page = pageOf(sheet.id)
  const { say } = readingOf(world, { ...viewer, locale: 'zh-cn' })
  const rows: TruthEntry['rows'] = []
  let total = 0
  const first = scopesOf(world, sheet)[0]
  const shown =
    sheet.scope === 'customerId' || first === undefined ? 0 : sizeOf(world, viewer, sheet, first)
  for (const where of scopesOf(world, sheet)) {
    const query: Query = { page: 1, size: 10, where }
    const found = rowsFor(world, viewer, sheet, query)
    total += found.size
    for (const row of each(found, 0, Math.min(found.size, limit - rows.length))) {
      rows.push({ id: identityOf(sheet, row, query), row: reworded(world, row) })
    }
  }
  const tab = page.sheets.length > 1 ? [say(sheet.words)] : []
  return {
    sheet: sheet.id,
    side: page.side,
    menu: [...page.menu.map(say), ...tab],
    hash: hashOf(world, sheet),
    columns: sheet.columns.map(({ key, words, masked }) => ({
      key: keyIn(world.wording, key),
      header: say(words),
      masked: masked !== undefined,
    })),
    identity: keyIn(world.wording, sheet.identity),
    pageSize: sheet.pageSizes[0] ?? 10,
    shown,
    total,
    rows,
  }
}

const sizeOf = (world: World, viewer: Viewer, sheet: Sheet, where: Query['where']): number =>
  rowsFor(world, viewer, sheet, { page: 1, size: 10, where }).size

const reworded = (world: World, row: Wire): Wire =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [keyIn(world.wording, key), value]))

/** The address of a sheet; on pages whose tabs are not in it, the address of the page. */
export function hashOf(world: World, sheet: Sheet): string {
  const page = pageOf(sheet.id)
  const tab = page.tabsInHash && page.sheets[0] !== sheet ? `?tab=${sheet.id}` : ''
  return `#${world.wording.route(page.route)}${tab}`
}

/** Every choice of month, year or customer that has rows, the one a page opens with first. */
function scopesOf(world: World, sheet: Sheet): Query['where'][] {
  const book = world.bookOf(world.account)
  if (sheet.scope === 'month') {
    return monthsBack(world.clock.now(), MONTHS).map((period) => ({ period }))
  }
  if (sheet.scope === 'year') {
    return years(book).map((year) => ({ year, period: month(world.clock.now()) }))
  }
  return [{}]
}
