import { around } from './roots'

/**
 * Where a control stands in what it belongs to (a header, a cell, the page), by structure alone: names of elements and
 * which of that name, innermost last; `#` steps into a shadow root. No text, no class, no value.
 */
export function pathTo(control: Element, from: Element): string | undefined {
  const steps: string[] = []
  for (let each: Element = control; each !== from;) {
    const outer = around(each)
    if (!outer || steps.length > 40) return undefined
    const siblings = [...(each.parentNode?.children ?? [])].filter(
      ({ localName }) => localName === each.localName,
    )
    steps.unshift(`${each.localName}:${siblings.indexOf(each)}`)
    if (each.parentElement === null) steps.unshift('#')
    each = outer
  }
  return steps.length > 40 ? undefined : steps.join('/')
}

/** The control at the end of such a path; undefined where the page is built differently now. */
export function followPath(path: string, from: Element): Element | undefined {
  if (path === '') return from
  let at: Element | ShadowRoot | undefined = from
  for (const step of path.split('/')) {
    if (!at) return undefined
    if (step === '#') {
      at = (at as Element).shadowRoot ?? undefined
      continue
    }
    const [name, nth] = step.split(':')
    const siblings: Element[] = [...at.children].filter(({ localName }) => localName === name)
    at = siblings[Number(nth)]
  }
  return at as Element | undefined
}
