import type { Personal } from '@/utils/kinds/define'

/**
 * Shortens a personal value so that whoever knows it recognises it and nobody else learns it. At least one character
 * is always hidden. A value that is masked already stays as it is.
 */
export function mask(personal: Personal, value: string): string {
  const text = value.trim()
  return text === '' || isMasked(text) ? text : shorten[personal](text)
}

/** Whether a value was masked already, by us or by the console. */
export const isMasked = (value: string): boolean => /[*•]/.test(value)

const shorten: Record<Personal, (text: string) => string> = {
  person: (text) => `${letters(text)[0] ?? ''}**`,
  company,
  account: (text) => (text.includes('@') ? email(text) : ends(text, '***')),
  phone,
  email,
}

/** By code points: a surrogate pair is never cut in two. */
const letters = (text: string): string[] => Array.from(text)

/** First two and last two characters; of a short text only the first, so that something stays hidden. */
function ends(text: string, stars: string): string {
  const all = letters(text)
  if (all.length <= 4) return `${all[0] ?? ''}${stars}`
  return `${all.slice(0, 2).join('')}${stars}${all.slice(-2).join('')}`
}

/** The longest form first, so that 股份有限公司 is not taken for 有限公司. */
const chineseForms =
  '合伙企业（有限合伙） 合伙企业(有限合伙) 股份有限公司 有限责任公司 集团有限公司 合伙企业 有限公司 集团公司 分公司 子公司 事务所 合作社 公司 集团'.split(
    ' ',
  )
const latinForm =
  /(?<![\s,])[\s,]+(?:(?:pte|pty|sdn|private|co)\.?[\s,]+)?(?:(?:ltd|limited|bhd|inc|incorporated|corp|corporation|llc|llp|plc|gmbh|ag|kg|s\.?a\.?s?|s\.?r\.?l|b\.?v|n\.?v|oy|ab|a\/s|company|co)\.?)$/iu

function company(text: string): string {
  // Most texts do not end in a Latin letter, and need no search for a form that does.
  const form = /[a-z.]/i.test(text.slice(-1))
    ? (latinForm.exec(text)?.[0] ?? '')
    : (chineseForms.find((each) => text.endsWith(each)) ?? '')
  const body = text.slice(0, text.length - form.length)
  return body === '' ? ends(text, '**') : `${ends(body, '**')}${form}`
}

/** With a separator any code; without one by the lengths the numbering plan gives them. */
const countryCode =
  /^(?:(?:\+|00)\d{1,4}[\s-]+|\(?\+?86\)?[\s-]+|(?:\+|00)(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3}))/

/** Three digits, four stars, four digits; shorter numbers show fewer, and four digits are always hidden. */
function phone(text: string): string {
  const code = countryCode.exec(text)?.[0] ?? ''
  const digits = text.slice(code.length).replace(/\D/g, '')
  const shown = Math.max(0, Math.min(7, digits.length - 4))
  const head = Math.floor(shown / 2)
  return `${code}${digits.slice(0, head)}****${digits.slice(digits.length - (shown - head))}`
}

function email(text: string): string {
  const at = text.lastIndexOf('@')
  if (at < 1) return `${letters(text)[0] ?? ''}***`
  return `${letters(text)[0] ?? ''}***${text.slice(at)}`
}

const contact =
  /(?<![\w.])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\d.+-])(?:\+?86[-\s]?)?1[3-9]\d{9}(?![\d.])/g
/** Phone numbers and e-mail addresses in a text that is about something else: a remark, an operator. */
export function withoutNumbers(text: string): string {
  if (!mayHoldContact(text) || /^https?:/.test(text)) return text
  return text.replace(contact, (found) => mask(found.includes('@') ? 'email' : 'phone', found))
}

/** Most texts hold neither an at sign nor eleven digits running, and need not be looked at any closer. */
function mayHoldContact(text: string): boolean {
  const { length } = text
  if (length < 6) return false
  let digits = 0
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code === 64) return true
    if (code < 48 || code > 57) digits = 0
    else if (++digits === 11) return true
  }
  return false
}
