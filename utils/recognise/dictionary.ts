import { kindOf, type KindName } from '@/utils/kinds'
import { shownKinds } from '@/utils/kinds/shown'
import type { Fields, Kind } from '@/utils/kinds/define'
import { cjk, halves, lastStep, plainName } from './names'
import { weakNames } from './weak-names'

/** A field a name may mean, and how surely (0 to 1). `weak` names say little alone: a status, an amount, a time. */
export interface Meaning {
  field: string
  sure: number
  weak: boolean
}

type Dictionary = ReadonlyMap<string, readonly Meaning[]>
const dictionaries = new Map<Kind<Fields>, Dictionary>()

/** Every name the fields of a kind go by. */
export function dictionaryOf(kind: Kind<Fields>): Dictionary {
  const known = dictionaries.get(kind)
  if (known) return known
  const dictionary = new Map<string, Meaning[]>()
  const names = new Set<string>()
  for (const [field, { zh, en, wire = [], ours, personal }] of Object.entries(kind.fields)) {
    if (ours) continue
    // A bare name is not said to be a customer's: it may be anybody's.
    const own = personal !== undefined && field === 'name' ? [] : [field]
    for (const list of [own, zh, en, wire]) {
      list.forEach((name, index) => {
        const plain = plainName(name)
        names.add(plain).add(name.toLowerCase().replace(/[\s_]+/g, ' '))
        const meanings = dictionary.get(plain) ?? []
        if (meanings.some((each) => each.field === field)) return
        // The first names are the usual ones; a code is preferred to a text where a field takes both.
        meanings.push({ field, sure: 1 - Math.min(index, 10) * 0.01, weak: weakNames.has(plain) })
        dictionary.set(plain, meanings)
      })
    }
  }
  // Keys of some answers are written without any mark between their words: facevalue, deadLine, expiredate.
  for (const name of [...names].flatMap(inOtherWords)) {
    const together = name.replaceAll(' ', '')
    const meanings = dictionary.get(plainName(name))
    if (together.length > 5 && together !== name && meanings && !dictionary.has(together))
      dictionary.set(together, meanings)
  }
  dictionaries.set(kind, dictionary)
  return dictionary
}

/** Words for which another says the same, at an end of a name. */
const pairs: readonly [RegExp, string][] = [
  [/ time$/, ' date'],
  [/ id$/, ' no'],
  [/ status$/, ' state'],
  [/^start /, 'begin '],
  [/^expire /, 'expiry '],
]
/** A name, and the same in other words. */
const inOtherWords = (name: string): string[] =>
  pairs.reduce(
    (all, [word, other]) => [...all, ...all.map((each) => each.replace(word, other))],
    [name],
  )

