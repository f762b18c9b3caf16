import type { Field, Fields, FieldType, Kind } from '@/utils/kinds/define'
import { conceptsOf } from './concepts'
import { isWeak } from './weak-names'

/**
 * The last way to read a column's name: a field is meant where one of its own names says the same, in whatever words and
 * order. What a name says is a set of concepts; two sets are compared as texts.
 */

/** A field whose own names say the same as a column's. */
interface Said {
  field: string
  weak: boolean
}
interface Meant extends Said {
  sure: number
}

/** What a name need not say of a field, as its type says it: that an amount is one, that a state has a name. */
const needless: Readonly<Partial<Record<FieldType, readonly string[]>>> = {
  amount: ['amount', 'deduction', 'currency'],
  decimal: ['amount', 'quantity', 'count'],
  currency: ['type', 'code', 'name', 'unit', 'id', 'amount', 'face', 'remaining'],
  time: ['time', 'usage'],
  'day-end': ['time', 'usage', 'service', 'resource', 'product'],
  month: ['bill', 'settle', 'account', 'time', 'id', 'reconciliation', 'name'],
  choice: ['name', 'code', 'status', 'type', 'mode', 'setting'],
  flag: ['status', 'name', 'code', 'flag', 'is', 'type'],
  list: ['name'],
  count: ['count', 'total', 'id'],
  text: ['name', 'grant', 'by', 'business'],
  id: ['grant'],
}
/** A choice is given by its word or its code. */
const worded = new Set(['name', 'code'])
const everNeedless = new Set([...Object.values(needless).flat(), ...worded])
/** Left alone, these say of anything what it is. */
const general = new Set(
  (
    'operation name type data row result time current total source unit count amount id account code status page rate ' +
    'usage resource mode file size task'
  ).split(' '),
)
/** What these say depends on the language and the place: only names that are listed count. */
const ambiguous = /^account id$|^(?:bill|expenditure)(?: time)?$|\bcash\b.*\bcoupon\b/

/** Stands for whatever a kind calls its own records. */
const own = '@'
/** Words of many things: they are no kind's own. */
const shared = new Set(['account', 'amount', 'bill', 'data', 'expenditure', 'id', 'month', 'row'])

/** What the names of a kind's fields say: whole, and per type without what goes without saying. */
interface Index {
  subjects: ReadonlySet<string>
  /** Longer names of the records: a cash coupon is a coupon. */
  longer: readonly (readonly string[])[]
  label: ReadonlySet<string>
  /** Every concept that may be in a name of a field: with any other, none is meant. */
  sayable: Set<string>
  types: ReadonlySet<FieldType>
  whole: Map<string, Said[]>
  core: Map<string, Said[]>
}
const indexes = new Map<Kind<Fields>, Index>()

function indexOf(kind: Kind<Fields>, subjectNames: readonly string[]): Index {
  const known = indexes.get(kind)
  if (known) return known
  const called = conceptsOf(kind.label.zh)
  const label = new Set([...called, ...conceptsOf(kind.label.en)])
  const subjects = new Set(
    subjectNames.flatMap((name) => {
      const [concept, more] = conceptsOf(name)
      if (concept === undefined || more !== undefined) return []
      // An instance is a resource, but a package has one too.
      const isOwn = concept === 'resource' ? called.includes(concept) : !shared.has(concept)
      return isOwn ? concept : []
    }),
  )
  const longer = subjectNames
    .map(conceptsOf)
    .filter((each) => each.length > 1 && each.some((concept) => subjects.has(concept)))
  const types = new Set(Object.values(kind.fields).map((field) => field.type))
  const sayable = new Set(
    [subjects, label, longer.flat(), everNeedless].flatMap((each) => [...each]),
  )
  const index: Index = {
    subjects,
    longer,
    label,
    sayable,
    types,
    whole: new Map(),
    core: new Map(),
  }
  for (const [field, declared] of Object.entries(kind.fields)) {
    if (declared.ours) continue
    const { zh, en, wire = [] } = declared
    for (const name of [...zh, ...en, ...wire]) {
      const said = { field, weak: isWeak(name) }
      const concepts = inKind(name, index)
      for (const concept of concepts) sayable.add(concept)
      // An instance has an id too: what is taken for the key in other words has to say whose it is.
      if (kind.key[0] === field && textOf(concepts) === 'id resource') continue
      note(index.whole, textOf(concepts), said)
      note(index.core, coreOf(concepts, declared), said)
    }
  }
  indexes.set(kind, index)
  return index
}

