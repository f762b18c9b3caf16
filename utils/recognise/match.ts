import type { Field, Fields, Kind } from '@/utils/kinds/define'
import { byValue } from './by-value'
import type { Candidate, Match, Sampled } from './candidate'
import { dateFormOf } from './date-forms'
import { zoneOf, splitRange } from './dates'
import { contextFor, exportPageOf, type Surroundings } from './context'
import { halfOf, meaningsOf, pairOf, rangeOf, type Meaning } from './dictionary'
import { givenBy } from './given'
import { plainName } from './names'
import { countsByOther, isOther, ledByOther } from './others'
import { isRounded } from './scale'
import { stackedFields } from './stacked'
import { isNothing, readValue, type Setting } from './values'

/** Columns of what can be done with a row say nothing of it. */
export const actions: ReadonlySet<string> = new Set(['操作', 'operation', 'action', 'actions'])
/** A key by a name of this kind's own, among other words of its own. */
const ownKey = (kind: Kind<Fields>, matches: readonly Match[]) =>
  kind.key.some((field) => matches.some((match) => match.field === field && !match.weak)) &&
  matches.filter(({ weak }) => !weak).length >= 3

/** Fits a table to one kind: names propose, values decide. */
export function fit(kind: Kind<Fields>, sampled: Sampled): Candidate | undefined {
  const named = proposals(kind, sampled)
  const matches = assign([...named, ...byValue(kind, sampled, named)])
  if (matches.length === 0) return undefined
  const context = contextFor(kind, sampled.around)
  const taken = new Set(matches.map(({ column }) => column))
  const filled = sampled.samples.filter(
    (sample, column) =>
      sample.length > 0 &&
      (taken.has(column) || !actions.has(plainName(sampled.table.columns[column] ?? ''))),
  ).length
  const matched = taken.size
  const coverage = filled === 0 ? 0 : Math.min(1, matched / filled)
  const strong = matches.filter(({ weak }) => !weak)
  const signature = matches.filter(
    ({ field, weak }) =>
      kind.signature.includes(field) && (!weak || context > 0 || ownKey(kind, matches)),
  )
  // A page of on-demand resources says what its rows do not.
  const told = givenBy(kind, sampled.around).filter(([field]) => kind.signature.includes(field))
  const signed = signature.length + (context > 0 && strong.length > 2 ? told.length : 0)
  const weight = (match: Match) =>
    (kind.key.includes(match.field) ? 2 : 1) * (match.weak ? 0.5 : 1) * match.confidence
  const score =
    matches.reduce((sum, match) => sum + weight(match), 0) + signature.length + context * 2
  const confidence = Math.min(
    1,
    0.3 +
      0.3 * coverage +
      0.05 * Math.min(strong.length, 4) +
      0.1 * Math.min(signature.length, 2) +
      (context > 0 ? 0.15 : 0),
  )
  const lacks = lacking(kind, matches, {
    context,
    coverage,
    strong: strong.length,
    signature: signed,
    around: sampled.around,
    columns: sampled.table.columns,
  })
  return { kind, matches, score, confidence, context, ...(lacks === undefined ? {} : { lacks }) }
}

function proposals(kind: Kind<Fields>, { table, samples }: Sampled): Match[] {
  const zone = zoneOf(table)
  const settingOf = (field: Field, values: readonly unknown[]): Setting => {
    const dates = isTime(field) ? dateFormOf(values, table.context) : undefined
    return dates ? { zone, dates } : { zone }
  }
  const found: Match[] = []
  table.columns.forEach((name, column) => {
    const sample = samples[column] ?? []
    const propose = (
      { field, sure, weak }: Meaning,
      values: readonly unknown[],
      extra: Partial<Match> = {},
    ) => {
      const declared = kind.fields[field]
      if (repeats(kind, field, values)) return
      if (declared?.type === 'amount' && isRounded(name, table.context.caption)) return
      const share = declared ? fitting(field, declared, values, settingOf(declared, values)) : 0
      // A region's code is preferred to its name, whatever the columns are called.
      const behind = field === 'region' && !values.every(isRegionCode) ? 0.8 : 1
      // Words nobody knows leave a choice empty, and say nothing against what the column is called.
      if (share >= (declared?.type !== 'choice' ? 0.8 : weak ? 0.5 : 0.3))
        found.push({ column, field, confidence: sure * share * behind, weak, ...extra })
    }
    const range = rangeOf(kind, name)
    if (range) {
      range.forEach((field, part) =>
        propose({ field, sure: 0.98, weak: false }, halvesOf(sample, part), {
          part: part as 0 | 1,
          range: true,
        }),
      )
      return
    }
    const pair = pairOf(kind, name)
    // A two-level header reads like a pair; its cells hold one value.
    if (pair && holdTwo(sample)) {
      pair.forEach((meaning, part) =>
        propose(meaning, halvesOf(sample, part), { part: part as 0 | 1 }),
      )
      return
    }
    const half = pair ? undefined : halfOf(kind, name)
    if (half && sample.length > 0 && holdTwo(sample, half.part)) {
      propose(half.meaning, halvesOf(sample, half.part), { part: half.part })
      return
    }
    const stacked = stackedFields(kind, name, sample)
    if (stacked) {
      stacked.forEach((field, part) =>
        propose({ field, sure: 0.9, weak: false }, halvesOf(sample, part), { part: part as 0 | 1 }),
      )
      return
    }
    for (const meaning of meaningsOf(kind, name)) propose(meaning, sample)
    itemsColumn(kind, column, sample, found)
    itemParts(kind, name, column, sample, zone, found)
  })
  return found
}

