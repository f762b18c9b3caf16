import { kindOf, type KindName } from '@/utils/kinds'
import { shownKinds } from '@/utils/kinds/shown'
import type { Fields, Kind } from '@/utils/kinds/define'
import { byConcept, isFrame } from './by-concept'
import { conceptsOf } from './concepts'
import { halves, lastStep, plainName } from './names'
import { isWeak } from './weak-names'

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
  for (const [field, { zh, en, wire = [], ours, personal }] of Object.entries(kind.fields)) {
    if (ours) continue
    // A bare name is not said to be a customer's: it may be anybody's.
    const own = personal !== undefined && field === 'name' ? [] : [field]
    for (const list of [own, zh, en, wire]) {
      list.forEach((name, index) => {
        const plain = plainName(name)
        const meanings = dictionary.get(plain) ?? []
        if (meanings.some((each) => each.field === field)) return
        // The first names are the usual ones; a code is preferred to a text where a field takes both.
        meanings.push({ field, sure: 1 - Math.min(index, 10) * 0.01, weak: isWeak(name) })
        dictionary.set(plain, meanings)
      })
    }
  }
  dictionaries.set(kind, dictionary)
  return dictionary
}

/** What a column's name may mean in a kind, best first; empty when it says nothing. */
export function meaningsOf(kind: Kind<Fields>, column: string): readonly Meaning[] {
  let known = meant.get(kind)
  if (!known || known.size > 2000) meant.set(kind, (known = new Map()))
  let meanings = known.get(column)
  if (!meanings) {
    meanings = byName(kind, column)
    if (meanings.length === 0) meanings = byConcepts(kind, column)
    known.set(column, meanings)
  }
  return meanings
}
/** A name is looked up several times a table, and tables come again. */
const meant = new Map<Kind<Fields>, Map<string, readonly Meaning[]>>()
const byConcepts = (kind: Kind<Fields>, column: string) => byConcept(kind, column, subjectsOf(kind))
const joinedNames = (upper: string, under: string) =>
  [`${under} ${upper}`, `${upper} ${under}`].map(plainName)

function byName(kind: Kind<Fields>, column: string): readonly Meaning[] {
  const dictionary = dictionaryOf(kind)
  const plain = plainName(column)
  const whole = dictionary.get(plain)
  if (whole) return whole
  if (/^[^\s/]+\.[^\s/]+$/.test(column)) {
    const last = dictionary.get(plainName(lastStep(column)))
    const joined = dictionary.get(
      plainName(column.replace(/(?:info|detail|base|basic|vo|dto)?\./gi, ' ')),
    )
    if (joined) return joined.map((each) => ({ ...each, sure: each.sure * 0.9 }))
    // A value in a wrapper of its own: `status.value`, `status.name`.
    const [, wrapped = '', inner = ''] =
      /^(.+)\.(value|val|num|amt|amount|text|label|display|name|code|desc|nodes|epochSecond)$/i.exec(
        column,
      ) ?? []
    const wanted = /^(?:val|num|am)/i.test(inner)
      ? /amount/
      : /^epoch/i.test(inner)
        ? /time|day/
        : /choice/
    const said = (wrapped === '' ? [] : meaningsOf(kind, wrapped)).filter(
      ({ field }) =>
        wanted.test(kind.fields[field]?.type ?? '') ||
        /^(?:value|text|display|nodes)$/i.test(inner),
    )
    if (said.length > 0) return said.map((each) => ({ ...each, sure: each.sure * 0.88 }))
    // `enterprise_project.name` is not the name of the row: only names that stand alone count.
    if (last && (!isWeak(lastStep(column)) || whose.test(column)))
      return last.map((each) => ({ ...each, sure: each.sure * 0.85 }))
    const dot = column.indexOf('.')
    if (isFrame(kind, column.slice(0, dot), subjectsOf(kind)))
      return meaningsOf(kind, column.slice(dot + 1)).map((each) => ({
        ...each,
        sure: each.sure * 0.85,
      }))
    // What says again whose it is needs no frame: `customerAccount.customerTitle`.
    const own = conceptsOf(lastStep(column))
    const outer = conceptsOf(column.slice(0, column.lastIndexOf('.')))
    const again = own.length > 1 && outer.some((concept) => own.includes(concept))
    return again ? meaningsOf(kind, lastStep(column)) : []
  }
  const [upper = '', under = '', more] = column.split(/[/／]/)
  if (under !== '') {
    // What both levels of a header say together: 金额(元) above 应付 is 应付金额.
    const both = more === undefined && joinedNames(upper, under).map((name) => dictionary.get(name))
    const said = (both && both.find((each) => each !== undefined)) || byConcepts(kind, column)
    if (said.length > 0) return said.map((each) => ({ ...each, sure: each.sure * 0.9 }))
    // Else the upper level only frames the lower one.
    const lower = meaningsOf(kind, column.slice(column.search(/[/／][^/／]*$/) + 1))
    if (lower.length > 0) return lower.map((each) => ({ ...each, sure: each.sure * 0.9 }))
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
  // That an amount is one may be said once more.
  const summed = dictionary.get(plain.replace(/(?:金额| amount)$/, '')) ?? []
  return summed.filter(({ field }) => kind.fields[field]?.type === 'amount')
}

/** The account of whom a row is of: `owner.accountName`. */
const whose =
  /^(?:owner|holder|party|buyer|client|tenant|cust(?:omer)?)(?:info|vo|dto)?\.(?:account|login)/i

/** What a kind that expires calls its start. */
const startOf = (kind: Kind<Fields>) =>
  'expiresAt' in kind.fields
    ? ['validFrom', 'startedAt'].find((field) => field in kind.fields)
    : undefined

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
  const list = [...found].sort((a, b) => b.length - a.length)
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
    'usable period',
    'use period',
    'valid term',
    'validity range',
    'effective range',
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
