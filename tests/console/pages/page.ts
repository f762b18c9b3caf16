/** How a page of the console is described: what both its server and its screen need to know. */
import type { Mask } from '../masking.ts'

export interface Words {
  zh: string
  en: string
}

export const words = (zh: string, en: string): Words => ({ zh, en })

/** How a value of the answer is written on the screen. */
export type Show = 'text' | 'money' | 'amount' | 'time' | 'percent'

export interface Column {
  key: string
  words: Words
  show?: Show
  codes?: Record<string, Words>
  masked?: Mask
  /** A second value in the same cell, below the first, such as the account below the name. */
  also?: { key: string; masked?: Mask }
  /** Masked without an eye: nobody gets to see it. */
  forEver?: boolean
  width?: number
}

export interface Filter {
  key: string
  words: Words
  kind: 'text' | 'select' | 'month' | 'year'
  codes?: Record<string, Words>
}

/** How rows are wrapped in an answer; the console grew over years, and so did its habits. */
export type Wrapper = 'retCode' | 'result' | 'flat' | 'customer'

export interface Sheet {
  id: string
  words: Words
  answer: { method: 'GET' | 'POST'; path: string; wrapper: Wrapper; list: string }
  columns: Column[]
  /** The key whose value differs for every row. */
  identity: string
  filters: Filter[]
  /** The first is where the page starts. */
  pageSizes: number[]
  /** What the rows depend on besides the filters: one customer's, one month's, one year's. */
  scope?: 'customerId' | 'month' | 'year' | 'state'
  exports?: { type: string; words: Words; as: 'csv' | 'xlsx' }
  /** How the eyes of this page are named: by a label, by a title alone, or 查看 for 显示. */
  eyes?: 'labelled' | 'titled' | 'view'
  chart?: 'trend' | 'share'
  rowAction?: { words: Words; does: 'resources' | 'related' | 'nothing'; inMenu?: boolean }[]
}

export interface Page {
  id: string
  side: 'partner' | 'customer'
  /** The way through the menu; the last is the title. */
  menu: Words[]
  route: string
  /** Whether choosing a tab changes the address. */
  tabsInHash: boolean
  sheets: Sheet[]
  /** What the page is drawn with, if not with sheets alone. */
  screen?: 'home' | 'incentiveBoard' | 'overview'
  hidden?: boolean
}

export const sales = words('销售', 'Sales')
export const customersMenu = words('客户', 'Customers')

export const associationTypes = {
  '1': words('顾问销售', 'Referral'),
  '2': words('代售', 'Reseller'),
}

export const billingModes = {
  '1': words('包年/包月', 'Yearly/Monthly'),
  '3': words('按需', 'Pay-per-use'),
}

/** A page of 销售 with one list, without filters unless it says so. */
export const simplePage = (
  menu: Words[],
  route: string,
  sheet: Omit<Sheet, 'words' | 'filters' | 'pageSizes'>,
): Page => ({
  id: sheet.id,
  side: 'partner',
  menu: [sales, ...menu],
  route,
  tabsInHash: false,
  sheets: [{ filters: [], pageSizes: [10, 20, 50], words: menu.at(-1) ?? words('', ''), ...sheet }],
})
