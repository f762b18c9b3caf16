import { isHidden, textOf } from './cells'

const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"], caption, legend'
/** Component libraries stand a table in six or seven boxes of their own. */
const levels = 9

/** What a table is called where it stands: its caption, its label, or the heading nearest above it. */
export function captionOf(table: Element): string | undefined {
  const own = [...table.children].find((child) => child.tagName === 'CAPTION')
  const said = own ? textOf(own) : (labelOf(table) ?? headingAbove(table))
  return said === undefined || said === '' ? undefined : said.replaceAll('\n', ' ').slice(0, 200)
}

function labelOf(table: Element): string | undefined {
  const label = table.getAttribute('aria-label')
  if (label !== null && label.trim() !== '') return label.trim()
  const by = table.ownerDocument.getElementById(table.getAttribute('aria-labelledby') ?? '')
  return by ? textOf(by) : undefined
}

function headingAbove(table: Element): string | undefined {
  let around: Element | null = table
  for (let level = 0; level < levels && around && around.tagName !== 'BODY'; level++) {
    for (
      let before = around.previousElementSibling;
      before;
      before = before.previousElementSibling
    ) {
      // What stands above another table belongs to that one.
      if (before.tagName === 'TABLE' || before.querySelector('table')) return undefined
      if (isHidden(before)) continue
      const heading = before.matches(headings)
        ? before
        : [...before.querySelectorAll(headings)].at(-1)
      if (heading) return textOf(heading)
    }
    around = around.parentElement
  }
  return undefined
}
