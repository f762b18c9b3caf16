import { currencyIn } from './amounts'
import { wordFor } from './words'

/** Header texts and keys reduced to what they mean, so that 面值(元), faceValue and Face_Value can meet. */

const units = /[（(【[][^）)】\]]*[）)】\]]/g
export const cjk = /[\u3400-\u9fff]/
const wording = new Map<string, string>()

/**
 * One comparable form of a name: Chinese without units, spaces and marks; English and keys as lower-case words with
 * abbreviations written out.
 */
export function plainName(name: string): string {
  const known = wording.get(name)
  if (known !== undefined) return known
  const plain = reduce(name.slice(0, 200))
  if (wording.size > 5000) wording.clear()
  wording.set(name, plain)
  return plain
}

function reduce(name: string): string {
  const text = name.normalize('NFKC').replace(units, ' ').trim()
  if (cjk.test(text))
    return text
      .replace(/[^\p{L}\p{N}/]+/gu, '')
      .toLowerCase()
      .replace(/^(?:所属|(?:所在|适用|资源所在)(?=区域|地域)|(?:关联|对应|相关)(?=订单))/, '')
      .replace(/^(?:责任|负责|归属|当前|专属|对接|主管)(?=客户经理)/, '')
      .replace(/(客户|任务|资源|文件|活动|券|计划|产品)名$/, '$1名称')
      .replace(/(?:情况|进度|进展)$/, '状态')
      .replace(/(?<=.)全[称名]$/, '名称')
      .replace(/^(?:目标|涉及|使用|关联|绑定)(?=客户|券|代金券|手机|邮箱|电话)/, '')
      .replace(/(?:编号|编码|标识)$/, (ending) => (ending === '编码' ? ending : 'id'))
  const words = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, ' ')
    .trim()
    .split(' ')
  // A letter before the name says what sort of value it is, as in sStatus and iTotal.
  if (words.length > 1 && words[0]?.length === 1 && words[1] !== 'id') words.shift()
  const full = words.map(
    (word) => wordFor(word) ?? wordFor(word.replace(/s$/, '')) ?? singular(word),
  )
  // "Created on", "created at" and "creation date" say the same.
  if (full.length > 1 && (full.at(-1) === 'on' || full.at(-1) === 'at'))
    full[full.length - 1] = 'time'
  if (full.length > 1 && full.at(-1) === 'number')
    full[full.length - 1] =
      (counted.has(full.at(-2) ?? '') && words.at(-1) === 'num') ||
      /[^su]s$/.test(words.at(-2) ?? '')
        ? 'count'
        : 'id'
  if (full.length > 1 && /^(?:ref|reference|uuid|guid|serial|sn)$/.test(full.at(-1) ?? ''))
    full[full.length - 1] = 'id'
  // A taskTitle is its name.
  if (full.length > 1 && full.at(-1) === 'title') full[full.length - 1] = 'name'
  if (full.length > 1 && full[1] === 'effective' && (full[0] === 'take' || full[0] === 'lose'))
    full.splice(0, 2, full[0] === 'take' ? 'effective' : 'expire')
  // endUserName is the customer's, toCustomer as well; actTime is when an operation was.
  const whose =
    /^(?:(?:end|final|sub) (user|customer)|(?:sub|second|tier 2) (reseller)|(?:to|receive|bind|belong) (?:customer|account))/.exec(
      full.join(' '),
    )
  if (whose?.[1]) full.splice(0, 2, 'customer')
  else if (whose && full.length > 1) full.shift()
  if (full[1] === 'order' && /^(?:sale|purchase|buy|trade|cloud|main)$/.test(full[0] ?? ''))
    full.shift()
  if (full[0] === 'act' && /^(?:type|time|result|name)$/.test(full[1] ?? '')) full[0] = 'operation'
  // faceValueInCents is a face value; how it is counted is another matter.
  if (full.length > 1 && /(?:^| )(?:cents?|fen|in byte)$/.test(full.join(' '))) full.pop()
  if (full.length > 1 && full.at(-1) === 'in') full.pop()
  // gmtCreate: the time of it.
  if (full.length > 1 && full[0] === 'gmt') full.splice(0, full.length, ...full.slice(1), 'time')
  return full.filter((word, at) => word !== full[at - 1]).join(' ')
}

/** Coupons are named like a coupon: only what surely is a plural loses its s. */
function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !/(?:ss|us|is|ies)$/.test(word)
    ? word.slice(0, -1)
    : word
}

/** Of these a number is how many there are, not which one it is. */
const counted = new Set(['record', 'rows', 'row', 'total', 'data', 'file', 'page', 'item'])

/** The last step of a nested key: `enterprise_project.name` is also `name` of something. */
export function lastStep(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** Both halves of a header that names two fields, as 客户名称/账号名 does. */
export function halves(header: string): [string, string] | undefined {
  const behind = /^([^（(]+)[（(]([^）)]{2,20})[）)]$/.exec(header.trim())
  if (behind?.[1] !== undefined && behind[2] !== undefined && currencyIn(behind[2]) === undefined)
    return [behind[1], behind[2]]
  const parts = header.replace(units, '').split(/[/／、|\n&]|\s+and\s+/)
  const [first, second] = parts
  return parts.length === 2 && first?.trim() && second?.trim() ? [first, second] : undefined
}

/** What stands in the brackets of a header: its unit, if it has one. */
export function unitOf(header: string): string | undefined {
  return /[（(【[]\s*([^）)】\]]{1,12})\s*[）)】\]]/.exec(header)?.[1]
}
