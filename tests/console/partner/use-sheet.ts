/** One list on the screen: its question, its rows, and which of its columns are open. */
import { type Ref, ref, watch } from 'vue'
import type { Query } from '../pages/asking.ts'
import { type Sheet, words } from '../pages/page.ts'
import { askFull, askRows, firstWhere, say, valueIn, wording } from '../screen.ts'
import { keyIn } from '../wording/wording.ts'
import { ask } from './service.ts'
import { toast } from './toast.ts'

export type Row = Record<string, unknown>

export interface SheetState {
  query: Ref<Query>
  rows: Ref<Row[]>
  total: Ref<number>
  status: Ref<'loading' | 'ready' | 'failed'>
  open: Ref<Set<string>>
  load(): Promise<void>
  press(column: string): Promise<void>
}

/** @param scope what the rows depend on besides the filters, such as the customer */
export function useSheet(sheet: Sheet, scope: Record<string, string> = {}): SheetState {
  const query = ref<Query>({
    page: 1,
    size: sheet.pageSizes[0] ?? 10,
    where: { ...firstWhere(sheet), ...scope },
  })
  const rows = ref<Row[]>([])
  const total = ref(0)
  const status = ref<'loading' | 'ready' | 'failed'>('loading')
  const open = ref(new Set<string>())
  let masked: Row[] = []
  let turn = 0

  async function load(): Promise<void> {
    const mine = ++turn
    status.value = 'loading'
    open.value = new Set()
    try {
      const found = await askRows(ask, sheet, query.value)
      if (mine !== turn) return
      masked = found.rows
      rows.value = found.rows
      total.value = found.total
      status.value = 'ready'
    } catch {
      if (mine === turn) status.value = 'failed'
    }
  }

  async function press(column: string): Promise<void> {
    const mine = turn
    if (open.value.has(column)) {
      const hidden = keysOf(column)
      rows.value = rows.value.map((row, index) => ({
        ...row,
        ...pick(masked[index] ?? row, hidden),
      }))
      open.value = new Set([...open.value].filter((one) => one !== column))
      return
    }
    try {
      const full = await askFull(ask, sheet, query.value, column)
      if (mine !== turn) return
      const byId = new Map(full.map((row) => [valueIn(row, sheet.identity), row]))
      rows.value = rows.value.map((row) => ({ ...row, ...byId.get(valueIn(row, sheet.identity)) }))
      open.value = new Set([...open.value, column])
    } catch {
      toast(say(words('查询失败，请稍后重试', 'Query failed. Try again later.')), 'error')
    }
  }

  const keysOf = (column: string): string[] => {
    const also = sheet.columns.find(({ key }) => key === column)?.also
    return [column, ...(also === undefined ? [] : [also.key])].map((key) => keyIn(wording, key))
  }

  watch(query, () => void load(), { immediate: true })
  return { query, rows, total, status, open, load, press }
}

const pick = (row: Row, keys: string[]): Row =>
  Object.fromEntries(keys.map((key) => [key, row[key]]))
