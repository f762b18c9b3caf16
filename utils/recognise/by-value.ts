import type { Fields, Kind } from '@/utils/kinds/define'
import type { Match, Sampled } from './candidate'
import { plainName } from './names'
import { readValue } from './values'

const phone = /^(?:\+?\d{1,3}[-\s]?)?(?:1[3-9][\d*•]{9}|(?=.*[*•])\d{3}[\d*•\s-]{4,12})$/
const email = /^[\w.+*•-]{1,64}@[\w*•-]+(?:\.[\w*•-]+)+$/
const regionCode =
  /^(?:cn|ap|eu|af|la|na|sa|me|tr|ru|us|my|ae)-(?:north|south|east|west|central)[a-z]*-\d{1,4}$/
const mode = /[\u3400-\u9fff]|[a-z]{4}/i
type Test = (text: string) => boolean

/** Fields whose values tell themselves, whatever their column is called. Choices count by their words, never by codes. */
const telling: Readonly<Record<string, Test>> = {
  phone: (text) => phone.test(text),
  email: (text) => email.test(text),
  billing: (text) => mode.test(text),
  chargeMode: (text) => mode.test(text),
  association: (text) => mode.test(text),
  currency: (text) => /^(?:CNY|USD|EUR|人民币|美元|欧元)$/i.test(text),
  region: (text) => regionCode.test(text),
}
/** Whether a text is plainly a value of one of the fields that tell themselves. */
export const tells = (field: string, text: string): boolean => telling[field]?.(text) ?? false

/** Whose number, address or mode it is when not the row's customer's, or when it is not so now. */
const ofOthers =
  /经理|销售|操作|创建|提交|申请|处理|审批|伙伴|经销|原|旧|变更|manager|owner|sales|operat|creat|submit|appl[iy]|handl|approv|partner(?!ship)|dealer|reseller|previous|old|from|target/i

/** Of the columns that are somebody's state: what it is the state of by the way. */
const ofElse =
  /认证|冻结|支付|付款|开票|发票|审批|同步|续费|续订|推送|通知|在线|freez|froz|verif|auth|pay|invoic|approv|sync|renew|push|notif|online|lock|enable/i
const isStatus = (name: string) => / status$|状态$/.test(plainName(name)) && !ofElse.test(name)

/** Columns that no name explains and whose values leave no doubt; one for a field, or none. */
export function byValue(
  kind: Kind<Fields>,
  { table, samples }: Sampled,
  named: readonly Match[],
): Match[] {
  const taken = new Set(named.map(({ column }) => column))
  const found = new Map<string, number[]>()
  table.columns.forEach((name, column) => {
    const sample = samples[column] ?? []
    if (taken.has(column) || sample.length === 0 || ofOthers.test(name)) return
    const tests = isStatus(name)
      ? { ...telling, status: (text: string) => mode.test(text) }
      : telling
    for (const [field, isOne] of Object.entries(tests)) {
      const declared = kind.fields[field]
      if (!declared || named.some((match) => match.field === field)) continue
      const all = sample.every(
        (value) =>
          typeof value === 'string' &&
          value.length < 128 &&
          isOne(value.trim()) &&
          readValue(field, declared, value, { zone: 0 }) !== undefined,
      )
      if (all) found.set(field, [...(found.get(field) ?? []), column])
    }
  })
  return [...found].flatMap(([field, [column, more]]) =>
    column === undefined || more !== undefined
      ? []
      : [{ column, field, confidence: 0.6, weak: true }],
  )
}
