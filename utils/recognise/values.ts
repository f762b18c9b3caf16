import type { Field } from '@/utils/kinds/define'
import type { Table, Value } from '@/utils/records'
import { currencyIn, decimalOf, readAmount, readQuantity, readRate, type Currency } from './amounts'
import { choiceReader } from './choices'
import { exportPageOf, wordsOf } from './context'
import { inUsualForm, type DateForm } from './date-forms'
import { readMonth, readTime } from './dates'
import { isNote, isSum } from './sums'

/** What a reader may need to know besides the value. */
export interface Setting {
  /** Offset of times without a zone, in minutes east of UTC. */
  zone: number
  /** Value of the field that decides what a choice's codes mean, as far as known. */
  deciding?: string
  /** How the column writes its dates, where it is not the usual form. */
  dates?: DateForm
  /** The column counts its shares in percent. */
  hundredths?: boolean
}

const nothing = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  'null',
  'undefined',
  'n/a',
  'na',
  '无',
  '暂无',
])
/** Letters that what says nothing may begin with. */
const firsts = new Uint8Array(65_536)
for (const word of nothing)
  firsts[word.charCodeAt(0)] = firsts[word.toUpperCase().charCodeAt(0)] = 1
firsts.fill(1, 0, 33)
firsts[160] = 1
/** Whether a source says "no value" here. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value !== 'string') return Array.isArray(value) && value.length === 0
  const first = value.charCodeAt(0)
  // Most cells hold a value, which their first letter tells.
  if (firsts[first] === 0) return false
  return value.length < 12 ? nothing.has(value.trim().toLowerCase()) : value.trim() === ''
}

const masked = /[*•＊]/
const serviceCode = /^[a-z]\w*(?:[.:_-][\w-]+)+$/i
const words = (text: string, truth: boolean) =>
  text.split(', ').map((word) => [word, truth] as const)
const truths = new Map<string, boolean>([
  ...words(
    'true, 1, y, yes, 是, 冻结, 已冻结, 账号冻结, frozen, locked, 可重置, resettable, 2',
    true,
  ),
  ...words(
    'false, 0, n, no, 否, 未冻结, 正常, normal, active, not frozen, unfrozen, unlocked',
    false,
  ),
  ...words('不可重置, not resettable', false),
])

/** Reads one value as a field wants it; undefined where it does not fit. */
export function readValue(
  name: string,
  field: Field,
  value: unknown,
  setting: Setting,
): Value | undefined {
  switch (field.type) {
    case 'id':
      return readId(name, value)
    case 'text':
      return readText(name, field, value)
    case 'amount':
      return readAmount(withoutNote(value))
    case 'decimal':
      return readQuantity(value)
    case 'rate':
      return readRate(value, setting.hundredths)
    case 'count':
      return readCount(name, value)
    case 'time':
    case 'day-end':
      return readMoment(value, setting, field.type === 'day-end')
    case 'month':
      return readMonth(value)
    case 'flag':
      return readFlag(name, value)
    case 'choice':
      return readChoice(field, value, setting.deciding)
    case 'list':
      return readList(value)
    case 'currency':
      return readCurrency(value)
    case 'items':
      return undefined
  }
}

/** A moment, also one with a note below it: 38 天后到期. Two moments are a period, and no moment. */
function readMoment(value: unknown, setting: Setting, end: boolean): number | undefined {
  const read = (each: unknown) =>
    readTime(setting.dates ? inUsualForm(each, setting.dates) : each, setting.zone, end)
  const whole = read(value)
  if (whole !== undefined || typeof value !== 'string' || !value.includes('\n')) return whole
  const [first, ...notes] = value.split('\n')
  return notes.some((note) => read(note) !== undefined) ? undefined : read(first)
}

/** An amount without the words below it; what holds a number too is another amount. */
function withoutNote(value: unknown): unknown {
  if (typeof value !== 'string' || !value.includes('\n')) return value
  const [first, ...notes] = value.split('\n')
  return notes.some((note) => /\d/.test(note)) ? value : first
}

/** What stands below a value in its cell is a note on it: a tag, a hint. */
function firstLine(text: string): string {
  const end = text.indexOf('\n')
  return end < 0 ? text : text.slice(0, end)
}

/** An id as most are written. */
export const usualId = /^[\w.:/#+=-]{1,128}$/
function readId(name: string, value: unknown): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? decimalOf(value) : value
  if (typeof text !== 'string') return undefined
  if (usualId.test(text) && name !== 'serviceType' && name !== 'resourceType') return text
  const id = firstLine(text).trim()
  // An e-mail address names a person, not a record.
  if (id === '' || id.length > 128 || /[\s\u3400-\u9fff]|@.+\./.test(id) || masked.test(id))
    return undefined
  // A type's code is no text: ECS is a name, hws.service.type.ec2 a code.
  if ((name === 'serviceType' || name === 'resourceType') && !serviceCode.test(id)) return undefined
  return id
}

