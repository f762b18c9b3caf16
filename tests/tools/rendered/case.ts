import type { Expected } from '../corpus.ts'

/** How the cells of a column are drawn. */
export type Look =
  'tag' | 'link' | 'icon' | 'copy' | 'cut' | 'tooltip' | 'lines' | 'buttons' | 'dot' | 'popover'

export interface Column {
  title: string
  look?: Look
  fixed?: 'left' | 'right'
  /** An eye beside the header. */
  eye?: boolean
  sortable?: boolean
  filters?: string[]
  /** Columns below it: the header has two levels. */
  columns?: Column[]
}

/** A page with one table, drawn by a component library out of given texts; what it holds is written beside it. */
export interface Case {
  name: string
  library: 'tiny' | 'element' | 'element-v2' | 'ant'
  url: string
  title: string
  tabs?: string[]
  /** Which tab is in front; the first without it. */
  tab?: number
  crumbs?: string[]
  /** A heading over the table. */
  heading?: string
  columns: Column[]
  /** Texts as the console would show them; a line break is a second line in the cell. */
  rows: string[][]
  selection?: boolean
  radio?: boolean
  index?: boolean
  /** Rows open to what stands in here. */
  expand?: { title: string; rows: string[][]; columns: string[] }
  /** A row of sums below. */
  summary?: string[]
  pager?: { total: number; page: number; size: number }
  /** Only rows in sight are drawn. */
  virtual?: boolean
  /** Rows below a row, by its place. */
  children?: Record<number, string[][]>
  lang: 'zh' | 'en'
  /** What the page holds, from the data given to the library. */
  expected: Expected[]
}

export const column = (title: string, more: Partial<Column> = {}): Column => ({ title, ...more })
/** Columns without anything to them. */
export const plain = (...titles: string[]): Column[] => titles.map((title) => ({ title }))
/** The columns that hold values, left to right. */
export const leaves = (columns: readonly Column[]): Column[] =>
  columns.flatMap((each) => (each.columns ? leaves(each.columns) : [each]))
/** Epoch milliseconds of a moment in Beijing. */
export const beijing = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`)

/** The columns with the place of their values; whatever draws them may do so again and again. */
export interface Placed extends Column {
  at: number
  below?: Placed[]
}
export function placed(columns: readonly Column[]): Placed[] {
  let next = 0
  const place = (each: Column): Placed =>
    each.columns ? { ...each, at: -1, below: each.columns.map(place) } : { ...each, at: next++ }
  return columns.map(place)
}
