import { t } from '@/utils/i18n/texts'
import type { UnknownTable } from '@/utils/imports/types'
import { kindOf, type KindName } from '@/utils/kinds'
import type { Language } from '@/utils/kinds/define'

/** What a field is called; a part of an item by its own name. */
export function fieldLabel(kind: KindName, name: string, language: Language): string {
  const { fields } = kindOf(kind)
  const [outer = '', inner] = name.split('.')
  const field = fields[outer]
  if (inner === undefined) return field?.[language][0] ?? name
  const items = (field as { of?: typeof fields } | undefined)?.of
  return items?.[inner]?.[language][0] ?? inner
}

/** The columns that a table lacks to be what it is nearest to; none where it is something else it lacks. */
function lackingNames(kind: KindName, lacks: string, language: Language): string {
  const { key, signature, unaddressed = [], fields } = kindOf(kind)
  const [, word = ''] = /^no-(.+)$/.exec(lacks) ?? []
  const groups: Readonly<Record<string, readonly string[]>> = {
    key,
    signature,
    address: unaddressed,
    dimension: ['customerName', 'serviceName'],
  }
  const names = groups[word] ?? (Object.hasOwn(fields, word) ? [word] : [])
  return names.map((each) => fieldLabel(kind, each, language)).join(' / ')
}

/** Why a table is not imported: what it is nearest to, and what of that it lacks. */
export function unknownText({ sheet, columns, near }: UnknownTable, language: Language): string {
  const named = columns.filter(Boolean).slice(0, 12).join(', ')
  const where = sheet === undefined ? '' : t('imports.sheet', { sheet })
  if (near?.kind === 'exportTask' && near.lacks === undefined)
    return [where, t('imports.exportList')].filter(Boolean).join(' ')
  const lacks = near?.lacks === undefined ? '' : lackingNames(near.kind, near.lacks, language)
  const why =
    !near || lacks === ''
      ? t('imports.unknown', { names: named })
      : t('imports.near', {
          kind: kindOf(near.kind).label[language],
          lacks,
          matched: near.mapping
            .slice(0, 12)
            .map(
              ({ column, field }) =>
                `${columns[column] ?? ''} → ${fieldLabel(near.kind, field, language)}`,
            )
            .join(', '),
        })
  return [where, why].filter(Boolean).join(' ')
}
