import { compareDecimals } from '@/utils/analytics/sums'
import { kindOf } from '@/utils/kinds'
import type { Field, Language } from '@/utils/kinds/define'
import type { CodedColumn } from './coded-column'
import type { Column, Table } from './table'

export interface Sort {
  field: string
  down?: boolean
  /** Of times: what lies ahead first, the nearest before others; then what is past, the latest first. */
  coming?: true
}

/** Later than any time, in ms; what is past is counted on from here. */
const farAhead = 1e15
/** What is absent comes last, upwards and downwards. */
const last = 0xffff_ffff

/** A key of 32 bits a slot, the more significant word first. */
type Keys = Uint32Array[]

/**
 * All slots of a table in order: by the first field, then the next; rows that are equal in all stay as they came.
 * Numbers by value, decimals exactly, texts and words as a reader of the language expects.
 * @param now epoch ms, for what is `coming`
 */
export function orderOf(
  table: Table,
  sorts: readonly Sort[],
  language: Language,
  now = 0,
): Uint32Array {
  let order: Uint32Array = Uint32Array.from({ length: table.capacity }, (_, slot) => slot)
  for (const { field, down, coming } of sorts.toReversed()) {
    const column = table.column(field)
    if (!column) continue
    if (coming && column.type === 'number') {
      const ahead = column.values.map((time) => (time < now ? farAhead + now - time : time))
      for (const key of numberKeys(ahead).toReversed()) order = distributed(order, key)
      continue
    }
    const keys = keysOf(column, kindOf(table.kind).fields[field], table.capacity, language)
    if (down) for (const key of keys) turn(key)
    for (const key of keys.toReversed()) order = distributed(order, key)
  }
  return order
}

/** Turns the order round, but leaves what is absent at the end. */
function turn(keys: Uint32Array): void {
  for (let slot = 0; slot < keys.length; slot += 1)
    if (keys[slot] !== last) keys[slot] = last - 1 - keys[slot]!
}

function keysOf(
  column: Column,
  field: Field | undefined,
  capacity: number,
  language: Language,
): Keys {
  if (column.type === 'number') return numberKeys(column.values)
  if (column.type === 'flag') return [Uint32Array.from(column.values, (value) => value - 1)]
  if (column.type === 'long') {
    const words = Array.from({ length: capacity }, (_, slot) => column.at(slot))
    const present = words.filter((word) => word !== undefined)
    const ranks = ranksOf([...new Set(present)], field, language)
    return [Uint32Array.from(words, (word) => (word === undefined ? last : ranks.get(word)!))]
  }
  const ranks = codeRanks(column, field, language)
  return [Uint32Array.from(column.codes, (code) => ranks[code]!)]
}

/** Ranks by code, made once for a state of the dictionary: the language is asked about distinct words only. */
function codeRanks(column: CodedColumn, field: Field | undefined, language: Language): Uint32Array {
  return column.derived(`ranks ${language}`, (words) => {
    const ranks = ranksOf(words, column.type === 'json' ? undefined : field, language)
    return Uint32Array.from([undefined, ...words], (word) =>
      word === undefined ? last : ranks.get(word)!,
    )
  })
}

const exact = new Set<Field['type'] | undefined>(['amount', 'decimal', 'rate'])
const collators = new Map<Language, Intl.Collator>()
const collatorOf = (language: Language) => {
  const made =
    collators.get(language) ??
    new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en', { numeric: true })
  collators.set(language, made)
  return made
}

function ranksOf(
  words: readonly string[],
  field: Field | undefined,
  language: Language,
): Map<string, number> {
  const collator = collatorOf(language)
  const shown = (word: string) => field?.values?.[word]?.[language][0] ?? word
  const keyed = words.map((word) => ({ word, text: shown(word), figure: Number(word) }))
  // Floats tell most figures apart; where they do not, the decimals themselves do.
  keyed.sort((a, b) =>
    exact.has(field?.type)
      ? a.figure - b.figure || compareDecimals(a.word, b.word)
      : collator.compare(a.text, b.text),
  )
  return new Map(keyed.map(({ word }, rank) => [word, rank]))
}

/** The bits of a double, changed so that they order as it does; two words a number. */
function numberKeys(values: Float64Array<ArrayBuffer>): Keys {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length * 2)
  const high = new Uint32Array(values.length)
  const low = new Uint32Array(values.length)
  for (let slot = 0; slot < values.length; slot += 1) {
    const [less, more] = [bits[slot * 2]!, bits[slot * 2 + 1]!]
    if (Number.isNaN(values[slot])) high[slot] = low[slot] = last
    else if (more >>> 31 === 1) {
      high[slot] = ~more
      low[slot] = ~less
    } else {
      high[slot] = more | 0x8000_0000
      low[slot] = less
    }
  }
  return [high, low]
}

/** A stable distribution by sixteen bits at a time; a digit that is the same everywhere costs nothing but the look. */
function distributed(order: Uint32Array, keys: Uint32Array): Uint32Array {
  let from = order
  for (const shift of [0, 16]) {
    const starts = new Uint32Array(65_537)
    for (let slot = 0; slot < keys.length; slot += 1)
      starts[((keys[slot]! >>> shift) & 0xffff) + 1]! += 1
    if (starts.some((count) => count === keys.length)) continue
    for (let digit = 1; digit < starts.length; digit += 1) starts[digit]! += starts[digit - 1]!
    const to = new Uint32Array(from.length)
    for (let at = 0; at < from.length; at += 1) {
      const slot = from[at]!
      const digit = (keys[slot]! >>> shift) & 0xffff
      to[starts[digit]!] = slot
      starts[digit]! += 1
    }
    from = to
  }
  return from
}
