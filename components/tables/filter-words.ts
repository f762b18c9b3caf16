import type { Language } from '@/utils/kinds/define'
import type { StoredRecord, Value } from '@/utils/records'
import { formatValue } from '@/utils/i18n/format'
import type { Filter } from '@/utils/table/filter'
import type { Column } from './columns'
import { dayOfMoment } from './days'

/** What the filters of one field say, for a chip and for an exported file; '' for none. */
export function filterWords(
  column: Column,
  filters: readonly Filter[],
  language: Language,
): string {
  const { field } = column
  const timed = field.type === 'time' || field.type === 'day-end'
  const shown = (value: string) => {
    const plain: Value = field.type === 'flag' ? value === 'true' : value
    return formatValue(field, plain, {} as StoredRecord, language)
  }
  const own = filters.flatMap((filter) =>
    'any' in filter
      ? filter.any.filter((each) => 'field' in each && each.field === column.name)
      : filter,
  )
  return own
    .map((filter) => {
      if ('any' in filter) return ''
      if ('has' in filter) return `“${filter.has}”`
      if ('is' in filter) return filter.is.map(shown).join(', ')
      if ('missing' in filter) return filter.missing ? '—' : '*'
      if (!timed || typeof filter.than !== 'number') return `${filter.op} ${filter.than}`
      // The end of a window is the moment after its last day.
      return filter.op === '<'
        ? `≤ ${dayOfMoment(filter.than - 1)}`
        : `${filter.op} ${dayOfMoment(filter.than)}`
    })
    .join(' ')
}
