/** The rows of the list, and which of their values are open: whole columns, or single cells. */
import { ref } from 'vue'
import type { Query } from '../pages/asking.ts'
import { sheetOf } from '../pages/index.ts'
import type { Column } from '../pages/page.ts'
import { ask } from '../partner/service.ts'
import { askFull, askRows, valueIn, wording } from '../screen.ts'
import { keyIn } from '../wording/wording.ts'

export type Row = Record<string, unknown>

const sheet = sheetOf('customers')
const wanted = ['customerName', 'customerId', 'mobile', 'email', 'managerName', 'bindTime']
export const columns: Column[] = wanted.flatMap((key) =>
  sheet.columns.filter((column) => column.key === key),
)
const fieldOf = (column: Column) => keyIn(wording, column.key)

export function useEyes() {
  const query = ref<Query>({ page: 1, size: 10, where: {} })
  const rows = ref<Row[]>([])
  const loading = ref(true)
  const open = ref(new Set<string>())
  const problem = ref('')
  let masked: Row[] = []

  async function load(page = query.value.page): Promise<void> {
    loading.value = true
    query.value = { ...query.value, page }
    open.value = new Set()
    masked = (await askRows(ask, sheet, query.value)).rows
    rows.value = masked
    loading.value = false
  }

  const idOf = (row: Row) => String(valueIn(row, sheet.identity))
  const mark = (column: Column, row?: Row) => `${column.key}${row ? `|${idOf(row)}` : ''}`
  const isOpen = (column: Column, row?: Row) => open.value.has(mark(column, row))

  /** @param row one of them, or all of the column */
  async function toggle(column: Column, row?: Row): Promise<void> {
    const opened = isOpen(column, row)
    let full: Row[] = masked
    if (!opened) {
      try {
        full = await askFull(ask, sheet, query.value, column.key)
      } catch (error) {
        problem.value = String(error)
        return
      }
    }
    const by = new Map(full.map((each) => [idOf(each), each]))
    const fields = [fieldOf(column), ...(column.also ? [keyIn(wording, column.also.key)] : [])]
    rows.value = rows.value.map((each) => {
      if (row && idOf(each) !== idOf(row)) return each
      const from = by.get(idOf(each)) ?? {}
      return { ...each, ...Object.fromEntries(fields.map((field) => [field, from[field]])) }
    })
    const next = new Set(open.value)
    if (opened) next.delete(mark(column, row))
    else next.add(mark(column, row))
    open.value = next
  }
  async function toggleAll(): Promise<void> {
    const due = columns.filter((column) => column.masked)
    const shown = due.every((column) => isOpen(column))
    for (const column of due) if (isOpen(column) === shown) await toggle(column)
  }
  return { rows, query, loading, problem, load, isOpen, toggle, toggleAll }
}

export const textsOf = (column: Column, row: Row): string[] => [
  String(valueIn(row, column.key) ?? ''),
  ...(column.also ? [String(valueIn(row, column.also.key) ?? '')] : []),
]
