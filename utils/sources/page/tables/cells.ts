/** Text as a person reads it: what is hidden is left out, what stands in blocks of its own is on a line of its own. */

const silent = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'SVG',
  'svg',
  'SELECT',
  'INPUT',
  'TEXTAREA',
])
const blocks = new Set([
  'DIV',
  'P',
  'LI',
  'UL',
  'OL',
  'DL',
  'DT',
  'DD',
  'SECTION',
  'BR',
  'TR',
  'H1',
  'H2',
  'H3',
  'H4',
])

export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true
  const { tagName } = element
  if (tagName === 'DIALOG' && !element.hasAttribute('open')) return true
  if (element.getAttribute('role') === 'tooltip') return true
  const style = element.getAttribute('style')
  return style !== null && /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)/i.test(style)
}

/** A panel whose tab is not the selected one, or what a closed `details` holds. */
function isBehind(element: Element): boolean {
  const around = element.parentElement
  if (around?.tagName === 'DETAILS' && !around.hasAttribute('open'))
    return element.tagName !== 'SUMMARY'
  if (element.getAttribute('role') !== 'tabpanel') return false
  const page = element.ownerDocument
  const tab =
    page.getElementById(element.getAttribute('aria-labelledby') ?? '') ??
    [...page.querySelectorAll('[role="tab"][aria-controls]')].find(
      (each) => element.id !== '' && each.getAttribute('aria-controls') === element.id,
    )
  return tab?.getAttribute('aria-selected') === 'false'
}

/** Hidden by itself or by anything around it, style sheets included where the browser can tell. */
export function isShown(element: Element): boolean {
  for (let each: Element | null = element; each; each = each.parentElement)
    if (isHidden(each) || each.tagName === 'TEMPLATE' || isBehind(each)) return false
  return typeof element.checkVisibility === 'function'
    ? element.checkVisibility({ visibilityProperty: true })
    : true
}

/** What copies a value is no part of it. */
const copies = /^\s*(?:复制|copy)\s*$/i
const pressable = 'button, [role="button"]'

/**
 * @param among words of buttons count too; without them only where there is nothing else
 * @returns lines of text, joined by line breaks
 */
export function textOf(element: Element, among = true): string {
  const text = linesOf(element, among || !element.querySelector(pressable))
  if (text === '' && !among) return textOf(element)
  // What is cut off with dots is whole in its tooltip.
  if (!/(?:…|\.\.\.)$/.test(text)) return text
  const begun = text.replace(/(?:…|\.\.\.)$/, '')
  for (const each of [element, ...element.querySelectorAll('[title]')]) {
    const whole = each.getAttribute('title')?.trim()
    if (whole !== undefined && whole.length >= begun.length && whole.startsWith(begun)) return whole
  }
  return text
}

function linesOf(element: Element, buttons: boolean): string {
  const lines: string[] = ['']
  collect(element, lines, buttons)
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/**
 * Two of a kind side by side, with nothing between them, hold a value each: a name and an account; so do a link and what
 * stands before or behind it.
 */
function isNext(element: Element): boolean {
  const before = element.previousElementSibling
  if (!before || before.textContent?.trim() === '') return false
  const apart = [before.tagName, element.tagName].includes('A')
  if (before.tagName !== element.tagName && !apart) return false
  for (let node = element.previousSibling; node && node !== before; node = node.previousSibling)
    if (node.nodeValue?.trim()) return false
  return true
}

function collect(node: Node, lines: string[], buttons: boolean): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) lines[lines.length - 1] += child.nodeValue ?? ''
    else if (child.nodeType === 1) {
      const element = child as Element
      if (silent.has(element.tagName) || isHidden(element)) {
        // What stands on both sides of a control is not one word.
        lines[lines.length - 1] += ' '
        continue
      }
      if (!buttons && element.matches(pressable)) continue
      if (!element.firstElementChild && copies.test(element.textContent ?? '')) continue
      // The 5 of a total and the 1 on the button beside it are no 51.
      const block = blocks.has(element.tagName) || element.tagName === 'BUTTON' || isNext(element)
      if (block) lines.push('')
      collect(element, lines, buttons)
      if (block) lines.push('')
    }
  }
}
