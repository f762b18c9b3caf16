import type { KindRecord, Recognition, Table } from '@/utils/records'
import { plainName } from '@/utils/recognise/names'
import { monthIn, yearIn } from '@/utils/recognise/period'
import { eachRow, isNothing } from '@/utils/recognise/values'

const askers = new Set(
  ['申请人', '操作人', '操作员', '导出人', '创建人', '提交人', '申请账号', 'Requested By']
    .concat(['Requester', 'Applicant', 'Operator', 'Creator', 'Created By', 'Exported By'])
    .concat(['apply_user', 'operator_name', 'applicant_name', 'creator_name'])
    .map(plainName),
)
const conditions = new Set(
  ['筛选条件', '导出条件', '查询条件', '过滤条件', 'Filters', 'Filter Conditions']
    .concat(['Conditions', 'Export Conditions', 'Query Conditions', 'query_condition'])
    .map(plainName),
)

/**
 * What a list of exports says besides the fields of its kind: who asked, and for which period. Of the conditions only
 * months and days are taken, all else in them may name somebody.
 * @returns the recognised rows, with `requestedBy` in full as the source gave it (ingest writes it masked)
 */
export function withBeyond(table: Table, { rows, rejected, unmapped }: Recognition): KindRecord[] {
  const columnOf = (names: ReadonlySet<string>) =>
    table.columns.findIndex((name) => names.has(plainName(name)) && unmapped.includes(name))
  const [asker, condition] = [columnOf(askers), columnOf(conditions)]
  const { count, row } = eachRow(table)
  // Rows that became one, or more than one, cannot be told apart by their place.
  if ((asker < 0 && condition < 0) || rows.length + rejected.length !== count) return rows
  const out = new Set(rejected.map(({ row: index }) => index))
  let at = -1
  return rows.map((record) => {
    do at += 1
    while (out.has(at))
    const cells = row(at)
    const [who, period] = [textOf(cells[asker]), periodOf(textOf(cells[condition]))]
    return {
      ...record,
      ...(who === '' || who.length > 60 ? {} : { requestedBy: who }),
      ...(period === undefined ? {} : { period }),
    }
  })
}

/** The period that the page's own filters name when an export is asked for. */
export const periodAsked = (context: Table['context']): string | undefined =>
  monthIn(context) ?? yearIn(context)

const days = /(?<!\d)20\d{2}\s*[-/年.]\s*\d{1,2}(?:\s*[-/月.]\s*\d{1,2})?(?!\d)/g
function periodOf(text: string): string | undefined {
  const found = [...new Set((text.slice(0, 1000).match(days) ?? []).map(plainDay))]
  const [first, last] = [found[0], found.at(-1)]
  return found.length > 1 ? `${first} ~ ${last}` : first
}
const plainDay = (text: string): string =>
  text
    .split(/\D+/)
    .filter((part) => part !== '')
    .map((part) => part.padStart(2, '0'))
    .join('-')

const textOf = (cell: unknown): string =>
  isNothing(cell)
    ? ''
    : typeof cell === 'string' || typeof cell === 'number'
      ? String(cell).trim()
      : ''