function note(map: Map<string, Said[]>, text: string, { field, weak }: Said): void {
  if (text === '' || ambiguous.test(text.replace(/^.*: /, ''))) return
  const there = map.get(text) ?? []
  const same = there.find((each) => each.field === field)
  // One common name among several is enough to make what they say common.
  if (same) same.weak ||= weak
  else map.set(text, [...there, { field, weak }])
}

/** What a name says, where a kind's own records are meant by whichever of their names. */
function inKind(name: string, { subjects, longer }: Index): string[] {
  const concepts = conceptsOf(name)
  const long = longer.find((each) => each.every((concept) => concepts.includes(concept)))
  return concepts.map((each) => (subjects.has(each) || long?.includes(each) ? own : each))
}
const textOf = (concepts: readonly string[]): string => [...new Set(concepts)].sort().join(' ')

/** What may stand around fields of a row in an object of their own, besides what the row is called. */
const framing = new Set(
  (
    'base basic extra contact profile main common audit calc calculation time month amount effective validity row data ' +
    'create operation recipient schedule'
  ).split(' '),
)
/** Whether a name only frames what is in it: `contact.email` and `couponPeriod.startDate` are the row's own. */
export function isFrame(
  kind: Kind<Fields>,
  name: string,
  subjectNames: readonly string[],
): boolean {
  return inKind(name, indexOf(kind, subjectNames)).every(
    (each) => each === own || framing.has(each),
  )
}

/** What is left of a name of a field without what need not be said. */
function leftOf(concepts: readonly string[], { type, personal }: Pick<Field, 'type' | 'personal'>) {
  const drop = personal === undefined ? (needless[type] ?? []) : []
  return concepts.filter((each) => !drop.includes(each))
}
/** The same as a text; '' where it says nothing. */
function coreOf(concepts: readonly string[], field: Pick<Field, 'type' | 'personal'>): string {
  const { type } = field
  const left = leftOf(concepts, field)
  const says = left.length > 1 || left.some((each) => each !== own && !general.has(each))
  return says ? `${type}: ${textOf(left)}` : ''
}

/**
 * The fields whose names say the same as a column's, the surest first.
 * @param subjectNames what the kind calls its records, as plain names
 */
export function byConcept(
  kind: Kind<Fields>,
  column: string,
  subjectNames: readonly string[],
): Meant[] {
  const index = indexOf(kind, subjectNames)
  if (!conceptsOf(column).every((concept) => index.sayable.has(concept))) return []
  const concepts = inKind(column, index)
  // Beside a link an end may be the link's.
  if (concepts.length === 1 && 'downloadUrl' in kind.fields) return []
  const found = new Map<string, Meant>()
  const add = (sure: number, said: readonly Said[] = [], types?: FieldType) => {
    for (const each of said)
      if (!found.has(each.field) && (!types || kind.fields[each.field]?.type === types))
        found.set(each.field, { ...each, sure })
  }
  add(0.9, index.whole.get(textOf(concepts)))
  // A code is a number that something goes by.
  const numbered = concepts.map((each) => (each === 'code' ? 'id' : each))
  add(0.88, index.whole.get(textOf(numbered)), 'id')
  // 销售拓展任务ID: of which sort the task is goes without saying.
  const plainly = numbered.filter((each) => each === own || each === 'id' || !index.label.has(each))
  if (textOf(plainly) === `${own} id`) add(0.85, index.whole.get(`${own} id`))
  for (const type of index.types) {
    // A name may say whose it is where the field's own do not, unless it is a number.
    const bare = type === 'id' ? concepts : concepts.filter((each) => each !== own)
    for (const each of [concepts, bare]) add(0.8, index.core.get(coreOf(each, { type })))
    add(0.8, index.whole.get(textOf(leftOf(concepts, { type }))), type)
    if (type === 'choice')
      add(0.8, index.whole.get(textOf(concepts.filter((each) => !worded.has(each)))), type)
  }
  return [...found.values()]
}
