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

/** The most a key can be. */
const last = 0xffff_ffff
/** Steps in which moments are told, ms; other whole numbers go by one. */
const steps = [86_400_000, 60_000, 1000, 1]

/** A number of 32 bits a slot. What is absent has one above all others, for it comes last upwards and downwards. */
interface Key {
  ranks: Uint32Array
  /** Beyond `last` where every rank may be one: the key before it tells then what is absent. */
  absent: number
}
/** The more significant one first. */
type Keys = Key[]

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
  let order = new Uint32Array(table.capacity)
  for (let slot = 0; slot < order.length; slot += 1) order[slot] = slot
  for (const { field, down, coming } of sorts.toReversed()) {
    const column = table.column(field)
    if (!column) continue
    if (coming && column.type === 'number') {
      // What is past is mirrored beyond the farthest time ahead.
      const far = column.values.reduce((most, time) => (time > most ? time : most), -Infinity)
      const ahead = column.values.map((time) => (time < now ? 2 * far - time : time))
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
function turn({ ranks, absent }: Key): void {
  for (let slot = 0; slot < ranks.length; slot += 1)
    if (ranks[slot] !== absent) ranks[slot] = absent - 1 - ranks[slot]!
}

function keysOf(
  column: Column,
  field: Field | undefined,
  capacity: number,
  language: Language,
): Keys {
  if (column.type === 'number') return numberKeys(column.values)
  if (column.type === 'flag')
    return [{ ranks: Uint32Array.from(column.values, (value) => (value + 2) % 3), absent: 2 }]
  if (column.type === 'long') {
    const words = Array.from({ length: capacity }, (_, slot) => column.at(slot))
    const present = words.filter((word) => word !== undefined)
    const rankOf = ranksOf([...new Set(present)], field, language)
    const absent = rankOf.size
    const ranks = Uint32Array.from(words, (word) =>
      word === undefined ? absent : rankOf.get(word)!,
    )
    return [{ ranks, absent }]
  }
  const { codes } = column
  const ofCode = codeRanks(column, field, language)
  const ranks = new Uint32Array(codes.length)
  for (let slot = 0; slot < codes.length; slot += 1) ranks[slot] = ofCode[codes[slot]!]!
  return [{ ranks, absent: ofCode[0]! }]
}

/** Ranks by code, made once for a state of the dictionary: the language is asked about distinct words only. */
function codeRanks(column: CodedColumn, field: Field | undefined, language: Language): Uint32Array {
  return column.derived(`ranks ${language}`, (words) => {
    const ranks = ranksOf(words, column.type === 'json' ? undefined : field, language)
    return Uint32Array.from([undefined, ...words], (word) =>
      word === undefined ? words.length : ranks.get(word)!,
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

function numberKeys(values: Float64Array<ArrayBuffer>): Keys {
  return nearKeys(values) ?? doubleKeys(values)
}

/** Whole numbers not too far from each other, as moments are: counted from the least, in the longest step they all share. */
function nearKeys(values: Float64Array): Keys | undefined {
  let [least, most] = [Infinity, -Infinity]
  for (let slot = 0; slot < values.length; slot += 1) {
    const value = values[slot]!
    if (value < least) least = value
    if (value > most) most = value
  }
  // None at all: nothing to go by.
  if (least > most) return []
  if (!Number.isSafeInteger(least) || !Number.isSafeInteger(most)) return undefined
  const step = steps.find((each) => inSteps(values, least, each))
  if (step === undefined || (most - least) / step >= last) return undefined
  const absent = (most - least) / step + 1
  const ranks = new Uint32Array(values.length)
  for (let slot = 0; slot < values.length; slot += 1) {
    const value = values[slot]!
    ranks[slot] = Number.isNaN(value) ? absent : (value - least) / step
  }
  return [{ ranks, absent }]
}

function inSteps(values: Float64Array, least: number, step: number): boolean {
  for (let slot = 0; slot < values.length; slot += 1) {
    const rest = (values[slot]! - least) % step
    if (rest !== 0 && !Number.isNaN(rest)) return false
  }
  return true
}

/** The bits of a double, changed so that they order as it does; two words a number. */
function doubleKeys(values: Float64Array<ArrayBuffer>): Keys {
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
  return [
    { ranks: high, absent: last },
    { ranks: low, absent: last + 1 },
  ]
}

/** A stable distribution by sixteen bits at most at a time; a digit that is the same everywhere costs nothing but the look. */
function distributed(order: Uint32Array<ArrayBuffer>, { ranks, absent }: Key) {
  const bits = absent > last ? 32 : Math.max(1, 32 - Math.clz32(absent))
  const width = bits > 16 ? Math.ceil(bits / 2) : bits
  const mask = 2 ** width - 1
  let from = order
  for (let shift = 0; shift < bits; shift += width) {
    const starts = new Uint32Array(mask + 2)
    for (let slot = 0; slot < ranks.length; slot += 1)
      starts[((ranks[slot]! >>> shift) & mask) + 1]! += 1
    if (starts.includes(ranks.length)) continue
    for (let digit = 1; digit < starts.length; digit += 1) starts[digit]! += starts[digit - 1]!
    const to = new Uint32Array(from.length)
    for (let at = 0; at < from.length; at += 1) {
      const slot = from[at]!
      const digit = (ranks[slot]! >>> shift) & mask
      to[starts[digit]!] = slot
      starts[digit]! += 1
    }
    from = to
  }
  return from
}
