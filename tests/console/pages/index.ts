/** Every page of the console, in the order of its menu. */
import { coupons } from './coupons.ts'
import { customers } from './customers.ts'
import { exportRecords } from './export-records.ts'
import { finance } from './finance.ts'
import { incentiveBoard } from './incentive-board.ts'
import { incentives } from './incentives.ts'
import { leads } from './leads.ts'
import { renewals, salesTasks } from './marketing.ts'
import { orders } from './orders.ts'
import { home, others } from './others.ts'
import type { Page, Sheet } from './page.ts'
import { performance } from './performance.ts'
import { resources } from './resources.ts'
import { spendingBoard } from './spending-board.ts'
import { spending } from './spending.ts'
import { cashCoupons, overview, ownCoupons, resourcePackages } from './usercenter.ts'

const main: Page[] = [
  home,
  spendingBoard,
  incentiveBoard,
  customers,
  resources,
  orders,
  spending,
  coupons,
  salesTasks,
  renewals,
  leads,
  incentives,
  ...finance,
  ...performance,
  ...others,
  overview,
  ownCoupons,
  cashCoupons,
  resourcePackages,
]

export const pages: Page[] = [
  ...main,
  ...main.flatMap((page) =>
    page.sheets
      .filter((sheet) => sheet.exports !== undefined)
      .map((sheet) => exportRecords(page, sheet)),
  ),
]

export const sheets: Sheet[] = pages.flatMap((page) => page.sheets)

export const sheetOf = (id: string): Sheet => {
  const found = sheets.find((sheet) => sheet.id === id)
  if (found === undefined) throw new RangeError(`no sheet ${id}`)
  return found
}

export const pageOf = (sheetId: string): Page => {
  const found = pages.find((page) => page.sheets.some((sheet) => sheet.id === sheetId))
  if (found === undefined) throw new RangeError(`no page with ${sheetId}`)
  return found
}

export const exportedSheet = (type: string): Sheet | undefined =>
  sheets.find((sheet) => sheet.exports?.type === type)
