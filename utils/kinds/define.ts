/**
 * How a kind of record is declared. Everything else (recognition, checking, merging, masking, table columns,
 * filters, search, CSV headers, settings) follows from the declaration.
 */

export type Language = 'zh' | 'en'
export type Site = 'cn' | 'intl' | 'eu'
/** What sort of personal value a field holds; decides how `mask` shortens it. */
export type Personal = 'person' | 'company' | 'account' | 'phone' | 'email'

export interface FieldNames {
  /** Names on the console in Chinese; the first is the label. */
  zh: readonly string[]
  /** Names on the console in English; the first is the label. */
  en: readonly string[]
  /** Names on the wire (open API); the console's own answers are matched by meaning. */
  wire?: readonly string[]
  personal?: Personal
  /** Written by us: no column of a source is ever taken for it. */
  ours?: true
}

/** One word or code of an enumeration, with what sources call it. */
export interface ChoiceNames {
  zh: readonly string[]
  en: readonly string[]
  /**
   * Codes on the wire. A code that means something else in another setting is given per setting
   * (a value of the record's discriminating field), for example `{ subscription: ['2'], 'on-demand': ['1'] }`.
   */
  codes?: readonly string[] | Readonly<Record<string, readonly string[]>>
}

export type FieldType =
  | 'id'
  | 'text'
  | 'amount'
  | 'decimal'
  | 'rate'
  | 'count'
  | 'time'
  | 'day-end'
  | 'month'
  | 'flag'
  | 'choice'
  | 'list'
  | 'currency'
  | 'items'

export interface Field<T = unknown> extends FieldNames {
  type: FieldType
  /** For a choice: its slugs with their words and codes. */
  values?: Readonly<Record<string, ChoiceNames>>
  /** For a choice whose codes depend on a setting: the field that decides. */
  codesBy?: string
  /** Type carrier only; never set. */
  readonly t?: T
}

/** An identifier: text as read, never a number. */
export const id = (names: FieldNames): Field<string> => ({ type: 'id', ...names })
export const text = (names: FieldNames): Field<string> => ({ type: 'text', ...names })
/** Money: a decimal string without separators, in the record's `currency`. */
export const amount = (names: FieldNames): Field<string> => ({ type: 'amount', ...names })
/** A decimal string that is no money (usage, remaining). */
export const decimal = (names: FieldNames): Field<string> => ({ type: 'decimal', ...names })
/** A fraction as a decimal string: 5 % is "0.05". */
export const rate = (names: FieldNames): Field<string> => ({ type: 'rate', ...names })
export const count = (names: FieldNames): Field<number> => ({ type: 'count', ...names })
/** A moment, UTC epoch milliseconds. A bare date is the start of that day, with `end` its last second. */
export const time = (names: FieldNames & { end?: boolean }): Field<number> => {
  const { end, ...rest } = names
  return { type: end ? 'day-end' : 'time', ...rest }
}
/** `YYYY-MM`, text. */
export const month = (names: FieldNames): Field<string> => ({ type: 'month', ...names })
export const flag = (names: FieldNames): Field<boolean> => ({ type: 'flag', ...names })
export const list = (names: FieldNames): Field<string[]> => ({ type: 'list', ...names })
export const currency = (): Field<'CNY' | 'USD' | 'EUR'> => ({
  type: 'currency',
  zh: ['币种', '货币', '币别'],
  en: ['Currency'],
  wire: ['currency', 'currency_code'],
})
export function choice<const V extends Record<string, ChoiceNames>>(
  names: FieldNames & { values: V; codesBy?: string },
): Field<Extract<keyof V, string>> {
  return { type: 'choice', ...names }
}
/** Records inside a record (the items of a resource package). */
export function items<const F extends Fields>(fields: F): Field<RecordFields<F>[]> & { of: F } {
  return { type: 'items', zh: ['明细'], en: ['Items'], of: fields }
}

export type Fields = Readonly<Record<string, Field>>
type ValueOf<F> = F extends Field<infer T> ? T : never
export type RecordFields<F extends Fields> = { -readonly [K in keyof F]?: ValueOf<F[K]> }

export interface Kind<F extends Fields = Fields> {
  name: string
  label: Readonly<Record<Language, string>>
  /** Fields that identify a record; all of them must be there. */
  key: readonly (keyof F & string)[]
  /** Fields that stand in for the key where a source shows none; all of them must be there. `a|b` is either. */
  fallback?: readonly string[]
  /** The field whose value groups records into segments (a customer, a month). */
  scope?: keyof F & string
  /** The time after which a record is worth less. */
  expires?: keyof F & string
  /**
   * With its expiry a record is over, where its status was one of these. A source says once what a coupon is, and is not
   * heard again for weeks; a resource has a life of its own after its time, which only the console knows.
   */
  over?: { while: readonly string[]; becomes: string }
  /** Where a kind does not expire: the field whose newest comes first. */
  dated?: keyof F & string
  /** Older than this is shown as old. */
  staleAfterHours: number
  /** Fields of which at least one must be found: what makes a table this kind and no other. */
  signature: readonly (keyof F & string)[]
  /** What has to be there besides the key before a table is this kind; `a|b` is either. */
  needs?: readonly string[]
  /** Fields of which one must be found where no address says that a table is the console's. */
  unaddressed?: readonly string[]
  /** A column called nothing but "id" is the key of this kind: its lists have no other identity. */
  plainId?: boolean
  /** Words in an address, title, tab or path that speak for this kind. */
  words: { zh: readonly string[]; en: readonly string[]; wire?: readonly string[] }
  /** Where a list of it is on the console, in the console's own words. */
  menu: Readonly<Record<Language, string>>
  fields: F
}

export function defineKind<const F extends Fields>(kind: Kind<F>): Kind<F> {
  return kind
}

/** A record of a kind: absent fields are left out, never "" or 0 in their place. */
export type RecordOf<K extends { fields: Fields }> = RecordFields<K['fields']>