/** What a column's name may mean in a kind, best first; empty when it says nothing. */
export function meaningsOf(kind: Kind<Fields>, column: string): readonly Meaning[] {
  const dictionary = dictionaryOf(kind)
  const plain = plainName(column)
  const whole =
    dictionary.get(plain) ??
    (plain.length > 5 ? dictionary.get(plain.replaceAll(' ', '')) : undefined)
  if (whole) return whole
  if (column.includes('.')) {
    const last = dictionary.get(plainName(lastStep(column)))
    const joined = dictionary.get(
      plainName(column.replace(/(?:info|detail|base|basic|vo|dto)?\./gi, ' ')),
    )
    if (joined) return joined.map((each) => ({ ...each, sure: each.sure * 0.9 }))
    // A value in a wrapper of its own: `status.value`, `status.name`.
    const [, wrapped = '', inner = ''] =
      /^([^.]+)\.(value|text|label|display|name|code|desc)$/i.exec(column) ?? []
    const said = (dictionary.get(plainName(wrapped)) ?? []).filter(
      ({ field }) =>
        kind.fields[field]?.type === 'choice' || /^(?:value|text|display)$/i.test(inner),
    )
    if (said.length > 0) return said.map((each) => ({ ...each, sure: each.sure * 0.88 }))
    const money = moneyOf(kind, dictionary, column) ?? endOf(kind, column)
    if (money) return money
    // What is wrapped in the record's own name is the record's: `coupon.balance`.
    const outer = column.slice(0, column.indexOf('.'))
    if (subjectsOf(kind).includes(plainName(outer)))
      return meaningsOf(kind, column.slice(outer.length + 1)).map((each) => ({
        ...each,
        sure: each.sure * 0.9,
      }))
    // `enterprise_project.name` is not the name of the row: only names that stand alone count.
    if (last && (!weakNames.has(plainName(lastStep(column))) || only.test(column)))
      return last.map((each) => ({ ...each, sure: each.sure * 0.85 }))
    return []
  }
  // The upper level of a two-level header only frames the lower one.
  const lower = /[/／]/.test(column)
    ? dictionary.get(plainName(column.slice(column.search(/[/／][^/／]*$/) + 1)))
    : undefined
  if (lower) return lower.map((each) => ({ ...each, sure: each.sure * 0.9 }))
  const [upper = '', under = '', more] = column.split(/[/／]/)
  if (under !== '' && more === undefined) {
    // What both levels say together: 金额(元) above 应付 is 应付金额.
    const both =
      dictionary.get(plainName(`${under} ${upper}`)) ??
      dictionary.get(plainName(`${upper} ${under}`))
    if (both) return both.map((each) => ({ ...each, sure: each.sure * 0.9 }))
  }
  if (plain === 'name' || plain === '名称') {
    const named = subjectsOf(kind).map((subject) =>
      dictionary.get(plainName(`${subject}${plain === 'name' ? ' name' : plain}`)),
    )
    const [meaning] = named.find((each) => each !== undefined) ?? []
    if (meaning) return [{ ...meaning, sure: 0.7, weak: true }]
  }
  if (plain === 'id' && kind.plainId === true && kind.key[0] !== undefined)
    return [{ field: kind.key[0], sure: 0.6, weak: true }]
  for (const subject of subjectsOf(kind)) {
    if (!plain.startsWith(subject)) continue
    const rest = plain.slice(subject.length).trim()
    // A record may be called by another of its names: assetStatus is what resourceStatus is.
    const other = subjectsOf(kind)
      .map((name) => dictionary.get(`${name}${cjk.test(name) ? '' : ' '}${rest}`))
      .find((each) => each !== undefined)
    if (other && rest !== '') return other.map((each) => ({ ...each, sure: each.sure * 0.85 }))
    if (bare.has(rest)) continue
    const [key] = rest.replace(number, '') === '' ? kind.key : []
    if (key !== undefined) return [{ field: key, sure: 0.8, weak: false }]
    const meanings = dictionary.get(rest)
    if (meanings) return meanings.map((each) => ({ ...each, sure: each.sure * 0.85 }))
  }
  const theirs = dictionary.get(plain.replace(/^(?:customer |客户|contact |联系人)/, ''))
  const personal = (theirs ?? []).filter(({ field }) => field === 'phone' || field === 'email')
  if (personal.length > 0) return personal.map((each) => ({ ...each, sure: each.sure * 0.85 }))
  const words = worded(kind, dictionary, plain)
  if (words.length > 0) return words
  // 额度编码, 任务单号: an id by another word.
  const stem = plain.replace(number, '')
  const coded = stem === plain ? undefined : dictionary.get(`${stem}id`)
  if (coded) return coded.map((each) => ({ ...each, sure: each.sure * 0.85 }))
  const times = timed(kind, dictionary, plain)
  return times.length > 0 ? times : summed(kind, dictionary, plain)
}

/** What only frames what is in it: `contact.email` is the row's e-mail. */
const only =
  /^(?:base|basic|detail|extra|contact|profile|main|common|time|period|validity|valid|life_?cycle|date|amount|money|price|fee|cost)(?:_?(?:info|data|vo|dto))?\.[^.]+$/i

/** An amount given as an object of a number and its currency: `faceValue.amount` is the face value. */
function moneyOf(
  kind: Kind<Fields>,
  dictionary: Dictionary,
  column: string,
): Meaning[] | undefined {
  const [, outer = '', inner = ''] = /^([^.]+)\.([^.]+)$/.exec(column) ?? []
  const amounts = (dictionary.get(plainName(outer)) ?? []).filter(
    ({ field }) => kind.fields[field]?.type === 'amount',
  )
  if (amounts.length === 0) return undefined
  if (/^(?:amount|amt|value|number)$/i.test(inner))
    return amounts.map((each) => ({ ...each, sure: each.sure * 0.9 }))
  return /^currency(?:_?code)?$/i.test(inner) && 'currency' in kind.fields
    ? [{ field: 'currency', sure: 0.8, weak: true }]
    : undefined
}

