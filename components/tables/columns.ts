import type { Field, Language } from '@/utils/kinds/define'
import { kindOf, kinds, type KindName } from '@/utils/kinds'
import type { StoredRecord } from '@/utils/records'
import { formatValue } from '@/utils/i18n/format'
import { zoneName } from '@/utils/i18n/times'
import { t } from '@/utils/i18n/texts'
import { slugs } from '@/utils/exports/slugs'

export interface Column {
  name: string
  label: string
  field: Field
  /** Figures stand at the right. */
  figure: boolean
  widthPx: number
}

const figures = new Set<Field['type']>(['amount', 'decimal', 'rate', 'count'])
const widths: Readonly<Partial<Record<Field['type'], number>>> = {
  id: 190,
  text: 180,
  amount: 130,
  decimal: 110,
  rate: 90,
  count: 90,
  time: 150,
  'day-end': 150,
  month: 90,
  flag: 80,
  choice: 130,
  currency: 80,
  list: 160,
  items: 80,
}
/** Fields that are shorter than others of their type. */
const widthOf: Readonly<Record<string, number>> = { year: 80, manager: 120, operator: 110 }
/** Room for a header in one line, with its arrow. */
const headPx = (label: string) =>
  [...label].reduce((sum, each) => sum + ((each.codePointAt(0) ?? 0) > 0x2e7f ? 14 : 8), 38)
/** What a person looks for first stands left, bare ids at the end. */
const first = [
  'name',
  'planName',
  'operation',
  'month',
  'cycle',
  'customerName',
  'serviceName',
  'type',
  'status',
  'amount',
  'balance',
  'expiresAt',
  'manager',
]
/** @param expires the field that says when a record of the kind is over */
const rank = (name: string, { type, personal }: Field, expires: string | undefined) => {
  const at = first.indexOf(name === expires ? 'expiresAt' : name)
  if (at >= 0) return at
  if (personal === 'phone' || personal === 'email') return 60
  return type === 'id' ? 90 : 50
}

/** For our own bookkeeping, or nothing to read: not shown. */
const unshown = new Set(['grain', 'downloadUrl', 'downloadId'])

/** Columns of a kind, those that at least one row has a value in. */
export const columnsOf = (
  kind: KindName,
  rows: readonly StoredRecord[],
  language: Language,
): Column[] => columnsUsed(kind, (name) => rows.some((row) => row[name] !== undefined), language)

/** Columns of a kind whose fields are in use. */
export function columnsUsed(
  kind: KindName,
  isUsed: (field: string) => boolean,
  language: Language,
): Column[] {
  const { fields, expires } = kindOf(kind)
  const all = Object.entries(fields)
  const used = all.filter(
    // Money is shown with its currency.
    ([name, { type }]) => type !== 'currency' && !unshown.has(name) && isUsed(name),
  )
  return used
    .map(([name, field], at) => ({ name, field, at }))
    .sort((a, b) => rank(a.name, a.field, expires) - rank(b.name, b.field, expires) || a.at - b.at)
    .map(({ name, field }) => {
      const timed = field.type === 'time' || field.type === 'day-end'
      const label = field[language][0] ?? name
      const labelled = timed ? `${label} (${zoneName})` : label
      return {
        name,
        field,
        label: labelled,
        figure: figures.has(field.type),
        widthPx: Math.max(widthOf[name] ?? widths[field.type] ?? 140, headPx(labelled)),
      }
    })
}

/** What a cell says. Pages with an export are named as the console's menu names them. */
export function cellText({ name, field }: Column, row: StoredRecord, language: Language): string {
  if (field === kinds.exportTask.fields.page) {
    const slug = slugs.find((each) => each === row[name])
    return slug === undefined ? '' : t(`slug.${slug}`)
  }
  return formatValue(field, row[name], row, language)
}
