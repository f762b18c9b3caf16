import { unitOf } from './names'

/** Units of money below the main one, by how many digits; figures in them are exact. */
const below: readonly [RegExp, number][] = [
  [/^(?:分|cents?|fen)$/i, -2],
  [/^角$/, -1],
]
const lastWord = /(?:In|[a-z\d])(Cents?|Fen)$|[ _-](cents?|fen)$/
const inAll = /单位\s*[:：]\s*([^\s,，;；)）]{1,12})/

/** What a column of amounts counts in, as its name or the words above the table say; undefined where neither does. */
function unitNamed(column: string, caption = ''): string | undefined {
  const [, joint, apart] = lastWord.exec(column) ?? []
  const named = unitOf(column) ?? joint ?? apart ?? inAll.exec(caption)?.[1]
  return named?.replace(/单位\s*[:：]|人民币|CNY|RMB|[¥￥\s]|^in /gi, '')
}

/** Whether a column counts in tens of thousands or more: such figures are rounded, no exact amount comes of them. */
export const isRounded = (column: string, caption?: string): boolean =>
  /[千万亿]|thousand|million/i.test(unitNamed(column, caption) ?? '')

/**
 * In which unit a column of amounts counts: 面额(分), faceValueInCents, or 单位：分 above the table.
 * @returns by how many digits its figures are moved to be in the main unit; 0 for nearly every column
 */
export function scaleOf(column: string, caption?: string): number {
  const unit = unitNamed(column, caption) ?? ''
  return below.find(([each]) => each.test(unit))?.[1] ?? 0
}

/** A decimal string with its point moved to the left, exactly: 5 by -2 is 0.05. */
export function moved(amount: string, by: number): string {
  const sign = amount.startsWith('-') ? '-' : ''
  const [whole = '', part = ''] = amount.slice(sign.length).split('.')
  const digits = whole.padStart(1 - by, '0')
  return `${sign}${digits.slice(0, by)}.${digits.slice(by)}${part}`
}
