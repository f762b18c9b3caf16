import type { Field } from '@/utils/kinds/define'
import { conceptsOf } from './concepts'

/** How a choice is read: words anywhere, codes in the setting the record or its context decides. */
export interface ChoiceReader {
  word(text: string): string | undefined
  /** @param setting value of the deciding field; absent where nobody said it */
  code(code: string, setting: string | undefined): string | undefined
}

const readers = new WeakMap<Field, ChoiceReader>()

export function choiceReader(field: Field): ChoiceReader {
  const known = readers.get(field)
  if (known) return known
  const words = new Map<string, string>()
  const codes = new Map<string, string>()
  /** What the words say, in whatever order and form; null where two slugs say the same so. */
  const sets = new Map<string, string | null>()
  for (const [slug, names] of Object.entries(field.values ?? {})) {
    for (const word of [slug, ...names.zh, ...names.en]) {
      if (!words.has(plainWord(word))) words.set(plainWord(word), slug)
      const said = saidBy(word)
      if (said !== undefined) sets.set(said, (sets.get(said) ?? slug) === slug ? slug : null)
    }
    if (Array.isArray(names.codes))
      for (const code of names.codes as string[]) codes.set(code, slug)
    else
      for (const [setting, list] of Object.entries(names.codes ?? {})) {
        for (const code of list as string[]) codes.set(`${setting}:${code}`, slug)
      }
  }
  const reader: ChoiceReader = {
    word: (text) =>
      words.get(plainWord(text)) ??
      words.get(plainWord(text.replace(/^到期后?|\s(?:after|upon|on) expir\w+$/i, ''))) ??
      words.get(plainWord(headOf(text))) ??
      inBoth(words, text) ??
      sets.get(saidBy(text) ?? '') ??
      undefined,
    // A code that depends on a setting nobody told stays empty rather than wrong.
    code: (code, setting) =>
      codes.get(field.codesBy === undefined ? code : `${setting ?? ''}:${code}`),
  }
  readers.set(field, reader)
  return reader
}

/** What stands before a detail: 消费-新购, 包年/包月-月, Reserved instance–hourly billing. */
const headOf = (text: string) => /^(.+?)\s*[-–—－]/u.exec(text)?.[1] ?? ''

const bare = /\b(?:on|upon|after|by|automatically|was|been|be)\b/gi
/**
 * What several words say together, whatever their order and form: Auto reclaim (dissociated), Reclaimed upon dissociation.
 * Of one word alone the form may be all: paid, in payment.
 */
function saidBy(text: string): string | undefined {
  // What is to be is not yet.
  const words = text.replace(/\bto be\b/gi, 'tobe').replace(/[（()）]/g, ' ')
  const concepts = conceptsOf(words.replace(bare, ' '))
  return concepts.length > 1 ? concepts.join(' ') : undefined
}

/** A word and the same in brackets, or only one of them known: Voucher (代金券). */
function inBoth(words: ReadonlyMap<string, string>, text: string): string | undefined {
  const [, outer = '', inner = ''] = /^([^（(]+)[（(]([^（()）]+)[）)]$/.exec(text.trim()) ?? []
  const [first, second] = [words.get(plainWord(outer)), words.get(plainWord(inner))]
  return first === undefined || second === undefined || first === second
    ? (first ?? second)
    : undefined
}

function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_\-/()（）·.●○◉◎•■▪◆]+/g, '')
}
