import { reasonText } from '@/components/health/reason'
import { kindOf, type KindName } from '@/utils/kinds'
import { shownKinds } from '@/utils/kinds/shown'
import type { Field, Fields, Language } from '@/utils/kinds/define'
import { keyOfColumns, learn, recognise, type Asked, type LearnedMapping } from '@/utils/recognise'
import type { KindRecord, Table } from '@/utils/records'

/** What the form holds: a kind, and a field (or '' for none) for each column. */
export interface Draft {
  kind: KindName | ''
  fields: string[]
}

/** The draft a question starts with: its best proposal, or the one for another kind the user names. */
export function draftOf(asked: Asked, kind?: KindName): Draft {
  const proposal =
    kind === undefined ? asked.proposals[0] : asked.proposals.find((each) => each.kind === kind)
  const fields = asked.columns.map(
    (_, column) => proposal?.mapping.find((each) => each.column === column)?.field ?? '',
  )
  return { kind: kind ?? proposal?.kind ?? '', fields }
}

export interface Choice {
  value: string
  label: string
}
const byLabel = (language: Language) => {
  const { compare } = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en')
  return (a: Choice, b: Choice) => compare(a.label, b.label)
}

export const kindChoices = (language: Language): Choice[] =>
  shownKinds
    .map((name) => ({ value: name, label: kindOf(name).label[language] }))
    .sort(byLabel(language))

/** The fields of a kind by their labels; parts of a package's items under their own names. */
export function fieldChoices(kind: KindName, language: Language): Choice[] {
  const { fields } = kindOf(kind)
  return Object.entries(fields)
    .filter(([name]) => name !== 'grain')
    .flatMap(([name, field]) => partsOf(name, field, language))
    .sort(byLabel(language))
}
function partsOf(name: string, field: Field, language: Language): Choice[] {
  if (field.type !== 'items') return [{ value: name, label: field[language][0] ?? name }]
  const { of } = field as Field & { of: Fields }
  return Object.entries(of).map(([part, each]) => ({
    value: `${name}.${part}`,
    label: each[language][0] ?? part,
  }))
}
export const fieldLabel = (kind: KindName, name: string, language: Language): string =>
  fieldChoices(kind, language).find(({ value }) => value === name)?.label ?? name

/** The mapping a draft makes. */
export function mappingOf(asked: Asked, { kind, fields }: Draft): LearnedMapping | undefined {
  if (kind === '') return undefined
  const named = fields.flatMap((field, column) => (field === '' ? [] : [{ column, field }]))
  return named.length === 0 ? undefined : learn(asked.columns, kind, named)
}

export interface Preview {
  /** Records as they would be read, personal values masked. */
  rows: KindRecord[]
  /** Fields chosen twice. */
  twice: string[]
  /** Labels of the key fields nobody chose, where nothing stands in for them. */
  missing: string[]
  rejected: number
  reasons: string[]
}

/** What the sample of a question becomes under a draft: the recogniser itself reads it. */
export function previewOf(asked: Asked, draft: Draft, language: Language): Preview {
  const mapping = mappingOf(asked, draft)
  const twice = [
    ...new Set(
      draft.fields.filter((field, at) => field !== '' && draft.fields.indexOf(field) < at),
    ),
  ]
  if (draft.kind === '' || !mapping)
    return { rows: [], twice, missing: [], rejected: 0, reasons: [] }
  const { kind } = draft
  const table: Table = {
    columns: asked.columns,
    rows: asked.rows,
    context: { source: asked.source, url: asked.place, title: asked.title },
  }
  const own = new URL(asked.place).origin
  const found = recognise(table, { origins: [own], learned: [mapping] })
  const label = (name: string) => fieldLabel(kind, name, language)
  const has = (name: string) => draft.fields.includes(name) || found?.rows[0]?.[name] !== undefined
  const { key, fallback } = kindOf(kind)
  const stoodIn =
    fallback?.every((each) => each.split('|').some((name) => name === '*' || has(name))) ?? false
  return {
    rows: found?.rows ?? [],
    twice: twice.map(label),
    missing: stoodIn ? [] : key.filter((name) => !has(name)).map(label),
    rejected: found?.rejected.length ?? asked.rows.length,
    reasons: [...new Set(found?.rejected.map(({ reason }) => reasonText(reason, kind, language)))],
  }
}

/** All mappings with one more; the same columns are taught once. */
export const withMapping = (
  learned: readonly LearnedMapping[],
  next: LearnedMapping,
): LearnedMapping[] => [next, ...learned.filter(({ columns }) => columns !== next.columns)]

/** How a question the user does not want again is remembered among the dismissed notices. */
export const leaveMark = (asked: Asked): string => `table:${keyOfColumns(asked.columns)}`
