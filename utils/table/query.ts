import { kindNames, kindOf, type KindName } from '@/utils/kinds'
import type { Field } from '@/utils/kinds/define'
import type { Filter, Operator } from './filter'
import { dayOf } from './words'

/** What was typed into a search box: plain words and conditions, all of which must hold. */
export interface Query {
  words: string[]
  conditions: Condition[]
  /** Kinds that were named; empty for all. */
  kinds: KindName[]
}
export interface Condition {
  /** As typed, in lower case. */
  name: string
  op: Operator | ':'
  value: string
}

const condition = /^([\p{L}\p{N}_.]+)(<=|>=|<|>|:|：|=)(.+)$/u
const dayMs = 86_400_000
const units: Readonly<Record<string, number>> = {
  h: 3_600_000,
  d: dayMs,
  w: 7 * dayMs,
  m: 30 * dayMs,
}

/** Short names for fields that go by several; of those the kind has. */
const short: Readonly<Record<string, readonly string[]>> = {
  customer: ['customerName', 'customerId', 'accountName', 'myCustomer'],
  客户: ['customerName', 'customerId', 'accountName', 'myCustomer'],
  service: ['serviceName', 'serviceType', 'resourceTypeName'],
  产品: ['serviceName', 'serviceType'],
  id: [
    'resourceId',
    'couponId',
    'quotaId',
    'packageId',
    'customerId',
    'taskId',
    'incentiveId',
    'billId',
  ],
  name: ['name', 'planName', 'customerName'],
  account: ['accountName'],
  tag: ['myTags'],
  标签: ['myTags'],
  note: ['myNote', 'myName', 'myCustomer'],
  备注: ['myNote', 'myName', 'myCustomer'],
  seen: ['$observedAt'],
}

/** `expires<30d balance>1000 kind:coupon 云` as words and conditions; nothing typed is an error. */
export function parseQuery(text: string): Query {
  const query: Query = { words: [], conditions: [], kinds: [] }
  for (const token of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const [, name, op, value] = condition.exec(token) ?? []
    if (name === undefined || op === undefined || value === undefined) query.words.push(token)
    else if (name === 'kind' || name === '类别') query.kinds.push(...kindsNamed(value))
    else {
      const plain = op === '：' || op === '=' ? ':' : (op as Condition['op'])
      query.conditions.push({ name, op: plain, value })
    }
  }
  return query
}

/** Every kind whose name or label begins so; one nobody knows stands for none at all. */
function kindsNamed(value: string): KindName[] {
  const wanted = value.split(/[,，]/)
  const found = kindNames.filter((name) => {
    const { zh, en } = kindOf(name).label
    const names = [name, zh, en.replaceAll(' ', '')].map((each) => each.toLowerCase())
    return wanted.some((each) => each !== '' && names.some((other) => other.startsWith(each)))
  })
  return found.length > 0 ? found : ['none' as KindName]
}

/**
 * A query as conditions on one kind.
 * @param now epoch ms, for `30d`
 * @returns undefined where nothing of the kind can fit: it lacks a field, or another kind was asked for
 */
export function bind(
  query: Query,
  kind: KindName,
  now: number,
): { words: string[]; filters: Filter[] } | undefined {
  if (query.kinds.length > 0 && !query.kinds.includes(kind)) return undefined
  const words = [...query.words]
  const filters: Filter[] = []
  for (const each of query.conditions) {
    const fields = fieldsNamed(kind, each.name)
    if (fields.length === 0) {
      if (!isName(each.name)) words.push(`${each.name}${each.op}${each.value}`)
      else return undefined
    } else if (each.op === ':') filters.push(...holdsOf(kind, fields, each.value))
    else {
      const bound = compared(kind, fields[0] ?? '', each.op, each.value, now)
      if (!bound) return undefined
      filters.push(...bound)
    }
  }
  return { words, filters }
}

/** Whether any kind has a field of that name: else a word with a sign in it was meant. */
const isName = (name: string) => kindNames.some((kind) => fieldsNamed(kind, name).length > 0)

function fieldsNamed(kind: KindName, name: string): string[] {
  const { fields, expires } = kindOf(kind)
  if (name === 'expires' || name === '到期') return expires === undefined ? [] : [expires]
  const shorts =
    short[name]?.filter(
      (each) => each in fields || each.startsWith('$') || each.startsWith('my'),
    ) ?? []
  // A customer's own record calls its name just that.
  if (kind === 'customer' && (name === 'customer' || name === '客户')) shorts.unshift('name')
  if (shorts.length > 0) return shorts
  const plain = (text: string) => text.toLowerCase().replaceAll(/\s/g, '')
  const same = ([field, { zh, en }]: [string, Field]) =>
    [field, zh[0], en[0]].some((each) => each !== undefined && plain(each) === name)
  const begins = ([field]: [string, Field]) => field.toLowerCase().startsWith(name)
  const all = Object.entries(fields)
  const found = all.find(same) ?? (name.length > 2 ? all.find(begins) : undefined)
  return found ? [found[0]] : []
}

function holdsOf(kind: KindName, fields: string[], value: string): Filter[] {
  const flag = kindOf(kind).fields[fields[0] ?? '']?.type === 'flag'
  const yes = ['true', 'yes', '是', '1'].includes(value)
  if (flag) return [{ field: fields[0] ?? '', is: [String(yes)] }]
  return [{ fields, has: value }]
}

/** A length of time counts from now: towards the future for what expires, into the past for all else. */
function compared(
  kind: KindName,
  field: string,
  op: Operator,
  value: string,
  now: number,
): Filter[] | undefined {
  const [, sign = '', figure, unit = 'd'] = /^(-?)(\d+)([hdwm]|天)?$/.exec(value) ?? []
  const type = kindOf(kind).fields[field]?.type
  const time = type === 'time' || type === 'day-end' || field.startsWith('$')
  if (!time) {
    const plain = value.replaceAll(',', '')
    if (type === 'month' || /^-?\d+(\.\d+)?$/.test(plain)) return [{ field, op, than: plain }]
    return undefined
  }
  if (figure !== undefined) {
    const length = Number(figure) * (units[unit] ?? dayMs) * (sign === '-' ? -1 : 1)
    return ahead(kind, field) ? future(field, op, length, now) : past(field, op, length, now)
  }
  const day = dayOf(value)
  if (!day) return undefined
  // "After a day" begins when it ends; "up to a day" holds until it ends.
  return [
    {
      field,
      op: op === '<=' ? '<' : op === '>' ? '>=' : op,
      than: op === '<=' || op === '>' ? day[1] : day[0],
    },
  ]
}

const ahead = (kind: KindName, field: string) =>
  field === kindOf(kind).expires || /expire|due|confirmBy|validTo/i.test(field)
/** Less than a length away means not over yet, unless what is over was asked for (`expires<0d`). */
const future = (field: string, op: Operator, length: number, now: number): Filter[] => [
  { field, op, than: now + length },
  ...(op.startsWith('<') && length > 0 ? [{ field, op: '>=', than: now } as const] : []),
]
const turned = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const
const past = (field: string, op: Operator, length: number, now: number): Filter[] => [
  { field, op: turned[op], than: now - length },
]
