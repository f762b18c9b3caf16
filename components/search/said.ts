import { cellText, columnsOf } from '@/components/tables/columns'
import { layoutOf } from '@/components/records/layout'
import { kindOf, type KindName } from '@/utils/kinds'
import type { Language } from '@/utils/kinds/define'
import type { StoredRecord } from '@/utils/records'
import { own } from '@/utils/table/own-words'

/** A record in one line: its name, and what tells it from others of that name. */
export function saidOf(
  kind: KindName,
  row: StoredRecord,
  language: Language,
): { name: string; rest: string } {
  const layout = layoutOf(kind)
  const columns = columnsOf(kind, [row], language)
  const text = (field: string) => {
    const column = columns.find(({ name }) => name === field)
    return column ? cellText(column, row, language) : ''
  }
  const first = (fields: readonly string[]) => fields.map(text).find((each) => each !== '') ?? ''
  const called = typeof row[own.name] === 'string' ? `${row[own.name]} · ` : ''
  const name = called + (first(layout.title) || row.$.key)
  const { expires, key } = kindOf(kind)
  const rest = [
    first(layout.figure),
    text('status'),
    typeof row[own.customer] === 'string' ? row[own.customer] : '',
    ...layout.details.slice(0, 2).map(text),
    text('customerName'),
    ...key.map(text),
    expires ? text(expires) : '',
  ]
  return {
    name,
    rest: [...new Set(rest)].filter((each) => each !== '' && each !== name).join(' · '),
  }
}
