import { looksLikeAmount, looksPersonal } from '@/utils/masking/plain'
import { personalOf } from '@/utils/masking/personal'
import { around } from '@/utils/sources/page/eyes'
import { cellSelector, cover, mark, unmark } from './marks'

/** Full values that cells hold at the moment, in memory only: the same text elsewhere on the page is covered too. */
export type Secrets = ReadonlySet<string>

const silent = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TITLE', 'OPTION'])
const headers = 'th, [role="columnheader"]'

/** Whether a text that stands in no cell is covered. */
export function isSecret(text: string, secrets: Secrets, amounts: boolean): boolean {
  const read = text.trim()
  if (read.length < 2) return false
  if (secrets.has(read) || looksPersonal(read) || (amounts && looksLikeAmount(read))) return true
  if (read.length > 400) return false
  for (const secret of secrets) if (secret.length > 3 && read.includes(secret)) return true
  return false
}

/** Covers what stands around a text, unless a cell does that already. */
export function coverText(text: Text, secrets: Secrets, amounts: boolean): void {
  const element = around(text)
  if (!element || silent.has(element.tagName) || element.closest(cellSelector)) return
  if (element.closest(headers)) return
  const value = text.nodeValue ?? ''
  if (isSecret(value, secrets, amounts) || isLabelled(text, value)) cover(element)
}

/** 客户名称： and then, in an element of its own, whose it is. */
function isLabelled(text: Text, value: string): boolean {
  if (value.trim() === '' || value.length > 80 || /[:：]\s*$/.test(value) || /[*•]/.test(value))
    return false
  const element = text.parentElement
  const before =
    element?.previousElementSibling ?? element?.parentElement?.previousElementSibling ?? null
  const label = before?.textContent?.trim() ?? ''
  return label.length < 24 && /[:：]$/.test(label) && personalOf(label.slice(0, -1)) !== undefined
}

export function* textsIn(root: Node): Generator<Text> {
  const walker = root.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) yield node as Text
}

/** Covers of texts that changed since: looked at anew. */
export function reviewTexts(root: ParentNode, secrets: Secrets, amounts: boolean): void {
  for (const element of root.querySelectorAll(`[${mark}='hide']`)) {
    if (element.matches(cellSelector)) continue
    unmark(element)
    for (const child of element.childNodes)
      if (child.nodeType === 3) coverText(child as Text, secrets, amounts)
  }
}