const ends =
  /^(?:life_?(?:cycle|span)|valid\w*|period|range|window|term|duration)\.(?:(from|start|begin|since)|to|end|until|till)/i
/** An end of a period given as an object: `lifeCycle.from`, `validity.end`. */
function endOf(kind: Kind<Fields>, column: string): Meaning[] | undefined {
  const end = ends.exec(column)
  const from = startOf(kind)
  return end && from !== undefined
    ? [{ field: end[1] ? from : 'expiresAt', sure: 0.85, weak: true }]
    : undefined
}
/** What a kind that expires calls its start. */
const startOf = (kind: Kind<Fields>) =>
  'expiresAt' in kind.fields
    ? ['validFrom', 'startedAt'].find((field) => field in kind.fields)
    : undefined

/** `statusName`, 状态描述, `statusCode`: the word of a choice, or its code. */
function worded(kind: Kind<Fields>, dictionary: Dictionary, plain: string): Meaning[] {
  const stem = plain.replace(/(?: name| description| text| label| code|名称|描述|编码|代码)$/, '')
  if (stem === plain) return []
  const named = / name$|名称$/.test(plain)
  return (dictionary.get(stem) ?? [])
    .filter(({ field }) => {
      const { type, personal } = kind.fields[field] ?? {}
      return type === 'choice' || (named && type === 'text' && personal === undefined)
    })
    .map((each) => ({ ...each, sure: each.sure * 0.9 }))
}

/** `effective`, 失效: that a time is one need not be said; beside a link it is the link's. */
function timed(kind: Kind<Fields>, dictionary: Dictionary, plain: string): Meaning[] {
  if ('downloadUrl' in kind.fields) return []
  const named = dictionary.get(`${plain} time`) ?? dictionary.get(`${plain}时间`) ?? []
  return named
    .filter(({ field }) => /^(?:time|day-end)$/.test(kind.fields[field]?.type ?? ''))
    .map((each) => ({ ...each, sure: each.sure * 0.8, weak: true }))
}

/** 代金券抵扣金额 beside 代金券抵扣: that an amount is one may be said once more; `voucherPaid` is what a voucher paid. */
function summed(kind: Kind<Fields>, dictionary: Dictionary, plain: string): Meaning[] {
  const stem = plain.replace(/(?:金额| amount)$/, '')
  const means = stem === plain ? plain.replace(/^by | (?:pay|paid|deduction|offset)$/, '') : stem
  if (means === plain) return []
  return (dictionary.get(means) ?? [])
    .filter(({ field }) => kind.fields[field]?.type === 'amount')
    .filter(({ field }) => means === stem || /^(?:coupon|cash|credit|stored)/.test(field))
    .map((each) => ({ ...each, sure: each.sure * 0.85 }))
}

/** 激励流水号, 任务单号: which one it is. */
const number = /(?:编码|单号|流水号?|号)$/
const bare = new Set(['', 'id', 'code', 'name', '名称'])
const idEnding = /(?:id|单号|流水号|号| id)$/
const subjects = new Map<Kind<Fields>, readonly string[]>()
/** What a kind calls its records, from the names of its key: 代金券ID says 代金券. The longest first. */
function subjectsOf(kind: Kind<Fields>): readonly string[] {
  const known = subjects.get(kind)
  if (known) return known
  const [key] = kind.key
  const field = key === undefined ? undefined : kind.fields[key]
  const found = new Set<string>()
  if (field?.type === 'id')
    for (const name of [...field.zh, ...field.en]) {
      const plain = plainName(name)
      const stem = plain.replace(idEnding, '')
      if (stem !== plain && stem !== '') found.add(stem)
    }
  const list = [...found, '本次', '当前', 'current '].sort((a, b) => b.length - a.length)
  subjects.set(kind, list)
  return list
}

const generic = new Set(['id', '编号', 'name', '名称', 'account', '账号', '账号名', 'account name'])
const nameEnding = /\s*(?:名称|名|\bname|id)$/i

