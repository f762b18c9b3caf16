import { kindOf, type KindName } from '@/utils/kinds'
import type { Language } from '@/utils/kinds/define'
import type { StoredRecord } from '@/utils/records'
import { formatValue } from '@/utils/i18n/format'

/** Records of which a shown value holds every word of the text, whatever its case. */
export function matching(
  kind: KindName,
  rows: readonly StoredRecord[],
  text: string,
  language: Language,
): readonly StoredRecord[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  const fields = Object.entries(kindOf(kind).fields)
  return rows.filter((row) => {
    const all = fields
      .map(([name, field]) => formatValue(field, row[name], row, language))
      .join('\n')
      .toLowerCase()
    return words.every((word) => all.includes(word))
  })
}
