import type { AnalyticsColumn, AnalyticsSegment } from '@/components/analytics/source'
import { decode, encode, rowAt, type Columns } from '@/utils/cache/columns'

/** Rows that are still there, as the analysis reads them: no row is made unless somebody looks at it. */
export function segmentOf(columns: Columns): AnalyticsSegment {
  const present = withoutGone(columns)
  return { length: present.length, column: (field) => textsOf(present, field), row: rowAt(present) }
}

function withoutGone(columns: Columns): Columns {
  const { account, goneAt } = columns
  if (!goneAt?.some((at) => !Number.isNaN(at))) return columns
  return encode(
    decode(columns).filter(({ $ }) => $.goneAt === undefined),
    account,
  )
}

function textsOf({ fields, customerRefs, length }: Columns, name: string) {
  const field = fields.find((each) => each.name === name)
  if (field?.type === 'text') return field
  // A field of several types: the texts among them.
  if (field?.type === 'json')
    return {
      dictionary: field.dictionary.map(textIn),
      codes: field.codes,
    } satisfies AnalyticsColumn
  if (name !== 'customerRef' || !customerRefs) return undefined
  const codes = Uint32Array.from({ length }, (_, at) => at + 1)
  return { dictionary: customerRefs, codes } satisfies AnalyticsColumn
}
function textIn(json: string): string {
  const value: unknown = JSON.parse(json)
  return typeof value === 'string' ? value : ''
}