/** What several rows share is not what each of them goes by; only the items of a package share it. */
function repeats(
  { key, fields }: Kind<Fields>,
  field: string,
  values: readonly unknown[],
): boolean {
  if (key.length > 1 || key[0] !== field || values.length < 3 || 'items' in fields) return false
  return new Set(values).size * 2 <= values.length
}

const isRegionCode = (value: unknown) =>
  typeof value === 'string' && /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(value)

/** Whether a field holds a moment or a day. */
export const isTime = ({ type }: Field) => type === 'time' || type === 'day-end'

const halvesOf = (sample: readonly unknown[], part: number) =>
  sample.map((value) => cellHalves(value)?.[part]).filter((value) => !isNothing(value))

/** Whether half of the cells at least hold two values. */
const holdTwo = (sample: readonly unknown[], part: 0 | 1 = 0) =>
  halvesOf(sample, part).length * 2 >= sample.length

/** Both values of a cell that holds two: one below the other, in brackets behind it, or parted by a slash or a range mark. */
export function cellHalves(value: unknown): [string, string] | undefined {
  // Two values are short; looking for them in a long text would take its time.
  if (typeof value !== 'string' || value.length > 2000) return undefined
  const bracket = /^([^\n]{1,120}?)\s*[（(]([\w*@.•-]{2,64})[)）]$/.exec(value)
  if (bracket?.[1] !== undefined && bracket[2] !== undefined) return [bracket[1], bracket[2]]
  const lines = value
    .split(/\n+|\s*[/／|]\s*/)
    // A range may go on in the next line.
    .map((each) => each.trim().replace(/ ?[~～—–至]$| -$|^[~～—–至] ?|^- /, ''))
    .filter((each) => each !== '')
  const [first, second] = lines
  if (lines.length === 2 && first !== undefined && second !== undefined) return [first, second]
  return splitRange(value)
}

/** The share of values a field can read; a column without values fits by its name alone. */
function fitting(name: string, field: Field, values: readonly unknown[], setting: Setting): number {
  if (field.type === 'items') return 0
  if (values.length === 0) return 0.9
  let read = 0
  for (const value of values) {
    if (readValue(name, field, value, setting) !== undefined) read++
    // Codes whose meaning the setting decides are still this field's.
    else if (
      field.type === 'choice' &&
      /^-?\d{1,3}$/.test(String(value)) &&
      field.codesBy !== undefined
    )
      read++
    else if (field.type === 'choice' && /^-?\d{1,3}$/.test(String(value)) && noCodes(field))
      read += 0.9
  }
  return read / values.length
}
const noCodes = (field: Field) =>
  Object.values(field.values ?? {}).every(({ codes }) => codes === undefined)