/** The slug of a page that a column names; what the surroundings say stands where it names none. */
function knownPage(text: string): string | undefined {
  const page = exportPageOf(` ${wordsOf(text)} `)
  return page === 'unknown' ? undefined : page
}

function readText(name: string, field: Field, value: unknown): string | undefined {
  if (Array.isArray(value)) return joined(value)
  if (
    typeof value === 'number' &&
    name !== 'unit' &&
    name !== 'usageUnit' &&
    name !== 'level' &&
    name !== 'year' &&
    name !== 'resetCycle'
  )
    return undefined
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const raw = String(value)
  const text = (
    raw.includes('\n') ? (field.personal ? firstLine(raw) : raw.replace(/\s*\n\s*/g, ' ')) : raw
  ).trim()
  if (text.length > 2000) return undefined
  if (name === 'page') return knownPage(text)
  if (name === 'year') return /^(20\d{2})年?$/.exec(text)?.[1]
  if ((name === 'serviceName' || name === 'resourceTypeName') && /^hws\.|\.type\./.test(text))
    return undefined
  if (field.personal === 'phone')
    return /^[+\d()\-\s*•＊]{5,24}$/.test(text) && /[\d*]/.test(text) ? text : undefined
  if (field.personal === 'email')
    return /@/.test(text) || /^[\w*•.]+$/.test(text) ? text : undefined
  return text
}

/** A list of names, or of people by their names, in one text; lists of anything else are no text. */
function joined(list: readonly unknown[]): string | undefined {
  const names: string[] = []
  for (const each of list) {
    const name =
      typeof each === 'object' && each !== null
        ? Object.entries(each).find(
            ([key, inner]) => /name/i.test(key) && typeof inner === 'string',
          )?.[1]
        : each
    if (typeof name !== 'string') return undefined
    if (name.trim() !== '') names.push(name.trim())
  }
  return names.length === 0 ? undefined : names.join('、').slice(0, 2000)
}

const sizes: Readonly<Record<string, number>> = {
  b: 1,
  k: 1024,
  kb: 1024,
  m: 1024 ** 2,
  mb: 1024 ** 2,
  g: 1024 ** 3,
  gb: 1024 ** 3,
}
function readCount(name: string, value: unknown): number | undefined {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value >= 0 ? value : undefined
  if (typeof value !== 'string' || value.length > 24) return undefined
  const found = /^([\d,]+(?:\.\d+)?)\s*([a-z]+|条|行)?$/i.exec(value.trim())
  if (!found) return undefined
  const number = Number((found[1] ?? '').replaceAll(',', ''))
  const unit = (found[2] ?? '').toLowerCase()
  const factor =
    name === 'fileSize'
      ? sizes[unit || 'b']
      : unit === '' || unit === '条' || unit === '行'
        ? 1
        : undefined
  return factor === undefined || !Number.isFinite(number) ? undefined : Math.round(number * factor)
}

function readFlag(name: string, value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim().toLowerCase()
  // The API's quota_reuse_mode says 1 resettable, 2 not.
  if (name === 'resettable' && text === '2') return false
  return truths.get(text)
}

function readChoice(field: Field, value: unknown, setting: string | undefined): string | undefined {
  const reader = choiceReader(field)
  if (typeof value === 'number') return reader.code(String(value), setting)
  if (typeof value !== 'string' || value.length > 64) return undefined
  const text = firstLine(value).trim()
  if (/^-?\d+$/.test(text)) return reader.code(text, setting)
  return reader.word(text)
}

function readList(value: unknown): string[] | undefined {
  if (Array.isArray(value)) {
    const list = value.filter(
      (each): each is string => typeof each === 'string' && each.trim() !== '',
    )
    return list.length > 0 ? list.map((each) => each.trim()) : undefined
  }
  if (typeof value !== 'string') return undefined
  const list = value
    .split(/[,，、;；\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return list.length > 0 ? list : undefined
}

function readCurrency(value: unknown): Currency | undefined {
  return typeof value === 'string' && value.length < 24 ? currencyIn(value) : undefined
}

/** The rows of a table, one by one. */
export const eachRow = (table: Table): NonNullable<Table['each']> =>
  table.each ?? { count: table.rows.length, row: (at) => table.rows[at] ?? [] }

/** Rows spread over a whole table that add nothing up: enough to see what its columns hold, whatever its length. */
export function sampleRows(table: Table): (readonly unknown[])[] {
  const { count, row } = eachRow(table)
  const step = Math.max(1, Math.floor(count / 80))
  const sample: (readonly unknown[])[] = []
  for (let at = 0; at < count; at += step) {
    const cells = row(at)
    if (!isSum(cells) && !isNote(cells)) sample.push(cells)
  }
  return sample
}

/** Values of one column in a sample of rows, at most `most`. */
export function sampleOf(
  rows: readonly (readonly unknown[])[],
  column: number,
  most = 40,
): unknown[] {
  const sample: unknown[] = []
  for (const cells of rows) {
    const value = cells[column]
    if (sample.length < most && !isNothing(value)) sample.push(value)
  }
  return sample
}
