import { saidBy, sayNothing } from './lexicon'
import { cjk, plainName } from './names'
import { everyWord, wordFor } from './words'

const conceptBy = new Map<string, string>()
for (const [concept, words] of Object.entries(saidBy))
  for (const word of [concept, ...words.split(' ')])
    if (!conceptBy.has(word)) conceptBy.set(word, concept)

/** The longest word first; what no word explains stands for itself. */
const chinese = new RegExp(
  `${[...conceptBy.keys(), ...sayNothing]
    .filter((word) => cjk.test(word))
    .sort((a, b) => b.length - a.length)
    .join('|')}|[a-z\\d]+|.`,
  'gu',
)
/** What an end of it is an end of. */
const span =
  '(?:remaining|use|usage|valid\\w*|effective|period|range|window|term|duration|life ?cycle|life ?span)'
const phrases: readonly [RegExp, string][] = [
  [/\b(?:current month|cur month|this month|month to time|month to date|mtd)\b/, 'thismonth'],
  [/\breal name\b/, 'realname'],
  [/\bdead line\b/, 'deadline'],
  [/\bshould pay\b/, 'due'],
  [/ list$/, ''],
  [/\btele sales?\b/, 'telesales'],
  [/\bcash voucher\b|\bflexi ?purchase(?: coupon)?\b/, 'flexi'],
  [/\bstored value(?: card)?\b|\bvalue card\b/, 'stored'],
  [/\bcloud service\b/, 'service'],
  [/\bapplicable (?=region|area)|^适用(?=区域|地域|地区)/, ''],
  [/^(?:owner|holder|party|payer|user|tenant) (?=customer|company)/, 'customer '],
  [/\bsign in\b/, 'signin'],
  [new RegExp(`^(?:${span} )?${span} (?:effective|from|since|start)\\b`), 'effective'],
  [new RegExp(`^(?:${span} )?${span} (?:to|until|till|thru|through|end|finish)\\b`), 'end'],
  [/\bnumber of (.+)$/, '$1 count'],
  [/^customer company$|^客户(?:公司|企业|单位)$/, 'customer name'],
  [/\bend user\b/, 'customer'],
  [/\b(?:second(?:ary)?(?: tier| level)?|sub) partner\b/, 'reseller'],
]

/** Words that may stand together without a mark: of two letters only those that end a name. */
const joinable = new Set(
  [...conceptBy.keys(), ...everyWord, ...sayNothing].filter((word) =>
    /^[a-z]{3,}$|^id$|^no$/.test(word),
  ),
)
/** Keys of some answers are written without any mark between their words: facevalue, expiredate. */
function apart(word: string): readonly string[] {
  if (word.length < 6 || joinable.has(word)) return [word]
  const parts: (readonly string[] | undefined)[] = [[]]
  for (let end = 1; end <= word.length; end++)
    for (let start = Math.max(0, end - 16); start < end && !parts[end]; start++) {
      const [before, part] = [parts[start], word.slice(start, end)]
      if (before && joinable.has(part)) parts[end] = [...before, part]
    }
  const found = parts[word.length] ?? [word]
  return found.length > 1 && found.at(-1) === 'no' ? [...found.slice(0, -1), 'id'] : found
}

const said = new Map<string, readonly string[]>()
/** What a name is about: its concepts, each once, in a fixed order. Words that nothing explains stand for themselves. */
export function conceptsOf(name: string): readonly string[] {
  const known = said.get(name)
  if (known) return known
  const plain = phrases.reduce((text, [from, to]) => text.replace(from, to), plainName(name))
  const words = cjk.test(plain) ? (plain.match(chinese) ?? []) : plain.split(' ').flatMap(apart)
  const concepts = words
    .filter((word) => word !== '' && !sayNothing.has(word))
    .map(
      (word) =>
        conceptBy.get(word) ??
        conceptBy.get(wordFor(word) ?? '') ??
        wordFor(word) ??
        conceptBy.get(word.replace(/s$/, '')) ??
        word,
    )
  const all = [...new Set(concepts)].sort()
  if (said.size > 5000) said.clear()
  said.set(name, all)
  return all
}