/** A column of objects that are the items of a package. */
function itemsColumn(
  kind: Kind<Fields>,
  column: number,
  sample: readonly unknown[],
  found: Match[],
): void {
  const entry = Object.entries(kind.fields).find(([, field]) => field.type === 'items')
  if (!entry || !sample.some((value) => Array.isArray(value) && typeof value[0] === 'object'))
    return
  const [field, declared] = entry
  const inner = itemKind(declared)
  const first = sample
    .flat()
    .find((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
  const known = Object.keys(first ?? {}).filter((key) => meaningsOf(inner, key).length > 0).length
  if (known >= 2) found.push({ column, field, confidence: 0.95, weak: false })
}

/** Columns of a page on which a row is one item: its parts are called `items.remaining` and so on. */
function itemParts(
  kind: Kind<Fields>,
  name: string,
  column: number,
  sample: readonly unknown[],
  zone: number,
  found: Match[],
): void {
  const entry = Object.entries(kind.fields).find(([, field]) => field.type === 'items')
  if (!entry) return
  const [items, declared] = entry
  const inner = itemKind(declared)
  const named = pairOf(inner, name)
  const pair = named && holdTwo(sample) ? named : undefined
  const propose = ({ field, sure, weak }: Meaning, values: readonly unknown[], part?: 0 | 1) => {
    const each = inner.fields[field]
    if (each && fitting(field, each, values, { zone }) >= 0.8)
      found.push({
        column,
        field: `${items}.${field}`,
        confidence: sure * 0.94,
        weak,
        ...(part === undefined ? {} : { part }),
      })
  }
  if (pair) pair.forEach((each, part) => propose(each, halvesOf(sample, part), part as 0 | 1))
  else for (const meaning of meaningsOf(inner, name)) propose(meaning, sample)
}

const itemKinds = new WeakMap<Field, Kind<Fields>>()
/** The fields of a nested record, as a kind of its own. */
export function itemKind(field: Field): Kind<Fields> {
  const known = itemKinds.get(field)
  if (known) return known
  const { of } = field as Field & { of: Fields }
  const kind: Kind<Fields> = {
    name: 'item',
    label: { zh: '', en: '' },
    key: [],
    staleAfterHours: 0,
    signature: [],
    words: { zh: [], en: [] },
    menu: { zh: '', en: '' },
    fields: of,
  }
  itemKinds.set(field, kind)
  return kind
}

/** Each field takes one column and each column one field, the surest first. */
function assign(found: Match[]): Match[] {
  const fields = new Set<string>()
  const columns = new Set<string>()
  const taken: Match[] = []
  for (const match of found.sort((a, b) => b.confidence - a.confidence)) {
    const place = `${match.column}.${match.part ?? 0}`
    if (fields.has(match.field) || columns.has(place)) continue
    fields.add(match.field)
    columns.add(place)
    taken.push(match)
  }
  return taken
}

interface Found {
  context: number
  coverage: number
  strong: number
  signature: number
  around: Surroundings
  columns: readonly string[]
}

/** What is missing before a table is this kind: its identity, what makes it itself, and enough of both. */
function lacking(kind: Kind<Fields>, matches: readonly Match[], found: Found): string | undefined {
  const has = (field: string) =>
    matches.some((match) => match.field === field) || fromContext(kind, field, found.around)
  const keyed = kind.key.every(has)
  const strongKey = kind.key.some((field) =>
    matches.some((match) => match.field === field && !match.weak),
  )
  const substituted =
    kind.fallback?.every((each) => each.split('|').some((field) => field === '*' || has(field))) ??
    false
  if (!keyed && !substituted) return 'no-key'
  const missing = (kind.needs ?? []).find((each) => !each.split('|').some(has))
  if (missing !== undefined) return `no-${missing.split('|')[0]}`
  if (!found.around.addressed && kind.unaddressed && !kind.unaddressed.some(has))
    return 'no-address'
  if (found.signature === 0) return 'no-signature'
  // A key by a common name is believed where the rest says enough; a substitute only where the page says what it is.
  const known =
    (keyed && (found.strong >= 3 || (found.signature >= 2 && found.coverage >= 0.7))) ||
    (keyed && found.strong >= 2 && matches.length >= 6 && found.coverage >= 0.9) ||
    (found.strong >= 5 && found.coverage >= 0.6) ||
    (found.strong >= 4 && found.signature >= 2 && found.coverage >= 0.9) ||
    (found.around.addressed && found.strong >= 3 && found.coverage >= 0.75) ||
    // The console's own tables of which nearly every column is understood, or whose columns speak of exports.
    (found.around.addressed && keyed && matches.length >= 6 && found.coverage >= 0.75) ||
    (found.around.addressed &&
      kind.name === 'exportTask' &&
      found.strong >= 2 &&
      matches.some(({ column }) => ofFiles.test(found.columns[column] ?? '')))
  if (!strongKey && found.context === 0 && !known) return 'no-context'
  const taken = (column: number) => matches.some((match) => match.column === column)
  if (isOther(kind, found.columns, found.around, taken)) return 'another-kind'
  if (pointedAt.has(kind.name) && ledByOther(found.columns)) return 'another-kind'
  if (kind.key.includes('grain') && countsByOther(found.columns, taken)) return 'another-kind'
  if (kind.key.includes('grain') && !splits(matches) && ownSums(kind, matches) < 2)
    return 'no-dimension'
  if (found.coverage < (keyed && strongKey ? 0.2 : 0.34)) return 'little-known'
  const nearly = matches.length >= 6 ? 0.7 : 0.9
  const whole = keyed && found.context > 0 && matches.length >= 5 && found.coverage >= nearly
  return found.strong + (found.context > 0 ? 1 : 0) < 2 && !whole ? 'too-common' : undefined
}

/** Records that lists of other things name by their ids. */
const pointedAt: ReadonlySet<string> = new Set(['resource', 'customer'])

/** Jobs are many things; one that makes a file is an export. */
const ofFiles = /导出|下载|文件|export|download|file/i

const splits = (matches: readonly Match[]) =>
  matches.some(({ field }) => dimensionFields.has(field))
const dimensionFields = new Set([
  'customerId',
  'customerName',
  'accountName',
  'serviceType',
  'serviceName',
  'chargeMode',
  'association',
  'manager',
])
/** Sums of a month that nothing splits are many things; only the console's own words for spending make them this. */
const ownSums = (kind: Kind<Fields>, matches: readonly Match[]) =>
  matches.filter(({ field, weak }) => kind.signature.includes(field) && !weak).length

/** Fields that the surroundings give where the rows do not. */
function fromContext(kind: Kind<Fields>, field: string, around: Surroundings): boolean {
  if (field === 'grain') return true
  if (field === 'month') return around.month !== undefined
  return field === 'page' && kind.name === 'exportTask' && exportPageOf(around.text) !== ''
}
