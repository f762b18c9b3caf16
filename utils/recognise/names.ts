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
  if (full.length > 1 && full.at(-1) === 'number')
    full[full.length - 1] =
      (counted.has(full.at(-2) ?? '') && words.at(-1) === 'num') ||
      /[^su]s$/.test(words.at(-2) ?? '')
        ? 'count'
        : 'id'
  const said = sameAs.reduce((name, [words, other]) => name.replace(words, other), full.join(' '))
  return said.replace(/\b(\w+)(?: \1\b)+/g, '$1')
}

/** Ways to put a name, and the one that is kept. */
const sameAs: readonly [RegExp, string][] = [
  // "Created on", "created at" and "creation date" say the same; gmtCreate too.
  [/ (?:on|at)$/, ' time'],
  [/^gmt (.+)/, '$1 time'],
  [/ (?:ref|reference|uuid|guid|serial|sn)$/, ' id'],
  [/ title$/, ' name'],
  [/^take effective\b/, 'effective'],
  [/^lose effective\b/, 'expire'],
  // endUserName is the customer's, toCustomer as well; actTime is when an operation was.
  [/^(?:end|final|sub) (?:user|customer)\b/, 'customer'],
  [
    /^(?:sub|second|tier 2|l(?:e?ve?)?l ?2) (?=reseller\b)|^(?:to|receive|bind|belong) (?=customer\b|account\b)/,
    '',
  ],
  [/^(?:sale|purchase|buy|trade|cloud|main) (?=order\b)/, ''],
  [/^act (?=(?:type|time|result|name)\b)/, 'operation '],
  // At which place something is shown is no order that was placed.
  [/^(?:display|sort|show) order$/, 'place'],
  // faceValueInCents is a face value; how it is counted is another matter.
  [/ (?:cents?|fen|in byte|in)$/, ''],
  [/ in$/, ''],
]

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
  // The first of three is what a group of columns is called.
  const [first, second] = parts.slice(-2)
  return parts.length < 4 && first?.trim() && second?.trim() ? [first, second] : undefined
}

/** What stands in the brackets of a header: its unit, if it has one. */
export function unitOf(header: string): string | undefined {
  return /[（(【[]\s*([^）)】\]]{1,12})\s*[）)】\]]/.exec(header)?.[1]
}
