import { isMasked } from './mask'
import { personalOf } from './personal'

/** What a column, a label or a text is, as far as its name says. */
export type Nature = 'personal' | 'amount' | 'plain' | 'unknown'

const amountWords =
  /金额|余额|面额|费用|价格|单价|消费|应付|实付|支付|欠费|激励|收入|预算|（元）|\((?:CNY|USD|EUR|元)\)|amount|balance|price|cost|fee\b|spend|expenditure|payment|budget|incentive|earning/i
const plainWords =
  /(?:ID|编号|单号|代码|编码)$|时间|日期|月份|账期|年份|状态|类型|方式|模式|来源|数量|个数|次数|比例|折扣|币种|币别|区域|产品|规格|服务|资源|套餐|代金券|优惠券|单位|用量|操作|序号|等级|级别|标签|有效|到期|生效|失效|进度|大小|天数|行业|\b(?:id|no|number|code|time|date|month|year|period|status|state|type|mode|method|source|quantity|count|qty|rate|ratio|discount|currency|region|product|specifications?|service|resources?|package|coupons?|unit|usage|operation|actions?|expires?|valid|created|on|level|tags?|progress|size|days|industry|total)\b/i

/** What a header or a label says of the values beside it. Personal wins: 客户经理, 联系人状态. */
export function natureOf(name: string): Nature {
  if (personalOf(name)) return 'personal'
  if (amountWords.test(name)) return 'amount'
  return plainWords.test(name) ? 'plain' : 'unknown'
}

const contact =
  /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\d.])(?:\+?86[-\s]?)?1[3-9]\d{9}(?![\d.])|(?<!\d)\+\d{1,3}[-\s]?\d(?:[-\s]?\d){6,12}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/
const company =
  /[\u3400-\u9fff（）()]{2,}(?:公司|集团|事务所|合作社|合伙企业|研究院|大学|医院)|\b(?:Ltd|Limited|Inc|Corp|LLC|GmbH|Pte|Sdn|Bhd|S\.A|B\.V|PLC)\b\.?/
const titled = /[\u3400-\u9fff]{1,3}(?:先生|女士|小姐)(?![\u3400-\u9fff])/
const labelled = /([\u3400-\u9fffA-Za-z/ ]{2,20})\s*[:：]\s*(\S.*)/

const longest = 2000

/** Whether a text holds a personal value by its form; one that is masked already does not. */
export function looksPersonal(text: string): boolean {
  const read = text.slice(0, longest)
  if (contact.test(read) || company.test(withoutMasked(read)) || titled.test(read)) return true
  const [, label = '', value = ''] = labelled.exec(read) ?? []
  return value !== '' && !isMasked(value) && value.length < 60 && personalOf(label) !== undefined
}

/** Words that hold stars are somebody's mask. */
const withoutMasked = (text: string): string => text.replace(/\S*[*•]\S*/g, '')

export const looksLikeAmount = (text: string): boolean =>
  /[¥￥$€]\s?-?\d|-?\d[\d,]*\.\d{2}(?!\d)|\d\s?(?:元|CNY|USD|EUR)/.test(text.slice(0, longest))

/** A text that says nothing: empty, a dash, or masked to the last line. */
export const saysNothing = (text: string): boolean => {
  const lines = text.split('\n').filter((line) => /[^\s/–—-]/.test(line))
  return lines.every(isMasked)
}

export interface Cover {
  amounts: boolean
}

/**
 * Which cells of a table are covered. Fails closed: beside a column that is masked or personal, what nobody knows is
 * covered too.
 * @param columns names; empty ones say nothing
 * @param rows texts, row by row
 */
export function coveredCells(
  columns: readonly string[],
  rows: readonly (readonly (string | undefined)[])[],
  { amounts }: Cover,
): boolean[][] {
  const natures = columns.map(natureOf)
  const sensitive =
    natures.includes('personal') ||
    rows.some((row) => row.some((text) => text !== undefined && isMasked(text)))
  return rows.map((row) =>
    columns.map((_, column) => {
      const text = row[column] ?? ''
      if (saysNothing(text)) return false
      const nature = natures[column] ?? 'unknown'
      if (nature === 'personal' || looksPersonal(text)) return true
      if (amounts && (nature === 'amount' || looksLikeAmount(text))) return true
      return nature === 'unknown' && sensitive
    }),
  )
}
