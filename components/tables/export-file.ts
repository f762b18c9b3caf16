import type { Freshness } from '@/components/records/freshness'
import { moment, type FileCell, type TableFile } from '@/utils/files/table-file'
import { formatAge, zone, zoneName } from '@/utils/i18n/times'
import { t } from '@/utils/i18n/texts'
import { kindOf, type KindName } from '@/utils/kinds'
import type { Language } from '@/utils/kinds/define'
import type { StoredRecord } from '@/utils/records'
import { cellText, columnsOf, type Column } from './columns'

/** What is known of a list besides its rows. */
export interface ListFacts {
  freshness: Freshness | undefined
  /** In words, where the console holds more. */
  coverage: string | undefined
  /** In words; '' for none. */
  filter: string
}

const sources = {
  api: 'common.sourceApi',
  capture: 'common.sourceCapture',
  file: 'common.sourceFile',
  page: 'common.sourcePage',
} as const

/** A list as a file: what it shows and how old it is above, the currency of money in a column of its own. */
export function tableFile(
  kind: KindName,
  rows: readonly StoredRecord[],
  { freshness, coverage, filter }: ListFacts,
  now: number,
  language: Language,
): TableFile {
  const columns = columnsOf(kind, rows, language)
  const { currency } = kindOf(kind).fields
  const money = currency !== undefined && rows.some((row) => row.currency !== undefined)
  const facts: [string, string][] = [
    [t('tables.kind'), kindOf(kind).label[language]],
    [t('tables.made'), `${moment(now, zone)} (${zoneName})`],
    ...(freshness
      ? ([
          [t('tables.age'), formatAge(freshness.observedAt, now, language)],
          [t('tables.source'), t(sources[freshness.source])],
        ] as [string, string][])
      : []),
    ...(coverage === undefined ? [] : ([[t('tables.coverage'), coverage]] as [string, string][])),
    ...(filter === '' ? [] : ([[t('tables.filter'), filter]] as [string, string][])),
  ]
  return {
    zone,
    facts,
    columns: [
      ...columns.map(({ label }) => label),
      ...(money ? [currency[language][0] ?? 'currency'] : []),
    ],
    rows: rows.map((row) => [
      ...columns.map((column) => cellOf(column, row, language)),
      ...(money ? [typeof row.currency === 'string' ? row.currency : undefined] : []),
    ]),
  }
}

const exact = new Set(['amount', 'decimal', 'count'])
function cellOf(column: Column, row: StoredRecord, language: Language): FileCell {
  const value = row[column.name]
  if (value === undefined) return undefined
  if (exact.has(column.field.type)) return { number: String(value) }
  const timed = column.field.type === 'time' || column.field.type === 'day-end'
  if (timed && typeof value === 'number') return { at: value }
  return cellText(column, row, language)
}

/** The records themselves, as the vocabulary names them; personal values are kept masked and leave masked. */
export function jsonFile(kind: KindName, rows: readonly StoredRecord[], table: TableFile): string {
  const plain = rows.map(({ $, ...fields }) => ({
    ...fields,
    observedAt: $.observedAt,
    source: $.source,
  }))
  return `${JSON.stringify({ kind, about: Object.fromEntries(table.facts), rows: plain }, undefined, 1)}\n`
}