/** Both fields of a header such as 客户名称/账号名 or Resource Name/ID. */
export function pairOf(kind: Kind<Fields>, column: string): [Meaning, Meaning] | undefined {
  const both = halves(column)
  if (!both) return undefined
  const named = nameAndKey(kind, both)
  if (named) return named
  const turned = nameAndKey(kind, [both[1], both[0]])
  if (turned) return [turned[1], turned[0]]
  const [first] = meaningsOf(kind, both[0])
  if (!first) return undefined
  // The second half leaves out what the first has said: Resource Name/ID is a resource's ID.
  const stem = both[0].trim().replace(nameEnding, '')
  const names = generic.has(plainName(both[1])) ? [`${stem} ${both[1]}`, both[1]] : [both[1]]
  for (const name of names) {
    const second = meaningsOf(kind, name).find((each) => each.field !== first.field)
    if (second) return [first, second]
  }
  return undefined
}

/** 名称/ID, Name/ID: what a row is called and what it goes by, where one field is its key. */
function nameAndKey(
  kind: Kind<Fields>,
  [above, below]: [string, string],
): [Meaning, Meaning] | undefined {
  const [key, more] = kind.key
  if (key === undefined || more !== undefined || kind.fields[key]?.type !== 'id') return undefined
  const [name] = meaningsOf(kind, above)
  if ((name?.field !== 'name' && name?.field !== 'planName') || plainName(below) !== 'id')
    return undefined
  return [name, { field: key, sure: 0.7, weak: true }]
}

/** The half of such a header that a kind has a field for, where the other is only another kind's. */
export function halfOf(
  kind: Kind<Fields>,
  column: string,
): { meaning: Meaning; part: 0 | 1 } | undefined {
  const both = halves(column)
  if (!both) return undefined
  const [[first], [second]] = [meaningsOf(kind, both[0]), meaningsOf(kind, both[1])]
  if (first && !second && anyKnows(both[1], true)) return { meaning: first, part: 0 }
  if (second && !first && anyKnows(both[0], true)) return { meaning: second, part: 1 }
  return undefined
}

/** Where a column's name is what a kind calls its records or their name: its id may stand below the name. */
export function namesRecord(kind: Kind<Fields>, column: string): boolean {
  const plain = plainName(column)
  return (
    subjectsOf(kind).includes(plain) ||
    meaningsOf(kind, column).some(({ field }) => field === 'name' || field === 'planName')
  )
}

const rangeNames = new Set(
  [
    '有效期',
    '有效期限',
    '使用期限',
    '有效时间',
    '使用有效期',
    '有效期起止',
    '有效期起止时间',
    '起止时间',
    '有效起止时间',
    '有效时间段',
    '有效时段',
    '使用时间',
    'validity period',
    'validity',
    'valid period',
    'effective period',
    'valid time range',
    'validity_time',
  ].map(plainName),
)
/** The two fields of a period given in one column, in kinds that have one. */
export function rangeOf(kind: Kind<Fields>, column: string): [string, string] | undefined {
  const plain = plainName(column)
  const subject = subjectsOf(kind).find((each) => plain.startsWith(each))
  const from = startOf(kind)
  if (from === undefined) return undefined
  const named =
    rangeNames.has(plain) ||
    rangeNames.has(plain.slice(subject?.length ?? 0).trim()) ||
    namesBothEnds(kind, column, from)
  return named ? [from, 'expiresAt'] : undefined
}

/** 生效时间~失效时间, Effective - Expires: a header that names the period by its ends. */
function namesBothEnds(kind: Kind<Fields>, column: string, from: string): boolean {
  const [first = '', last = '', more] = column.split(
    /\s*[~～—–至]\s*|\s-\s|\sto\s|-(?=[\u3400-\u9fff])/,
  )
  if (first === '' || last === '' || more !== undefined) return false
  const means = (name: string, field: string) =>
    meaningsOf(kind, name).some((meaning) => meaning.field === field)
  return (means(first, from) || means(`${first}时间`, from)) && means(last, 'expiresAt')
}

/**
 * Whether any kind knows a column's name by more than a word that everything uses.
 * @param common such words count too
 */
export function anyKnows(column: string, common = false): boolean {
  return shownKinds.some((name: KindName) =>
    meaningsOf(kindOf(name), column).some(({ weak }) => common || !weak),
  )
}
