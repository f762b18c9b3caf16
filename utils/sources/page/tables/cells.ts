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
  const style = element.getAttribute('style')
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/** Hidden by itself or by anything around it, style sheets included where the browser can tell. */
export function isShown(element: Element): boolean {
  for (let each: Element | null = element; each; each = each.parentElement)
    if (isHidden(each) || each.tagName === 'TEMPLATE') return false
  return typeof element.checkVisibility === 'function'
    ? element.checkVisibility({ visibilityProperty: true })
    : true
}

/** @returns lines of text, joined by line breaks */
export function textOf(element: Element): string {
  const lines: string[] = ['']
  collect(element, lines)
  const text = lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
  // What is cut off with dots is whole in its tooltip.
  if (!/(?:…|\.\.\.)$/.test(text)) return text
  const whole =
    element.getAttribute('title') ?? element.querySelector('[title]')?.getAttribute('title')
  return whole?.startsWith(text.replace(/(?:…|\.\.\.)$/, '')) ? whole.trim() : text
}

function collect(node: Node, lines: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) lines[lines.length - 1] += child.nodeValue ?? ''
    else if (child.nodeType === 1) {
      const element = child as Element
      if (silent.has(element.tagName) || isHidden(element)) continue
      const block = blocks.has(element.tagName)
      if (block) lines.push('')
      collect(element, lines)
      if (block) lines.push('')
    }
  }
}
